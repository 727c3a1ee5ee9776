import type { RungDto } from '../generated/types.gen.js';

/** More than the api takes would be refused. */
export const mostMarks = 12;

/**
 * Marks with one more: a reminder to the owner at 90 % before the end of the allowance, or an escalation to the head after everything there is. Its name is a
 * code that history has words for; one that was told under a name stays told, so a name that is there is not taken twice.
 */
export function withMark(rungs: readonly RungDto[], kind: 'remind' | 'escalate'): readonly RungDto[] {
  const taken = new Set(rungs.map(({ name }) => name));
  const name = Array.from({ length: mostMarks }, (_, n) => `extra${n + 1}`).find((each) => !taken.has(each)) ?? `extra${rungs.length + 1}`;
  if (kind === 'remind') {
    const end = rungs.findIndex(({ fraction, plus }) => fraction === 1 && !plus);
    return [...rungs.slice(0, end), { name, kind, fraction: 0.9, plus: null, tells: ['owner'], reassigns: false }, ...rungs.slice(end)];
  }
  const last = rungs.at(-1)?.plus;
  return [...rungs, { name, kind, fraction: 1, plus: last ? { amount: last.amount * 2, unit: last.unit } : { amount: 8, unit: 'workingHours' }, tells: ['head'], reassigns: false }];
}
