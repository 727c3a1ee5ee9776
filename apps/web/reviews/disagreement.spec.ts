import { describe, expect, it } from '@jest/globals';
import type { OpinionDto } from '../generated/types.gen.js';
import type { FormDefinition } from '../kit/form/definition.js';
import { disagreementsOf } from './disagreement.js';

const form: FormDefinition = { id: 'imaging', version: 1, sections: [{ id: 'tumor', fields: [{ id: 'laterality', kind: 'choice', options: ['left', 'right'] }, { id: 'nodesPositive', kind: 'number' }] }] };
const person = { id: 'p', name: 'Dr Gu', nameOriginal: null, title: null };
const opinion = (codes: Record<string, string>): OpinionDto => ({
  id: 'o', taskId: 't', kind: 'pathology', round: 1, version: 1, signedBy: person, discipline: 'pathology', institution: { id: 'i', code: 'shanghai', name: 'Shanghai', zone: 'Asia/Shanghai' },
  signedAt: '2026-11-25T02:48:00.000Z', discordance: null, codes, hash: '', replacedBy: null, draftId: 'd',
});

describe('what is typed beside what others signed', () => {
  it('differs in the side', () => {
    const found = disagreementsOf(form, { laterality: { state: 'given', value: 'right' } }, [opinion({ laterality: 'left' })]);
    expect(found.map(({ field, mine, theirs }) => [field.id, mine, theirs])).toEqual([['laterality', 'right', 'left']]);
  });
  it('compares a number with its code', () => {
    expect(disagreementsOf(form, { nodesPositive: { state: 'given', value: 0 } }, [opinion({ nodesPositive: '2' })])).toHaveLength(1);
    expect(disagreementsOf(form, { nodesPositive: { state: 'given', value: 2 } }, [opinion({ nodesPositive: '2' })])).toEqual([]);
  });
  it('is silent where either side does not know, or nothing is typed', () => {
    expect(disagreementsOf(form, { laterality: { state: 'notKnown', reason: 'films lost' } }, [opinion({ laterality: 'left' })])).toEqual([]);
    expect(disagreementsOf(form, { laterality: { state: 'given', value: 'right' } }, [opinion({ laterality: 'notKnown' })])).toEqual([]);
    expect(disagreementsOf(form, { laterality: { state: 'given', value: ' ' } }, [opinion({ laterality: 'left' })])).toEqual([]);
  });
});
