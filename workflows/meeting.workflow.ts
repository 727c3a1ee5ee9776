import type { MeetingWorkflowInput } from '#messages';
import { run } from './process.js';

/** Moves of a meeting that touch its cases: each becomes one derived command a case. */
export const meetingMoves = ['tellMissing', 'delistIncomplete', 'releaseAgenda'] as const;

/** A meeting: files are frozen 48 h before, incomplete cases leave the agenda 24 h before, and what was not decided is deferred at its close. */
export async function meetingWorkflow(input: MeetingWorkflowInput): Promise<void> {
  await run(input, async (process) => {
    while (!process.over) {
      for (const move of meetingMoves) await process.issue(move);
      await process.untilReady(meetingMoves);
    }
  });
}
