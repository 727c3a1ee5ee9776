import type { FormAnswers, FormDefinition, HumanName, PatientRow } from '#domain';
import { seedId } from '../cast.js';
import { answersTo } from '../answers.js';
import type { Chance } from './chance.js';

const sides: Readonly<Record<string, string>> = { laterality: 'left' };
const made = new Map<string, FormAnswers>();

/** A form as it is filled in, by the words of the demo, with its dates before a month: one object a form and month, shared by all that say the same. */
export function filledIn(form: FormDefinition, month: string, without: readonly string[] = []): FormAnswers {
  const key = [form.id, form.version, month, ...without].join('/');
  const known = made.get(key);
  if (known !== undefined) return known;
  const answers = JSON.parse(JSON.stringify(answersTo(form, sides, without)).replaceAll(/"20\d\d-\d\d"/g, `"${month}"`)) as FormAnswers;
  made.set(key, answers);
  return answers;
}

/** The month before an instant, as papers name it. */
export function monthBefore(at: string): string {
  const [year, month] = [Number(at.slice(0, 4)), Number(at.slice(5, 7))];
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}

const families = ['Testova', 'Primerov', 'Dugma', 'Ulgi', 'Obraztsov', 'Probnaya', 'Misalov', 'Exemplyarova', 'Synakova', 'Testbayev'];
const given = ['Aigerim', 'Daniyar', 'Begimai', 'Timur', 'Yael', 'Madina', 'Arman', 'Svetlana', 'David', 'Kamila'];

/** Nobody: a family name that says that it is an example, and a number. */
export function patientOf(key: string, number: number, institutionId: string, chance: Chance): PatientRow {
  const name: HumanName = { script: 'Latn', family: `${chance.pick(families)}-${number}`, given: chance.pick(given), patronymic: null, notKnownBecause: null };
  return {
    id: seedId('patient', key), institutionId, names: [name], born: String(Math.round(chance.between(1940, 2012))), sex: chance.happens(0.5) ? 'female' : 'male', identifier: `SYN-${String(number).padStart(6, '0')}`, identifierKind: 'national',
    allergies: { state: 'none' }, contact: {}, guardian: null,
  };
}
