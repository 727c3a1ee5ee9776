import type { StreamProcess } from '../process.js';

/** Pathology and imaging run side by side; when each has its signed opinion, or the chair took the file as it is, the board may discuss. */
export async function reviews(process: StreamProcess): Promise<void> {
  await process.issue('enterDiscussion');
}
