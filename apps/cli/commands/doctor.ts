import { createConnection } from 'node:net';
import { Command } from 'commander';
import { schemaState } from '#persistence';
import type { CliConfig } from '#config';
import { cliConfig, withDoor } from '../connect.js';
import { say } from '../tell.js';

type Finding = { readonly what: string; readonly ok: boolean; readonly says: string };

/** Looks at everything an installation rests on and names each with its state; ends with 1 where something is amiss. */
export const doctorCommand = (): Command => new Command('doctor')
  .description('Check settings, database, migrations, process and Temporal, and say what to do.')
  .action(async () => {
    const config = cliConfig();
    const findings: Finding[] = [{ what: 'settings', ok: true, says: 'complete' }, ...(await database(config)), await temporal(config)];
    for (const { what, ok, says } of findings) say(`${ok ? 'ok ' : 'NOT'}  ${what.padEnd(12)} ${says}`);
    if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
  });

async function database(config: CliConfig): Promise<readonly Finding[]> {
  try {
    return await withDoor(config, async (door) => {
      const { current, missing, unknown } = await schemaState(door);
      const [late] = await door.query<{ behind: number; untold: number }[]>(`
        select count(*) filter (where next_due_at < clock_timestamp() - interval '2 minutes' or ready_since < clock_timestamp() - interval '2 minutes')::int as behind,
          (select count(*)::int from delivery where sent_seq < seq and changed_at < clock_timestamp() - interval '1 minute') as untold
        from stream where not closed`).catch(() => [{ behind: 0, untold: 0 }]);
      const { behind, untold } = late ?? { behind: 0, untold: 0 };
      return [
        { what: 'database', ok: true, says: 'answers' },
        { what: 'migrations', ok: current && unknown.length === 0, says: current ? (unknown.length === 0 ? 'up to date' : `of a newer release: ${unknown.join(', ')}`) : `missing: ${missing.join(', ')}; run "consilium migrate"` },
        { what: 'process', ok: behind + untold === 0, says: behind + untold === 0 ? 'keeps up' : `behind with ${behind} streams, ${untold} not told; is the worker running?` },
      ];
    });
  } catch (error) {
    return [{ what: 'database', ok: false, says: `does not answer (${error instanceof Error ? error.message : 'unknown'})` }];
  }
}

function temporal({ temporalAddress }: CliConfig): Promise<Finding> {
  const [host, port] = [temporalAddress.slice(0, temporalAddress.lastIndexOf(':')), Number(temporalAddress.slice(temporalAddress.lastIndexOf(':') + 1))];
  return new Promise((resolve) => {
    const socket = createConnection({ host, port, timeout: 2_000 });
    const end = (ok: boolean): void => {
      socket.destroy();
      resolve({ what: 'temporal', ok, says: ok ? `answers at ${temporalAddress}` : `does not answer at ${temporalAddress}: people go on working, nothing moves by itself` });
    };
    socket.once('connect', () => end(true)).once('error', () => end(false)).once('timeout', () => end(false));
  });
}
