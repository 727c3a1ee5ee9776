import type { Answers } from '../kit/form/definition.js';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Fields whose answer differs between two states of a form. */
export const changedFields = (before: Answers, after: Answers): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((id) => !same(before[id], after[id]));

/**
 * Somebody saved meanwhile: their answers, with mine where I typed since `base` (case H4: nothing that anybody typed is put back).
 * `both` names the fields that both changed; mine stands there, and the person is told.
 */
export function merged(base: Answers, mine: Answers, theirs: Answers): { answers: Answers; both: string[] } {
  const typed = changedFields(base, mine);
  const kept = Object.fromEntries(typed.flatMap((id) => { const answer = mine[id]; return answer === undefined ? [] : [[id, answer] as const]; }));
  const rest = Object.fromEntries(Object.entries(theirs).filter(([id]) => !typed.includes(id)));
  return { answers: { ...rest, ...kept }, both: typed.filter((id) => changedFields(base, theirs).includes(id) && !same(mine[id], theirs[id])) };
}
