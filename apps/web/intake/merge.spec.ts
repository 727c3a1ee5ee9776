import { expect, it } from '@jest/globals';
import type { Answer } from '../kit/form/definition.js';
import { merged } from './merge.js';

const given = (value: string): Answer => ({ state: 'given', value });
const base = { grade: given('G2'), margin: given('R0'), comment: given('') };

it('an old tab does not put back what another saved (H4)', () => {
  const { answers, both } = merged(base, { ...base, comment: given('see slide 3') }, { ...base, grade: given('G3') });
  expect(answers).toEqual({ grade: given('G3'), margin: given('R0'), comment: given('see slide 3') });
  expect(both).toEqual([]);
});

it('where both changed a field mine stands, and it is named', () => {
  const { answers, both } = merged(base, { ...base, margin: given('R1') }, { ...base, margin: given('R2') });
  expect(answers['margin']).toEqual(given('R1'));
  expect(both).toEqual(['margin']);
});

it('what I took away stays away', () => {
  const { grade: _, ...mine } = base;
  expect(merged(base, mine, base).answers).not.toHaveProperty('grade');
});
