import type { StreamProcess } from '../process.js';

/** A case to be discussed goes on the next agenda by itself: the first time, and again after each deferral. */
export async function discussion(process: StreamProcess): Promise<void> {
  await process.issue('listOnNextMeeting');
}
