import type { HumanNameDto, PatientDto, PatientInputDto } from '../generated/types.gen.js';
import { rowsOf, type Answer, type Answers, type FormDefinition } from '../kit/form/definition.js';

/** Who the patient is and what is asked, as a form: one name a script, parts that may be missing, absence always said. */
export const patientForm: FormDefinition = {
  id: 'patient', version: 1,
  sections: [
    { id: 'question', fields: [{ id: 'question', kind: 'longText', required: true }] },
    { id: 'patient', fields: [
      { id: 'names', kind: 'rows', required: true, allowNotKnown: true, rows: [{ id: 'family', kind: 'text' }, { id: 'given', kind: 'text' }, { id: 'patronymic', kind: 'text' }] },
      { id: 'born', kind: 'date', required: true, allowNotKnown: true },
      { id: 'sex', kind: 'choice', list: 'sex', options: ['female', 'male', 'other', 'unknown'], required: true },
      { id: 'identifier', kind: 'text', required: true, allowNotKnown: true },
      { id: 'identifierKind', kind: 'choice', list: 'identifierKind', options: ['iin', 'residentId', 'teudatZehut', 'pin', 'passport', 'other'] },
      { id: 'allergiesState', kind: 'choice', list: 'allergiesState', options: ['none', 'some', 'notAsked', 'withheld'], required: true },
      { id: 'allergies', kind: 'longText', required: true, showWhen: { field: 'allergiesState', is: ['some'] } },
      { id: 'guardian', kind: 'text' },
    ] },
  ],
};

const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Cyrillic}/u, 'Cyrl'], [/\p{Script=Han}/u, 'Hans'], [/\p{Script=Hebrew}/u, 'Hebr'], [/\p{Script=Hangul}/u, 'Hang'], [/\p{Script=Arabic}/u, 'Arab'], [/\p{Script=Georgian}/u, 'Geor'], [/\p{Script=Armenian}/u, 'Armn'],
];

/** The script that a name is written in (ISO 15924), by its letters; Latin where there is no other. */
export const scriptOf = (text: string): string => scripts.find(([letters]) => letters.test(text))?.[1] ?? 'Latn';

/** The words of an answer that is text; null where there are none. */
export const said = (answer: Answer | undefined): string | null => {
  const text = answer?.state === 'given' && typeof answer.value === 'string' ? answer.value.trim() : '';
  return text === '' ? null : text;
};

/** Names as the api keeps them: each row that has any part, in its script; or that no name is known and why. Empty: nothing was typed. */
export function namesFrom(answer: Answer | undefined): HumanNameDto[] {
  if (answer !== undefined && answer.state !== 'given') return [{ script: 'Latn', family: null, given: null, patronymic: null, notKnownBecause: answer.reason.trim().slice(0, 80) }];
  return rowsOf(answer).flatMap((row) => {
    const [family, given, patronymic] = [said(row['family']), said(row['given']), said(row['patronymic'])];
    const all = [family, given, patronymic].filter(Boolean).join(' ');
    return all === '' ? [] : [{ script: scriptOf(all), family, given, patronymic, notKnownBecause: null }];
  });
}

const sexes = ['female', 'male', 'other', 'unknown'] as const;
const allergyStates = ['none', 'some', 'notAsked', 'withheld'] as const;

/** The form's answers as the patient that is sent. */
export function patientFrom(answers: Answers): PatientInputDto {
  const state = allergyStates.find((each) => each === said(answers['allergiesState'])) ?? 'notAsked';
  return {
    names: namesFrom(answers['names']), born: said(answers['born']), sex: sexes.find((each) => each === said(answers['sex'])) ?? 'unknown',
    identifier: said(answers['identifier']), identifierKind: said(answers['identifier']) === null ? null : said(answers['identifierKind']),
    allergies: { state, ...(state === 'some' ? { list: (said(answers['allergies']) ?? '').split(/[\n;；]/).map((each) => each.trim()).filter(Boolean) } : {}) },
    guardian: said(answers['guardian']),
  };
}

const given = (value: string | null | undefined): Record<string, Answer> | null => (value === null || value === undefined || value === '' ? null : { value: { state: 'given', value } });
const put = (id: string, value: string | null | undefined): Answers => { const answer = given(value); return answer === null ? {} : { [id]: answer['value'] as Answer }; };
const notKnown = (id: string): Answers => ({ [id]: { state: 'notKnown', reason: '–' } });

/** A patient on record as the form's answers, to be changed. */
export function answersOf(patient: PatientDto | null, question: string | null): Answers {
  if (!patient) return put('question', question);
  const unknown = patient.names.find((name) => name.notKnownBecause !== null);
  const rows = patient.names.filter((name) => name.notKnownBecause === null).map((name): Answers => ({ ...put('family', name.family), ...put('given', name.given), ...put('patronymic', name.patronymic) }));
  return {
    ...put('question', question), names: rows.length === 0 ? { state: 'notKnown', reason: unknown?.notKnownBecause ?? '' } : { state: 'given', value: rows },
    ...(patient.born === null ? notKnown('born') : put('born', patient.born)), ...put('sex', patient.sex), ...(patient.identifier === null ? notKnown('identifier') : put('identifier', patient.identifier)),
    ...put('identifierKind', patient.identifierKind), ...put('allergiesState', patient.allergies?.state ?? 'notAsked'), ...put('allergies', patient.allergies?.list?.join('\n')), ...put('guardian', patient.guardian),
  };
}
