import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, type CliConfig } from '#config';
import { migrate } from '#persistence';
import { seedDemo } from '../../apps/cli/seed/demo.js';
import { schemaName, testDatabase, type TestDatabase } from './database.js';

const masterKey = Buffer.alloc(32, 7).toString('base64');
const configFor = (home: string, door: string, reader: string): CliConfig =>
  loadConfig('cli', { CONSILIUM_HOME: home, CONSILIUM_DATABASE_DOOR_URL: door, CONSILIUM_DATABASE_READER_URL: reader, CONSILIUM_FILES_MASTER_KEY: masterKey });

/** A database with the whole demo in it: seeded once a server, cloned for each spec file. Its files are gone; their rows are there. */
export function demoDatabase(): Promise<TestDatabase> {
  return testDatabase({
    name: `demo_${schemaName}`,
    fill: async ({ owner, door, reader }) => {
      await migrate(owner);
      const home = mkdtempSync(join(tmpdir(), 'consilium-demo-'));
      try {
        await seedDemo(configFor(home, door, reader));
      } finally {
        rmSync(home, { recursive: true, force: true });
      }
    },
  });
}
