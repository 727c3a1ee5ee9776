import { formsOfBoard, tumorTypeOf, type BoardDefinition, type BoardDifference, type FormDefinition } from '#domain';
import { fieldKey, has, t } from '#locales';
import { inLanguage, type Names } from '../reading/names.js';

const word = (key: string, code: string, language: string): string => (has('en', key) ? t(language, key) : code);

/** A field's name: the hospital's own words where there are some, else those of the catalogues. */
const fieldIn = (form: FormDefinition | undefined, id: string, language: string): string => {
  const own = form?.sections.flatMap(({ fields }) => fields).find((field) => field.id === id)?.label;
  return own === undefined ? word(fieldKey(form?.id ?? '', id), id, language) : inLanguage(own, language);
};
export const itemName = (board: BoardDefinition, tumorType: string, id: string, language: string): string => fieldIn(tumorTypeOf(board, tumorType)?.referralForm, id, language);

/** Which list the code of a fact belongs to. */
const lists: Readonly<Record<string, string>> = { discipline: 'lists.discipline', tumorType: 'lists.tumorType', cause: 'lists.deferralCause', form: 'forms.title', part: 'admin.part', fromUnit: 'time.unit', toUnit: 'time.unit' };

/** A difference as a sentence: codes in words, forms and fields by their names, hospitals by theirs. */
export function sayDifference({ code, facts }: BoardDifference, boards: readonly BoardDefinition[], names: Names): string {
  const { language } = names;
  const say = (name: string, value: string | number): string | number => {
    if (typeof value === 'number') return name === 'weekday' ? weekday(value, language) : value;
    if (name === 'institution') return names.institution(value).name || value;
    if (name === 'ladder') return ladderName(value, language);
    const formsOfAll = boards.flatMap((board) => formsOfBoard(board));
    if (name === 'field') return fieldIn(formsOfAll.find(({ id, sections }) => id === facts['form'] && sections.some(({ fields }) => fields.some((field) => field.id === value))), value, language);
    if (name === 'item') return boards.map((board) => itemName(board, String(facts['tumorType']), value, language)).find((found) => found !== value) ?? value;
    const list = lists[name];
    return list === undefined ? value : word(`${list}.${value}`, value, language);
  };
  return t(language, `admin.difference.${code}`, Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, say(name, value)])));
}

/** "pathology review, urgent" of `pathologyReview.urgent`. */
const ladderName = (key: string, language: string): string => {
  const [kind = '', urgency] = key.split('.');
  const named = word(`lists.taskKind.${kind}`, kind, language);
  return urgency === undefined ? named : `${named}, ${word(`lists.urgency.${urgency}`, urgency, language)}`;
};
// 1 January 2024 was a Monday
const weekday = (day: number, language: string): string => new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day, 12));
