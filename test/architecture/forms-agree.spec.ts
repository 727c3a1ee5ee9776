import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boardTemplates, faultsOf, secondPathologyForm, type FieldAnswer, type FieldValue, type FormAnswers, type FormDefinition, type FormField } from '#domain';
import { formOfDefinition } from '../../apps/api/intake/form-of.js';
import { validate } from '../../apps/web/kit/form/validate.js';

/* The page may not import the domain, so the two judge by code of their own: here both get the same forms and answers, and must say the same. */
const today = '2026-11-26';
const setting = { id: 'b', hostInstitutionId: 'h', partnerInstitutionIds: [], series: { weekday: 4, localTime: '15:00', zone: 'Asia/Shanghai', minutes: 90, place: 'Video' } } as const;
const shipped: readonly FormDefinition[] = Object.values(boardTemplates).map((make) => make(setting))
  .flatMap((board) => [...board.tumorTypes.map(({ referralForm }) => referralForm), board.pathologyForm, secondPathologyForm(board.pathologyForm), board.imagingForm]);

const words = fc.constantFrom('', ' ', 'left', 'yes', 'no', 'A\u0000', '\u000b', '2024', '2024-02-30', '2026-11-27', '2026-11-26', '1204', '0', '5', 'x'.repeat(501), 'x'.repeat(20_001), 'Айгүл');
const numbers = fc.constantFrom(-1, 0, 0.5, 3, 7, 100, 101, 2001, NaN);
const plain = (field: FormField): fc.Arbitrary<FieldValue> =>
  fc.oneof(words, numbers, fc.boolean(), fc.subarray([...(field.options ?? []), 'shoe']), ...(field.options && field.options.length > 0 ? [fc.constantFrom(...field.options)] : []));
const valueOf = (field: FormField): fc.Arbitrary<FieldValue> => (field.kind === 'rows' && field.rows ? fc.oneof({ weight: 4, arbitrary: fc.array(answersTo(field.rows), { maxLength: 6 }) }, { weight: 1, arbitrary: plain(field) }) : plain(field));
const answerOf = (field: FormField): fc.Arbitrary<FieldAnswer> => fc.oneof(
  { weight: 3, arbitrary: valueOf(field).map((value): FieldAnswer => ({ state: 'given', value })) },
  { weight: 1, arbitrary: fc.record({ state: fc.constantFrom('notKnown' as const, 'notApplicable' as const), reason: words }) },
);
const answersTo = (fields: readonly FormField[]): fc.Arbitrary<FormAnswers> =>
  fc.record(Object.fromEntries(fields.map((field) => [field.id, answerOf(field)])), { requiredKeys: [] }).map((answers) => answers as FormAnswers);

const option = fc.constantFrom('left', 'right', 'yes', 'no', '5');
const field = (id: string, others: readonly string[], nested: boolean): fc.Arbitrary<FormField> => fc.record({
  id: fc.constant(id), kind: fc.constantFrom<FormField['kind']>('text', 'longText', 'number', 'choice', 'choices', 'date', 'yesNo', ...(nested ? [] : ['rows' as const])),
  unit: fc.constantFrom('mm' as const, 'percent' as const), min: fc.constantFrom(0, 2), max: fc.constantFrom(4, 90), options: fc.uniqueArray(option), required: fc.boolean(), allowNotKnown: fc.boolean(), allowNotApplicable: fc.boolean(),
  showWhen: fc.record({ field: fc.constantFrom(...others), is: fc.uniqueArray(option, { minLength: 1 }) }),
  rows: nested ? fc.constant([]) : fieldsNamed(['p', 'q'], true),
}, { requiredKeys: ['id', 'kind', 'rows', 'options'] });
const fieldsNamed = (ids: readonly string[], nested = false): fc.Arbitrary<readonly FormField[]> => fc.tuple(...ids.map((id) => field(id, ids, nested)));
const anyForm: fc.Arbitrary<FormDefinition> = fieldsNamed(['a', 'b', 'c', 'd']).map((fields) => ({ id: 'f', version: 1, sections: [{ id: 's', fields }] }));

const both = (form: FormDefinition, answers: FormAnswers): void => {
  const domain = faultsOf(form, answers, today).map(({ field: path, code }) => `${path}:${code}`);
  const page = validate(formOfDefinition(form), answers, today).map(({ path, code }) => `${path}:${code}`);
  expect(page).toEqual(domain);
};

describe('the page and the domain judge alike', () => {
  it.each(shipped.map((form) => [form.id, form] as const))('answers to %s', (_id, form) =>
    fc.assert(fc.property(answersTo(form.sections.flatMap((section) => section.fields)), (answers) => both(form, answers)), { numRuns: 40 }));

  it('answers to forms that a hospital might make, dependent fields among them', () =>
    fc.assert(fc.property(anyForm.chain((form) => fc.tuple(fc.constant(form), answersTo(form.sections.flatMap((section) => section.fields)))), ([form, answers]) => both(form, answers)), { numRuns: 400 }));
});
