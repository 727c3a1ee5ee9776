import type { DoorResult } from '#door';
import type { DoorAnswer, News } from '#messages';

const milliseconds = (fact: unknown): number | null => (typeof fact === 'number' ? fact : null);

/** The door's answer in the words of the process: codes only, and always with the newest news. */
export function asAnswer(result: DoorResult, news: News | null): DoorAnswer {
  if (!result.done) return { done: false, code: result.refusal.code, inMs: milliseconds(result.refusal.facts.inMs), news };
  if (news === null) throw new Error('A stream that took a command has no news');
  return { done: true, news };
}
