import type { StreamProcess } from '../process.js';

/** Once acknowledged: was it carried out, at 14, 30 and 90 days. When all is answered somebody closes the case with its reason. */
export async function followUp(process: StreamProcess): Promise<void> {
  await process.issue('enterFollowUp');
  await process.issue('finishCase');
}
