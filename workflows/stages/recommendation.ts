import type { StreamProcess } from '../process.js';

/** A recommendation is signed by those who must, becomes a letter (a draft until the last signature), and is sent. */
export async function recommendation(process: StreamProcess): Promise<void> {
  await process.issue('enterRecommendation');
  await process.issue('completeSignatures');
  await process.issue('makeLetters');
}
