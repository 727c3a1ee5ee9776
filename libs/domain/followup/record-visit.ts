import { event } from '../core/event.js';
import { isRefusal, refuse, type Refusal } from '../core/refusal.js';
import type { Context } from '../core/context.js';
import type { CaseCommandData } from '../cases/commands.js';
import type { CaseCommand } from '../cases/definition.js';
import type { CaseEvent } from '../cases/events.js';
import { isActive } from '../cases/gates.js';
import { actorId, onCase, oneOf, originCaseManager } from '../cases/may.js';
import { firstOf, openTaskOfKindOr } from '../cases/refusals.js';
import type { CaseState } from '../cases/state.js';
import { notUnderWay } from '../cases/under-way.js';
import { musculoskeletal } from '../scores/musculoskeletal.js';
import { completeTask } from '../tasks/change.js';
import type { Task } from '../tasks/task.js';
import { nextVisit } from './visits.js';

type Data = CaseCommandData['recordFollowUpVisit'];

const died = ({ status }: Data): boolean => status === 'diedOfDisease' || status === 'diedOfOtherCause';
const recurred = ({ localRecurrence, distantRecurrence }: Data): boolean => localRecurrence === 'yes' || distantRecurrence === 'yes';

const unexplained = ({ carriedOut, because }: Data): Refusal | null => {
  if (carriedOut) return because === null ? null : refuse('FOLLOW_UP.REASON_CONTRADICTS', {}, 'because');
  return because === null ? refuse('FOLLOW_UP.REASON_NEEDED', {}, 'because') : null;
};

/** No disease and a recurrence, or a functional score of the dead: one of the two is a slip. */
const contradicts = (data: Data): Refusal | null =>
  ((data.status === 'noEvidenceOfDisease' && recurred(data)) || (died(data) && (data.ecog !== null || data.msts !== null)) ? refuse('FOLLOW_UP.STATUS_CONTRADICTS', { status: data.status }, 'status') : null);

const isScore = (value: number | null, most: number): boolean => value === null || (Number.isInteger(value) && value >= 0 && value <= most);
/** ECOG 0 to 4 (5 is the status); MSTS 0 to 30, of musculoskeletal sarcoma only. */
const impossible = (state: CaseState, { ecog, msts }: Data): Refusal | null => {
  if (!isScore(ecog, 4)) return refuse('FOLLOW_UP.SCORE_NOT_POSSIBLE', { most: 4 }, 'ecog');
  return isScore(msts, 30) && (msts === null || musculoskeletal.includes(state.tumorType)) ? null : refuse('FOLLOW_UP.SCORE_NOT_POSSIBLE', { most: 30 }, 'msts');
};

/** A recurrence or a death needs no waiting for the visit's day. */
const tooEarly = (task: Task, data: Data, now: string): Refusal | null =>
  (task.deadline === null || now >= task.deadline.dueAt || died(data) || recurred(data) ? null : refuse('FOLLOW_UP.NOT_YET', { from: task.deadline.dueAt, day: null }));

/** The next visit, or the end of follow-up: at the plan's end, a death, a recurrence. Then the host is asked how the case ends, or to discuss it anew. */
const onward = (state: CaseState, context: Context, data: Data, month: number): readonly CaseEvent[] => {
  if (!isActive(state, 'followUp')) return [];
  const next = died(data) || recurred(data) ? null : nextVisit(state, context, month);
  return [next ?? event('StageLeft', { stage: 'followUp', round: state.round, skipped: false })];
};

/**
 * How the patient was at a planned visit, by the referring clinician or a case manager of the origin. Refused: as every task command; FOLLOW_UP.NOT_YET,
 * FOLLOW_UP.REASON_NEEDED (not carried out), FOLLOW_UP.REASON_CONTRADICTS, FOLLOW_UP.STATUS_CONTRADICTS, FOLLOW_UP.SCORE_NOT_POSSIBLE.
 */
export const recordFollowUpVisit: CaseCommand<'recordFollowUpVisit'> = {
  type: 'recordFollowUpVisit', stream: 'case',
  mayDo: onCase(oneOf((actor, state) => actor.personId === state.referrerId, originCaseManager)),
  decide: (state, data, context, seenVersion) => {
    const task = openTaskOfKindOr(state, context, data.taskId, 'followUpVisit', seenVersion);
    if (isRefusal(task)) return task;
    const { taskId: _task, ...found } = data;
    const month = Number(task.about['month']);
    return firstOf(notUnderWay(state, context), unexplained(data), contradicts(data), impossible(state, data), tooEarly(task, data, context.now)) ?? [
      event('FollowUpVisitRecorded', { month, ...found, noteTextId: context.text('note') }),
      completeTask(task, data.status, actorId(context.actor)),
      ...onward(state, context, data, month),
    ];
  },
};
