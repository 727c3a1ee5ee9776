import { Command } from 'commander';
import { cliConfig } from '../connect.js';
import { seedDemo } from '../seed/demo.js';
import { say, Trouble } from '../tell.js';
import { writeFirstAdmin } from '../seed/first-admin.js';

export const seedCommand = (): Command => new Command('seed')
  .description('Fill an installation that was just made.')
  .option('--demo', 'four hospitals, their people and thirteen synthetic cases in every stage and trouble')
  .option('--first-admin', 'one person for the local sign-in, who then sets up the first hospital on the page')
  .action(async ({ demo, firstAdmin }: { demo?: boolean; firstAdmin?: boolean }) => {
    if ((demo === true) === (firstAdmin === true)) throw new Trouble('Say one of --demo and --first-admin.');
    const config = cliConfig();
    say(demo === true ? await seedDemo(config) : writeFirstAdmin(config.home));
  });
