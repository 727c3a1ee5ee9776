import { loadConfig, withLocal, type CliConfig } from '#config';
import { doorDataSource } from '#persistence';
import type { DataSource } from 'typeorm';

export const cliConfig = (): CliConfig => loadConfig('cli', withLocal(process.env));

/** Runs with a connection as role `door`, closed afterwards whatever happens. */
export async function withDoor<T>(config: CliConfig, fn: (door: DataSource) => Promise<T>): Promise<T> {
  const door = await doorDataSource(config.databaseDoorUrl, { size: 4, giveUpAfter: 0 }).initialize();
  try {
    return await fn(door);
  } finally {
    await door.destroy();
  }
}
