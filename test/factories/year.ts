import { FolderFileStore, MasterKeys } from '#files';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { people } from '../../apps/cli/seed/demo.js';
import { World } from '../../apps/cli/seed/world.js';
import { seedYear, type YearMade, type YearWish } from '../../apps/cli/seed/year/seed-year.js';
import { testDatabase, type TestDatabase } from './database.js';
import { masterKey } from './live-world.js';

/** The demo's hospitals, people and boards, and nothing else. */
export async function emptyHospitals(database: TestDatabase, at: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'consilium-year-'));
  try {
    await people(new World({ source: database.door, files: await FolderFileStore.at(folder, new MasterKeys(masterKey)), start: at, letters: () => Promise.reject(new Error('No letters here')) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A database with a made-up stretch of cases, the same for the same seed. */
export async function yearDatabase(wish: YearWish): Promise<{ readonly database: TestDatabase; readonly made: YearMade }> {
  const database = await testDatabase();
  await emptyHospitals(database, new Date(Date.parse(wish.until) - (wish.days ?? 365) * 86_400_000 - 86_400_000).toISOString());
  return { database, made: await seedYear(database.door, wish) };
}
