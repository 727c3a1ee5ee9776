import type { CaseWorkflowInput } from '#messages';
import { run } from './process.js';
import { intake } from './stages/intake.js';
import { reviews } from './stages/reviews.js';
import { discussion } from './stages/discussion.js';
import { recommendation } from './stages/recommendation.js';
import { transfer } from './stages/transfer.js';
import { followUp } from './stages/follow-up.js';
import { moves } from './stages/moves.js';

/**
 * The story of a case, from referral to follow-up. People act through the api; this workflow keeps time and moves the
 * case on as soon as the domain says that a stage's gate is open. Several stages can be active at once, and a deferral, a
 * refused signature or a new round leads back: so each turn goes through the stages from the top.
 */
export async function caseWorkflow(input: CaseWorkflowInput): Promise<void> {
  await run(input, async (process) => {
    while (!process.over) {
      await intake(process);
      await reviews(process);
      await discussion(process);
      await recommendation(process);
      await transfer(process);
      await followUp(process);
      await process.untilReady(moves);
    }
  });
}
