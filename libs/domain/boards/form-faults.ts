import { sameValue } from '../core/same-value.js';
import type { FormDefinition, FormField } from '../forms/definition.js';
import type { BoardDefinition } from './definition.js';

/** The codes that an answer to a field can have; null where they are not a closed list. */
const codesOf = ({ kind, options }: FormField): readonly string[] | null => (kind === 'yesNo' ? ['yes', 'no'] : kind === 'choice' || kind === 'choices' ? (options ?? []) : null);

/** Fields side by side: of a form, or of a row. */
const sideBySide = (path: string, fields: readonly FormField[]): readonly string[] => fields.flatMap((field, place) => {
  const { id, showWhen, rows } = field;
  const other = fields.find((each) => each.id === showWhen?.field);
  const codes = other === undefined ? null : codesOf(other);
  return [
    ...(fields.findIndex((each) => each.id === id) === place ? [] : [`${path}.${id}: two fields of one id`]),
    ...(showWhen === undefined || (other !== undefined && other !== field) ? [] : [`${path}.${id}: depends on no field`]),
    ...(showWhen === undefined || codes === null || showWhen.is.every((code) => codes.includes(code)) ? [] : [`${path}.${id}: depends on a code that can't be chosen`]),
    ...(rows === undefined ? [] : sideBySide(`${path}.${id}`, rows)),
  ];
});

const formFaults = ({ id, sections }: FormDefinition): readonly string[] => sideBySide(id, sections.flatMap(({ fields }) => fields));

/** The forms of a board: each id once, whatever tumor types share it. */
export const formsOfBoard = (board: BoardDefinition): readonly FormDefinition[] => [board.pathologyForm, board.imagingForm, ...Object.values(board.opinionForms ?? {}), ...board.tumorTypes.map(({ referralForm }) => referralForm)];

/** What would make a form of the board unanswerable, or a draft ambiguous. */
export const faultsOfForms = (board: BoardDefinition): readonly string[] => {
  const forms = formsOfBoard(board);
  const first = forms.filter((form, place) => forms.findIndex(({ id }) => id === form.id) === place);
  return [
    ...first.flatMap(formFaults),
    ...forms.filter((form) => !sameValue(form, first.find(({ id }) => id === form.id))).map(({ id }) => `${id}: two forms of one id that differ`),
  ];
};
