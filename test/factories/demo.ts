import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, type CliConfig } from '#config';
import { seedDemo } from '../../apps/cli/seed/demo.js';
import { testDatabase, type TestDatabase } from './database.js';

export interface DemoDatabase extends TestDatabase { readonly config: CliConfig }

/** A database with the whole demo in it, and a folder for its files. */
export async function demoDatabase(): Promise<DemoDatabase> {
  const database = await testDatabase();
  const home = mkdtempSync(join(tmpdir(), 'consilium-demo-'));
  const config = loadConfig('cli', {
    CONSILIUM_HOME: home, CONSILIUM_DATABASE_DOOR_URL: database.doorUrl, CONSILIUM_DATABASE_READER_URL: database.readerUrl,
    CONSILIUM_FILES_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  });
  const end = async (): Promise<void> => {
    await database.end();
    rmSync(home, { recursive: true, force: true });
  };
  await seedDemo(config).catch(async (error: unknown) => { await end(); throw error; });
  return { ...database, config, end };
}
