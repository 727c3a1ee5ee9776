import { Command } from 'commander';
import { cliConfig, withDoor } from '../connect.js';
import { say, Trouble } from '../tell.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const unstickCommand = (): Command => new Command('unstick')
  .description('Have the process of a case (or meeting, board) told again how it stands: harmless, whatever the reason was.')
  .argument('<case>', 'case number, such as C-1001, or the id of a stream')
  .action(async (named: string) => {
    await withDoor(cliConfig(), async (door) => {
      const [found] = await door.query<{ id: string }[]>(`select s.id from stream s left join case_row c on c.id = s.id
        where s.kind <> 'access' and ($1::uuid = s.id or upper($2) = c.number)`, [uuid.test(named) ? named : null, named]);
      if (found === undefined) throw new Trouble(`There is no case ${named}.`);
      await door.query(`insert into delivery (stream, kind, seq, sent_seq, changed_at) select id, kind, seq, 0, clock_timestamp() - interval '2 seconds' from stream where id = $1
        on conflict (stream) do update set seq = excluded.seq, sent_seq = 0, told_again = 0, lease_until = null, changed_at = excluded.changed_at`, [found.id]);
      say('It is told again within seconds by the running worker. "consilium doctor" shows whether the process keeps up.');
    });
  });
