import { describe, expect, it } from '@jest/globals';
import type { Answer } from '../kit/form/definition.js';
import { answersOf, namesFrom, patientFrom } from './patient-form.js';

const row = (parts: Record<string, string>) => Object.fromEntries(Object.entries(parts).map(([id, value]): [string, Answer] => [id, { state: 'given', value }]));
const named = (...rows: Record<string, string>[]): Answer => ({ state: 'given', value: rows.map(row) });

describe('the names of case H1', () => {
  it.each([
    [{ given: 'Айгүл', patronymic: 'Серікқызы' }, 'Cyrl', null],
    [{ given: 'Нурбек' }, 'Cyrl', null],
    [{ family: 'Асан уулу', given: 'Тимур' }, 'Cyrl', 'Асан уулу'],
    [{ family: '欧阳', given: '若兰' }, 'Hans', '欧阳'],
    [{ family: 'בן־דוד', given: 'ג׳ורג׳' }, 'Hebr', 'בן־דוד'],
    [{ family: 'Ouyang', given: 'Ruolan' }, 'Latn', 'Ouyang'],
  ])('%j', (parts, script, family) => {
    expect(namesFrom(named(parts))).toEqual([{ script, family, given: parts.given ?? null, patronymic: 'patronymic' in parts ? parts.patronymic : null, notKnownBecause: null }]);
  });

  it('not known, and why', () => {
    expect(namesFrom({ state: 'notKnown', reason: 'unconscious' })).toEqual([{ script: 'Latn', family: null, given: null, patronymic: null, notKnownBecause: 'unconscious' }]);
  });

  it('two scripts side by side, an empty row left out', () => {
    expect(namesFrom(named({ family: '欧阳', given: '若兰' }, { family: ' ' }, { family: 'Ouyang' })).map((name) => name.script)).toEqual(['Hans', 'Latn']);
  });

  it('an empty row alone is no name', () => {
    expect(namesFrom(named({ family: '  ' }))).toEqual([]);
  });
});

describe('allergies (H33)', () => {
  it.each(['none', 'notAsked', 'withheld'] as const)('%s stays itself and has no list', (state) => {
    expect(patientFrom({ allergiesState: { state: 'given', value: state }, allergies: { state: 'given', value: 'left over' } }).allergies).toEqual({ state });
  });

  it('are a list when there are some', () => {
    expect(patientFrom({ allergiesState: { state: 'given', value: 'some' }, allergies: { state: 'given', value: 'penicillin\n latex; ' } }).allergies).toEqual({ state: 'some', list: ['penicillin', 'latex'] });
  });
});

it('a patient on record comes back as it was', () => {
  const patient = { names: namesFrom(named({ family: 'Асан уулу', given: 'Тимур' })), born: '2008-04', sex: 'male' as const, identifier: null, identifierKind: null, allergies: { state: 'none' as const }, guardian: null };
  expect(patientFrom(answersOf({ ...patient, id: 'p', institutionId: 'i', version: 1 }, null))).toEqual(patient);
});
