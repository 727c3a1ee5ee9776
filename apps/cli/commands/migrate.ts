import { Command } from 'commander';
import { loadConfig, withLocal } from '#config';
import { migrate } from '#persistence';
import { say } from '../tell.js';

export const migrateCommand = (): Command => new Command('migrate')
  .description('Bring the database to this release. Harmless to repeat; two at once wait for each other. Needs CONSILIUM_DATABASE_OWNER_URL.')
  .action(async () => {
    const ran = await migrate(loadConfig('migrate', withLocal(process.env)).databaseOwnerUrl);
    say(ran.length === 0 ? 'The database is up to date.' : `Migrated: ${ran.join(', ')}`);
  });
