import { Command } from 'commander';
import type { CliConfig } from '#config';
import { cliConfig, withDoor } from '../connect.js';
import { seedDemo } from '../seed/demo.js';
import { say, Trouble } from '../tell.js';
import { writeFirstAdmin } from '../seed/first-admin.js';
import { seedYear } from '../seed/year/seed-year.js';

export const seedCommand = (): Command => new Command('seed')
  .description('Fill an installation that was just made.')
  .option('--demo', 'four hospitals, their people and seventeen synthetic cases in every stage and trouble')
  .option('--first-admin', 'one person for the local sign-in, who then sets up the first hospital on the page')
  .option('--cases <number>', 'a year of so many synthetic cases, into an installation that is a demo already')
  .option('--seed <number>', 'with --cases: the same number, the same year', '1')
  .action(async ({ demo, firstAdmin, cases, seed }: { demo?: boolean; firstAdmin?: boolean; cases?: string; seed: string }) => {
    if ([demo === true, firstAdmin === true, cases !== undefined].filter(Boolean).length !== 1) throw new Trouble('Say one of --demo, --first-admin and --cases.');
    const config = cliConfig();
    if (cases !== undefined) say(await aYear(config, whole(cases, '--cases'), whole(seed, '--seed')));
    else say(demo === true ? await seedDemo(config) : writeFirstAdmin(config.home));
  });

function whole(text: string, option: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 1_000_000) throw new Trouble(`${option} is a whole number from 1 to 1000000.`);
  return number;
}

/** Cases that nobody had must never stand among a hospital's own. */
const aYear = (config: CliConfig, cases: number, seed: number): Promise<string> => withDoor(config, async (source) => {
  const [row] = await source.query<{ demo: boolean; now: string; taken: boolean }[]>(`select demo, date_trunc('day', clock_timestamp()) as now, exists (select from patient where identifier = 'SYN-000000') as taken from installation`);
  if (row?.demo !== true) throw new Trouble('This installation is no demo: synthetic cases are never laid beside real ones.');
  if (row.taken) throw new Trouble('A year of synthetic cases is there already.');
  const begun = performance.now();
  const { events, sittings } = await seedYear(source, { cases, seed, until: row.now, say });
  return `A year is there: ${cases} cases, ${sittings} sittings, ${events} events, in ${Math.round((performance.now() - begun) / 1000)} s.`;
});
