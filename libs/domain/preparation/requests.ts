import type { Context } from '../core/context.js';
import { completeTask } from '../tasks/change.js';
import { openTasksOf, type Task } from '../tasks/task.js';
import type { FieldAnswer, FormAnswers } from '../forms/definition.js';
import { standings } from '../cases/completeness.js';
import type { CaseEvent } from '../cases/events.js';
import { actorId } from '../cases/may.js';
import type { CaseState, TreatmentSource } from '../cases/state.js';

/** `about` of a request: `item`'s name would be a checklist's. */
export const aboutRequest = (item: string | null, treatment: TreatmentSource | null): Readonly<Record<string, string>> => ({
  ...(item === null ? {} : { dataItem: item }),
  ...(treatment === null ? {} : { treatment: treatment.kind, country: treatment.country, ...(treatment.from === null ? {} : { from: treatment.from }) }),
});
const itemOfRequest = (task: Task): string | null => task.about['dataItem'] ?? null;
export const treatmentOfRequest = ({ about }: Pick<Task, 'about'>): TreatmentSource | null =>
  (about['treatment'] === undefined ? null : { kind: about['treatment'], country: about['country'] ?? '', from: about['from'] ?? null });
const same = (a: TreatmentSource, b: TreatmentSource): boolean => a.kind === b.kind && a.country === b.country && a.from === b.from;

/** The open request for an item or for a treatment's papers. */
export const openRequestFor = (state: CaseState, item: string | null, treatment: TreatmentSource | null): Task | undefined => openTasksOf(state.tasks, 'supplyItem').find((task) => {
  const asked = treatmentOfRequest(task);
  return item !== null ? itemOfRequest(task) === item : treatment !== null && asked !== null && same(asked, treatment);
});

/** Without it the board can't decide: it keeps the case off the agenda at the cut. */
export const isNeeded = (task: Task): boolean => task.kind === 'supplyItem' && task.about['needed'] === 'meeting';

const said = (row: Readonly<Record<string, FieldAnswer>>, field: string): string | null => {
  const answer = row[field];
  return answer?.state === 'given' && typeof answer.value === 'string' && answer.value !== '' ? answer.value : null;
};
type Row = Readonly<Record<string, FieldAnswer>>;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Rows of the referral form's prior treatments. */
export const treatmentRows = (answers: FormAnswers): readonly Row[] => {
  const answer = answers['priorTreatments'];
  return answer?.state === 'given' && Array.isArray(answer.value) ? (answer.value as readonly unknown[]).filter(isRow) : [];
};
export const sourceOf = (row: Row): TreatmentSource => ({ kind: said(row, 'kind') ?? 'other', country: said(row, 'country') ?? 'other', from: said(row, 'from') });

/**
 * The requests that a change answers: their item is answered now, or the papers of their treatment are said to be here. They end by
 * themselves, with how: `answered:form`, `answered:document`.
 */
export const requestsAnswered = (after: CaseState, context: Context, how: 'form' | 'document', answers: FormAnswers = {}): readonly CaseEvent[] => {
  const answered = new Set(standings(after, context.board).filter((item) => item.state !== 'missing').map((item) => item.id));
  const present = treatmentRows(answers).filter((row) => said(row, 'document') === 'present').map(sourceOf);
  return openTasksOf(after.tasks, 'supplyItem').filter((task) => {
    const [item, treatment] = [itemOfRequest(task), treatmentOfRequest(task)];
    return (item !== null && answered.has(item)) || (treatment !== null && present.some((source) => same(source, treatment)));
  }).map((task) => completeTask(task, `answered:${how}`, actorId(context.actor)));
};
