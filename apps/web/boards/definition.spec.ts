import { describe, expect, it } from '@jest/globals';
import { allParts, moved, usualLetter, withoutText, withPart, withText } from './letter.js';
import { daysIn, formAt, idFrom, isDefinition, withFollowUpPlan, withOwnField, withReadOut, withRequired, type Definition } from './definition.js';

const form = { id: 'f', version: 1, sections: [{ id: 'pathology', fields: [{ id: 'grade', kind: 'text' as const, required: true }] }] };
const definition: Definition = {
  partnerInstitutionIds: [], tumorTypes: [{ code: 'breast', items: [{ id: 'grade', domain: 'pathology', required: true }], referralForm: form, secondPathology: false }],
  quorum: { requiredDisciplines: ['surgery'], minimumSpecialties: 1, bothSidesWhenCrossBorder: false }, pathologyForm: form, imagingForm: form, ladders: {}, followUpDays: [14],
};

describe('a definition on the page', () => {
  it('asks an item and its field alike', () => {
    const [type] = withRequired(definition, 'breast', 'grade', false).tumorTypes;
    expect([type?.items[0]?.required, type?.referralForm.sections[0]?.fields[0]?.required]).toEqual([false, false]);
  });

  it('takes a hospital\'s own field, in a referral as an item of its data set too', () => {
    const own = { id: 'room', kind: 'text' as const, required: true, label: { en: 'Room' } };
    const referral = withOwnField(definition, { kind: 'referral', tumorType: 'breast' }, 'pathology', own);
    expect([referral.tumorTypes[0]?.items.at(-1), formAt(referral, { kind: 'referral', tumorType: 'breast' })?.sections[0]?.fields.at(-1)]).toEqual([{ id: 'room', domain: 'pathology', required: true }, own]);
    const opinion = withOwnField(definition, { kind: 'imaging' }, 'pathology', own);
    expect([opinion.imagingForm.sections[0]?.fields.length, opinion.tumorTypes[0]?.items.length]).toEqual([2, 1]);
  });

  it('reads a field out in the meeting, or no longer', () => {
    const heard = withReadOut(definition, 'f', 'grade', true);
    expect(heard.imagingForm.sections[0]?.fields[0]).toEqual({ id: 'grade', kind: 'text', required: true, readOut: true });
    expect(withReadOut(heard, 'f', 'grade', false)).toEqual(definition);
    expect(withReadOut(definition, 'other', 'grade', true)).toEqual(definition);
  });

  it('plans the visits of a tumor type, or none', () => {
    const planned = withFollowUpPlan(definition, 'breast', [{ everyMonths: 6, untilYears: 2 }]);
    expect(planned.tumorTypes[0]?.followUpPlan).toEqual([{ everyMonths: 6, untilYears: 2 }]);
    expect([withFollowUpPlan(planned, 'other', []), withFollowUpPlan(planned, 'breast', [])]).toEqual([planned, definition]);
  });

  it('orders a letter, leaves parts out, and adds a text of its own', () => {
    const short = withPart(usualLetter, 'question', false);
    expect([short.parts[0], allParts(short).at(-1)]).toEqual(['diagnosis', 'question']);
    const own = moved(withText(short, { en: 'How to reach us' }, { en: 'Ring us.' }), 'text:howToReachUs', -1);
    expect(own).toEqual({ parts: ['diagnosis', 'findings', 'treatments', 'board', 'text:howToReachUs', 'participants'], texts: [{ id: 'howToReachUs', title: { en: 'How to reach us' }, text: { en: 'Ring us.' } }] });
    expect(moved(own, 'diagnosis', -1)).toBe(own);
    expect(withoutText(own, 'howToReachUs')).toEqual({ parts: short.parts });
  });

  it.each([['Room of the scan', 'roomOfTheScan'], ['Größe', 'groE'], ['2nd look', 'ndLook'], ['Комната', 'own'], ['Grade', 'grade2']])('makes an id of %j', (label, id) => expect(idFrom(label, ['grade'])).toBe(id));
  it.each([['14, 30;90', [14, 30, 90]], ['14 soon', null], ['', null]])('reads days: %j', (typed, days) => expect(daysIn(typed)).toEqual(days));
  it('knows what is none', () => expect([isDefinition(definition), isDefinition({}), isDefinition(null)]).toEqual([true, false, false]));
});
