import { createHash } from 'node:crypto';

/**
 * The same parts, the same id: a UUID (version 8, from SHA-256). Parts are kept apart, so that ('a', 'bc') and ('ab', 'c') differ.
 * Ids of the process's commands are made so; a workflow that is made anew repeats nothing.
 */
export function derivedId(...parts: readonly (string | number)[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  digest[6] = (digest[6] & 0x0f) | 0x80;
  digest[8] = (digest[8] & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** A review's draft has one id a task, so that two tabs and two people meet on it. */
export const draftOfTask = (taskId: string): string => derivedId('draft', taskId);

/** What is typed for a case at a meeting has one id, so that everybody who types meets on it. */
export const draftOfProposal = (meetingId: string, caseId: string): string => derivedId('proposal', meetingId, caseId);
