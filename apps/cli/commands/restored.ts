import { Command } from 'commander';
import { cliConfig, withDoor } from '../connect.js';
import { say } from '../tell.js';

export const restoredCommand = (): Command => new Command('restored')
  .description('Say that the database was restored from a backup: workflows then take its word over what they remember. Once a restore, before the worker starts.')
  .action(async () => {
    await withDoor(cliConfig(), async (door) => {
      await door.transaction(async (manager) => {
        await manager.query('update installation set epoch = epoch + 1');
        await manager.query(`update delivery set sent_seq = 0, told_again = 0, lease_until = null, changed_at = clock_timestamp() - interval '2 seconds'`);
      });
      const [row] = await door.query<{ epoch: number }[]>('select epoch from installation');
      say(`Epoch ${row?.epoch ?? '?'}: every process will be told how things stand now. Files of the store belong to the same backup.`);
    });
  });
