import type { BoardDefinition, FormDefinition, FormField } from '#domain';
import { fieldKey, has, listKey, sectionKey } from '#locales';
import type { BoardFault } from './read-board-definition.js';

const known = (key: string): boolean => has('en', key);
const none = (at: string): BoardFault => ({ at, code: 'noWords', facts: {} });

const ofField = (formId: string, field: FormField, at: string, parent?: FormField): readonly BoardFault[] => [
  ...(field.label !== undefined || known(fieldKey(formId, field.id, parent?.id)) ? [] : [none(`${at}/label`)]),
  ...(field.options ?? []).filter((code) => field.optionLabels?.[code] === undefined && !known(listKey(field.list ?? field.id, code))).map((code) => none(`${at}/optionLabels/${code}`)),
  ...(field.rows ?? []).flatMap((row, place) => ofField(formId, row, `${at}/rows/${place}`, field)),
];

const ofForm = ({ id, sections }: FormDefinition, at: string): readonly BoardFault[] => sections.flatMap((section, place) => [
  ...(section.label !== undefined || known(sectionKey(id, section.id)) ? [] : [none(`${at}/sections/${place}/label`)]),
  ...section.fields.flatMap((field, index) => ofField(id, field, `${at}/sections/${place}/fields/${index}`)),
]);

/** Parts of forms for which neither the catalogues nor the definition have a word: a reader would see their code. */
export const wordless = (board: BoardDefinition): readonly BoardFault[] => [
  ...board.tumorTypes.flatMap((type, place) => ofForm(type.referralForm, `/tumorTypes/${place}/referralForm`)),
  ...ofForm(board.pathologyForm, '/pathologyForm'), ...ofForm(board.imagingForm, '/imagingForm'),
  ...Object.entries(board.opinionForms ?? {}).flatMap(([discipline, form]) => ofForm(form, `/opinionForms/${discipline}`)),
];
