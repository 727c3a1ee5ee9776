import type { KeepTimeWorkflowInput } from '#messages';
import { run } from './process.js';

/** Keeps a board's series filled with its next meetings, and an institution's or a person's dated facts: by their deadlines alone. */
export async function keepTimeWorkflow(input: KeepTimeWorkflowInput): Promise<void> {
  await run(input, async (process) => {
    await process.untilReady([]);
  });
}
