import { event } from '../core/event.js';
import { isRefusal, refuse, type Refusal } from '../core/refusal.js';
import type { Context } from '../core/context.js';
import { endOfDate, isDate } from '../core/date-in-zone.js';
import type { CaseCommand } from '../cases/definition.js';
import type { CaseEvent, CaseEventData } from '../cases/events.js';
import { actorId } from '../cases/may.js';
import { firstOf } from '../cases/refusals.js';
import type { CaseState, Transfer } from '../cases/state.js';
import { notUnderWay } from '../cases/under-way.js';
import { cancelTasks, completeTask } from '../tasks/change.js';
import { taskCreated } from '../tasks/open-task.js';
import { openTasksOf, type TaskKind } from '../tasks/task.js';
import { hospitalOf, itemTask, openItems, type Side } from './checklist.js';
import { askToSend } from './enter-transfer.js';
import { eitherSide, receiving, sending, transferIn } from './sides.js';

type Progress = Partial<Omit<CaseEventData['TransferProgressed'], 'status' | 'by'>>;
const progressed = (context: Context, status: Transfer['status'], more: Progress = {}): CaseEvent =>
  event('TransferProgressed', { status, by: actorId(context.actor), noteTextId: context.text('note'), ...more });
const done = (state: CaseState, context: Context, kind: TaskKind, result: string): readonly CaseEvent[] =>
  openTasksOf(state.tasks, kind).map((task) => completeTask(task, result, actorId(context.actor)));
const ask = (state: CaseState, context: Context, transfer: Transfer, kind: TaskKind, side: Side, ownerId: string | null = null): CaseEvent => taskCreated(state, context, {
  kind, stage: 'transfer', offer: { institutionId: hospitalOf(transfer, side), role: 'transferCoordinator', discipline: null }, ownerId, about: { transferId: transfer.id },
});

/** The request goes to the receiving hospital, with consent to the transfer and the clinical summary. Also again, after a refusal. Refused: TRANSFER.WRONG_STATUS, TRANSFER.CHECKLIST_OPEN. */
export const sendTransfer: CaseCommand<'sendTransfer'> = {
  type: 'sendTransfer', stream: 'case',
  mayDo: sending,
  decide: (state, _data, context) => {
    const transfer = transferIn(state, context, 'preparing', 'refused');
    if (isRefusal(transfer)) return transfer;
    return firstOf(notUnderWay(state, context), openItems(state, context.now, ['consentToTransfer', 'clinicalSummary']))
      ?? [progressed(context, 'sent'), ...done(state, context, 'sendTransfer', 'sent'), ask(state, context, transfer, 'acceptTransfer', 'receiving')];
  },
};

/** The request reached the receiving hospital; somebody there opened it. Refused: TRANSFER.WRONG_STATUS. */
export const progressTransfer: CaseCommand<'progressTransfer'> = {
  type: 'progressTransfer', stream: 'case',
  mayDo: (actor, state, data, context) => (actor.kind === 'process' && data.to === 'delivered' ? null : receiving(actor, state, data, context)),
  decide: (state, { to }, context) => {
    const transfer = to === 'delivered' ? transferIn(state, context, 'sent') : transferIn(state, context, 'sent', 'delivered');
    return isRefusal(transfer) ? transfer : notUnderWay(state, context) ?? [progressed(context, to)];
  },
};

const notTheirClinician = (personId: string, transfer: Transfer, { people }: Context): Refusal | null => {
  const person = people.byId(personId);
  return person?.active === true && person.posts.some((post) => post.institutionId === transfer.toInstitutionId && (post.role === 'specialist' || post.role === 'chair' || post.role === 'departmentHead'))
    ? null : refuse('TRANSFER.NOT_THEIR_CLINICIAN', { personId }, 'acceptingClinicianId');
};

/**
 * The receiving hospital takes the patient: a clinician of its own is named. Only now the invitation letter is asked for. Refused: TRANSFER.WRONG_STATUS (who
 * and when), TRANSFER.NOT_THEIR_CLINICIAN, DATE.NOT_A_DATE.
 */
export const acceptTransfer: CaseCommand<'acceptTransfer'> = {
  type: 'acceptTransfer', stream: 'case',
  mayDo: receiving,
  decide: (state, { acceptingClinicianId, plannedFor }, context) => {
    const transfer = transferIn(state, context, 'sent', 'delivered', 'opened');
    if (isRefusal(transfer)) return transfer;
    return firstOf(notUnderWay(state, context), notTheirClinician(acceptingClinicianId, transfer, context), plannedFor === null || isDate(plannedFor) ? null : refuse('DATE.NOT_A_DATE', {}, 'plannedFor')) ?? [
      progressed(context, 'accepted', { acceptingClinicianId, plannedFor }), ...done(state, context, 'acceptTransfer', 'accepted'),
      itemTask(state, context, transfer, 'invitationLetter'), ask(state, context, transfer, 'recordDeparture', 'sending'),
    ];
  },
};

/** The receiving hospital can't, with a reason: the origin chooses, to send again or to end it. Refused: TRANSFER.WRONG_STATUS. */
export const refuseTransfer: CaseCommand<'refuseTransfer'> = {
  type: 'refuseTransfer', stream: 'case',
  mayDo: receiving,
  decide: (state, { reason }, context) => {
    const transfer = transferIn(state, context, 'sent', 'delivered', 'opened');
    if (isRefusal(transfer)) return transfer;
    return notUnderWay(state, context) ?? [progressed(context, 'refused', { reason }), ...done(state, context, 'acceptTransfer', 'refused'), askToSend(state, context, transfer)];
  },
};

/** The patient leaves: nothing on the checklist is open, and nothing lapses before that day is over. Refused: TRANSFER.WRONG_STATUS, TRANSFER.CHECKLIST_OPEN (open, lapsed), DATE.NOT_A_DATE. */
export const recordDeparture: CaseCommand<'recordDeparture'> = {
  type: 'recordDeparture', stream: 'case',
  mayDo: sending,
  decide: (state, { on }, context) => {
    const transfer = transferIn(state, context, 'accepted');
    if (isRefusal(transfer)) return transfer;
    if (!isDate(on)) return refuse('DATE.NOT_A_DATE', {}, 'on');
    return firstOf(notUnderWay(state, context), openItems(state, endOfDate(on, context.calendars.zone(transfer.fromInstitutionId)))) ?? [
      progressed(context, 'departed', { plannedFor: on }), ...done(state, context, 'recordDeparture', 'departed'),
      ask(state, context, transfer, 'confirmArrival', 'receiving', transfer.acceptingClinicianId),
    ];
  },
};

/** The patient is there: in which condition (kept as the event's reason), and what differs from what was announced. Refused: TRANSFER.WRONG_STATUS. */
export const recordArrival: CaseCommand<'recordArrival'> = {
  type: 'recordArrival', stream: 'case',
  mayDo: receiving,
  decide: (state, { condition, discrepancies }, context) => {
    const transfer = transferIn(state, context, 'departed');
    return isRefusal(transfer) ? transfer : notUnderWay(state, context) ?? [progressed(context, 'arrived', { reason: condition, discrepancies })];
  },
};

/** The receiving hospital has the patient in its care: the transfer is done. Refused: TRANSFER.WRONG_STATUS. */
export const takeOver: CaseCommand<'takeOver'> = {
  type: 'takeOver', stream: 'case',
  mayDo: receiving,
  decide: (state, _data, context) => {
    const transfer = transferIn(state, context, 'arrived');
    if (isRefusal(transfer)) return transfer;
    return notUnderWay(state, context) ?? [progressed(context, 'takenOver'), ...done(state, context, 'confirmArrival', 'takenOver'), ...leave(state, 'takenOver', ['confirmArrival'])];
  },
};

/** Whatever of the transfer is still open ends with it, and the stage is left. */
const leave = (state: CaseState, cause: string, except: readonly TaskKind[] = []): readonly CaseEvent[] =>
  [...cancelTasks(state, cause, (task) => task.stage === 'transfer' && !except.includes(task.kind)), event('StageLeft', { stage: 'transfer', round: state.round, skipped: false })];

/** It won't be, with a coded cause; by either side, until the patient is in the receiving hospital's care. Refused: TRANSFER.WRONG_STATUS (who and when). */
export const endTransfer: CaseCommand<'endTransfer'> = {
  type: 'endTransfer', stream: 'case',
  mayDo: eitherSide,
  decide: (state, { cause }, context) => {
    const transfer = transferIn(state, context, 'preparing', 'sent', 'delivered', 'opened', 'accepted', 'refused', 'departed', 'arrived');
    return isRefusal(transfer) ? transfer : notUnderWay(state, context) ?? [progressed(context, 'ended', { reason: cause }), ...leave(state, cause)];
  },
};
