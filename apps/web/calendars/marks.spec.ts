import { has } from '#locales';
import type { RungDto } from '../generated/types.gen.js';
import { mostMarks, withMark } from './marks.js';

const rungs: RungDto[] = [{ name: 'half', kind: 'remind', fraction: 0.5, plus: null, tells: ['owner'] }, { name: 'due', kind: 'escalate', fraction: 1, plus: null, tells: ['deputy'] }, { name: 'later', kind: 'escalate', fraction: 1, plus: { amount: 24, unit: 'workingHours' }, tells: ['head'] }];

describe('a mark that is added', () => {
  it('reminds before the end of the allowance, or escalates after everything there is', () => {
    expect(withMark(rungs, 'remind').map(({ name }) => name)).toEqual(['half', 'extra1', 'due', 'later']);
    expect(withMark(rungs, 'escalate').at(-1)).toEqual({ name: 'extra1', kind: 'escalate', fraction: 1, plus: { amount: 48, unit: 'workingHours' }, tells: ['head'], reassigns: false });
  });

  it('has a name of its own that screens have words for, as many as there may be', () => {
    let many: readonly RungDto[] = rungs;
    while (many.length < mostMarks) many = withMark(many, 'remind');
    const names = many.map(({ name }) => name);
    expect(new Set(names).size).toBe(mostMarks);
    expect(names.filter((name) => !has('en', `cases.mark.${name}`) || !has('he', `cases.mark.${name}`))).toEqual([]);
  });
});
