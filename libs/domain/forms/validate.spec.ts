import { boneSarcomaBoard } from '../boards/bone-sarcoma.js';
import { faultsOfBoard } from '../boards/faults.js';
import { boardTemplates } from '../boards/templates.js';
import { answersTo } from './answers.fixture.js';
import type { FieldAnswer, FormDefinition } from './definition.js';
import { date, longText, millimetres, rows, text } from './fields.js';
import { secondPathologyForm } from './second-pathology.js';
import { badCharacterAt } from './text-faults.js';
import { draftFaultsOf, faultsOf } from './validate.js';

const today = '2026-11-25';
const given = (value: Extract<FieldAnswer, { state: 'given' }>['value']): FieldAnswer => ({ state: 'given', value });
const form: FormDefinition = { id: 'f', version: 1, sections: [{ id: 's', fields: [
  millimetres('size', { required: true, allowNotKnown: true }), { id: 'side', kind: 'choice', options: ['left', 'right'] }, { id: 'organs', kind: 'choices', options: ['lung', 'liver'] },
  date('when'), longText('comment'), { id: 'agrees', kind: 'yesNo' }, text('differs', { required: true, showWhen: { field: 'agrees', is: ['no'] } }),
  rows('lesions', [text('name', { required: true }), millimetres('now')]), { id: 'share', kind: 'number', unit: 'percent' },
] }] };
const codes = (answers: Readonly<Record<string, FieldAnswer>>) => faultsOf(form, { size: given(17), ...answers }, today).map(({ field, code }) => `${field}:${code}`);

describe('answers to a form', () => {
  it.each<[string, Record<string, FieldAnswer>, string[]]>([
    ['a size as typed', {}, []],
    ['no answer', { size: given(' ') }, ['size:required']],
    ['not known with a reason', { size: { state: 'notKnown', reason: 'film only' } }, []],
    ['not known without one', { size: { state: 'notKnown', reason: ' ' } }, ['size:reason']],
    ['not applicable where it always applies', { size: { state: 'notApplicable', reason: 'r' } }, ['size:notAllowed']],
    ['a size below nothing', { size: given(-3) }, ['size:min']],
    ['a size beyond people', { size: given(1e9) }, ['size:max']],
    ['a size that is no number', { size: given(NaN) }, ['size:number']],
    ['a size in words', { size: given('17 см') }, ['size:number']],
    ['more than all of it', { share: given(101) }, ['share:max']],
    ['a side that is none', { side: given('up') }, ['side:option']],
    ['organs of the list', { organs: given(['lung', 'liver']) }, []],
    ['an organ beyond it', { organs: given(['lung', 'shoe']) }, ['organs:option']],
    ['a year', { when: given('2024') }, []], ['a month', { when: given('2024-02') }, []], ['a day', { when: given('2024-02-29') }, []],
    ['a day that is none', { when: given('2023-02-29') }, ['when:date']], ['a month that is none', { when: given('2024-13') }, ['when:date']], ['another way to write a day', { when: given('25.11.2026') }, ['when:date']],
    ['tomorrow', { when: given('2026-11-26') }, ['when:futureDate']], ['this year', { when: given('2026') }, []], ['next year', { when: given('2027') }, ['when:futureDate']],
    ['a field shown by another that was left out', { agrees: given(false) }, ['differs:required']], ['the same field, not shown', { agrees: given(true) }, []],
    ['a row without its name', { lesions: given([{ name: given('a') }, { now: given(1) }]) }, ['lesions.1.name:required']],
    ['rows that are none', { lesions: given(['a']) }, ['lesions:kind']],
    ['an answer to a question not asked', { weight: given(3) }, ['weight:unknownField']],
  ])('with %s', (_what, answers, expected) => expect(codes(answers)).toEqual(expected));

  it.each([['a\u0000b', 1], ['\u000b', 0], ['\ud800', 0], ['\udc00\ud800', 0], ['ok \ud83d', 3], ['\u007f', 0]])('P26: name the place of what can\'t be stored: %j', (words, position) => {
    expect(badCharacterAt(words)).toBe(position);
    expect(faultsOf(form, { size: given(1), comment: given(words) }, today)).toEqual([{ field: 'comment', code: 'characters', position }]);
    expect(faultsOf(form, { size: { state: 'notKnown', reason: words } }, today)[0]).toMatchObject({ field: 'size', code: 'characters' });
    expect(draftFaultsOf(form, { comment: given(words) }, today)).toHaveLength(1);
  });

  it.each(['\u202e'.repeat(64), '\u0439', '\u0438\u0306', '😀', 'a\u00a0b', 'tab\tline\nend\r\n', 'Айгүл', 'ג׳ורג׳'])('keep what people type: %j', (words) => {
    expect(badCharacterAt(words)).toBeNull();
    expect(codes({ comment: given(words) })).toEqual([]);
  });

  it('of a megabyte are refused, of an opinion\'s length not', () => {
    expect(codes({ comment: given('a'.repeat(1_000_000)) })).toEqual(['comment:tooLong']);
    expect(codes({ comment: given('a'.repeat(20_000)) })).toEqual([]);
  });

  it('in a draft may have gaps', () => expect(draftFaultsOf(form, { side: given('up') }, today)).toEqual([]));
});

describe('shipped forms and boards', () => {
  const setting = { id: 'b', hostInstitutionId: 'shanghai', partnerInstitutionIds: ['astana'], series: { weekday: 4, localTime: '15:00', zone: 'Asia/Shanghai', minutes: 90, place: 'Video' } } as const;
  const boards = Object.values(boardTemplates).map((make) => make(setting));
  const forms = boards.flatMap((board) => [board.pathologyForm, secondPathologyForm(board.pathologyForm), board.imagingForm, ...board.tumorTypes.map(({ referralForm }) => referralForm)]);
  it.each(forms.map((one) => [one.id, one] as const))('%s can be answered, each field once', (_id, one) => {
    const ids = one.sections.flatMap((section) => section.fields.map((field) => field.id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(faultsOf(one, answersTo(one), today)).toEqual([]);
    expect(faultsOf(one, {}, today).length).toBeGreaterThan(3);
  });

  it.each(boards)('have no fault that would leave a case stuck', (board) => expect(faultsOfBoard(board)).toEqual([]));

  it('name each fault of a board', () => {
    const board = boneSarcomaBoard(setting);
    const ladders = { ...board.ladders, triage: { allowance: { amount: 0, unit: 'workingHours' as const }, rungs: [{ name: 'half', kind: 'remind' as const, fraction: 0.5, tells: [] }] } };
    const without = Object.fromEntries(Object.entries(ladders).filter(([key]) => key !== 'sign'));
    expect(faultsOfBoard({ ...board, ladders: without, tumorTypes: [], followUpDays: [0.5] })).toEqual([
      'ladders.triage: no rung at the end of the allowance', 'ladders.triage: a rung that tells nobody', 'ladders.triage: no allowance', 'ladders.sign: missing', 'tumorTypes: none', 'followUpDays: not whole days',
    ]);
  });
});
