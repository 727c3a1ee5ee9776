import type { BoardDefinition, DataSetItem, TumorType } from '../boards/definition.js';
import type { FieldAnswer, FieldValue, FormAnswers } from '../forms/definition.js';
import { isShown } from '../forms/validate.js';
import type { CaseState, ItemState } from './state.js';

export const tumorTypeOf = (board: BoardDefinition, code: string): TumorType | null => board.tumorTypes.find((type) => type.code === code) ?? null;

const isEmpty = (value: FieldValue): boolean => (typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0);
const stateOf = (answer: FieldAnswer | undefined): ItemState => {
  if (answer === undefined || (answer.state === 'given' && isEmpty(answer.value))) return 'missing';
  // "Not known" counts as answered only with its reason.
  return answer.state !== 'given' && answer.reason.trim() === '' ? 'missing' : answer.state;
};

/** How each item of a tumor type's minimum data set stands by the answers of the referral form alone. What another answer makes needless does not apply. */
export const itemsFrom = (type: TumorType, answers: FormAnswers): Readonly<Record<string, ItemState>> => {
  const hidden = new Set(type.referralForm.sections.flatMap(({ fields }) => fields).filter((field) => !isShown(field, answers)).map(({ id }) => id));
  return Object.fromEntries(type.items.map((item) => [item.id, hidden.has(item.id) && dependsOnAnswered(type, item.id, answers) ? 'notApplicable' : stateOf(answers[item.id])]));
};

/** A field that depends on one not answered yet is still missing, not needless. */
const dependsOnAnswered = ({ referralForm }: TumorType, id: string, answers: FormAnswers): boolean => {
  const on = referralForm.sections.flatMap(({ fields }) => fields).find((field) => field.id === id)?.showWhen?.field;
  return on !== undefined && stateOf(answers[on]) === 'given';
};

const hasDocument = (state: CaseState, item: DataSetItem): boolean =>
  (item.documentKinds ?? []).some((kind) => Object.values(state.documents).some((document) => document.kind === kind && document.removedAt === null));

export interface ItemStanding { readonly id: string; readonly domain: DataSetItem['domain']; readonly required: boolean; readonly state: ItemState }

/** Item by item: by the form, or by a document of a kind that answers it. [Six domains after MDT-MODe] */
export const standings = (state: CaseState, board: BoardDefinition): readonly ItemStanding[] =>
  (tumorTypeOf(board, state.tumorType)?.items ?? []).map((item) => {
    const byForm = state.items[item.id] ?? 'missing';
    return { id: item.id, domain: item.domain, required: item.required, state: byForm === 'missing' && hasDocument(state, item) ? 'given' : byForm };
  });

/** Ids of the required items that nobody has answered. Empty: the file is complete. */
export const missingItems = (state: CaseState, board: BoardDefinition): readonly string[] =>
  standings(state, board).filter((item) => item.required && item.state === 'missing').map((item) => item.id);
