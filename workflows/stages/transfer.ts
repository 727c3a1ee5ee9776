import type { StreamProcess } from '../process.js';

/** Where the board advised it and the patient wants it, both hospitals work through one checklist. */
export async function transfer(process: StreamProcess): Promise<void> {
  await process.issue('enterTransfer');
}
