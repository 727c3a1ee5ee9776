import { describe, expect, it } from '@jest/globals';
import type { Answers, FormDefinition } from './definition.js';
import { badCharacter, isPartialDate, missing, validate } from './validate.js';

const form: FormDefinition = { id: 'f', version: 1, sections: [{ id: 's', fields: [
  { id: 'side', kind: 'choice', options: ['left', 'right'], required: true },
  { id: 'size', kind: 'number', unit: 'mm', min: 0, max: 1000, required: true, allowNotKnown: true },
  { id: 'why', kind: 'longText', required: true, showWhen: { field: 'side', is: ['left'] } },
  { id: 'markers', kind: 'rows', rows: [{ id: 'name', kind: 'text', required: true }] },
] }] };
const given = (value: string | number | readonly Answers[]) => ({ state: 'given' as const, value });
const codes = (answers: Answers) => validate(form, answers).map((issue) => `${issue.path}:${issue.code}`);

describe('form answers', () => {
  it('are asked for where required and shown', () => {
    expect(codes({})).toEqual(['side:required', 'size:required']);
    expect(codes({ side: given('left'), size: given(3) })).toEqual(['why:required']);
    expect(missing(form.sections[0]?.fields ?? [], { side: given('left') })).toBe(2);
  });

  it('count "not known" as an answer when a reason is given', () => {
    expect(codes({ side: given('right'), size: { state: 'notKnown', reason: 'films only' } })).toEqual([]);
    expect(codes({ side: given('right'), size: { state: 'notKnown', reason: ' ' } })).toEqual(['size:reason']);
  });

  it('keep to their limits and lists', () =>
    expect(codes({ side: given('up'), size: given(-3) })).toEqual(['side:option', 'size:min']));

  it('are looked at in every row', () =>
    expect(codes({ side: given('right'), size: given(1), markers: given([{ name: given('MDM2') }, {}]) })).toEqual(['markers.1.name:required']));

  it('name the position of a character that cannot be stored', () => {
    expect([badCharacter('a\u0000b'), badCharacter('\u000b'), badCharacter('x\ud83d'), badCharacter('a\u00A0\n😀')]).toEqual([2, 1, 2, null]);
  });

  it.each([['2008', true], ['2008-13', false], ['2008-02-30', false], ['2008-02-29', true], ['08-04', false]])('date %s: %s', (text, ok) =>
    expect(isPartialDate(text)).toBe(ok));
});
