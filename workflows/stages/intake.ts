import type { StreamProcess } from '../process.js';

/** Intake ends when the referral is accepted with a complete data set, or a named person overrode: then both reviews begin. */
export async function intake(process: StreamProcess): Promise<void> {
  await process.issue('startReviews');
}
