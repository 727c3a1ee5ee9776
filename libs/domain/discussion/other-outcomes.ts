import { event } from '../core/event.js';
import { isRefusal, refuse } from '../core/refusal.js';
import type { Discipline, Role } from '../core/actor.js';
import type { Context } from '../core/context.js';
import type { CaseCommand } from '../cases/definition.js';
import type { CaseEvent } from '../cases/events.js';
import { actorId, hostChair, onCase, orProcess } from '../cases/may.js';
import { firstOf, outside, openTaskOfKindOr } from '../cases/refusals.js';
import { deferralCauses, type DeferralCause } from '../cases/lists.js';
import type { CaseState } from '../cases/state.js';
import { notUnderWay } from '../cases/under-way.js';
import { completeTask } from '../tasks/change.js';
import { openTask } from '../tasks/open-task.js';
import { openTasksOf, type Task } from '../tasks/task.js';
import { instantOf } from '../meetings/series.js';
import { askForMeeting } from './agenda.js';
import { elsewhere } from './list-case.js';
import { decided, notSitting, outcomeOf } from './record-recommendation.js';

/** Who owes what a deferral names: what the patient's own hospital holds is chased by its case manager, who is in the room by the host's. */
const owes: Readonly<Record<DeferralCause, 'origin' | 'host' | null>> = {
  pathologyMissing: 'origin', imagingMissing: 'origin', stagingIncomplete: 'origin', patientInformationMissing: 'origin', requiredDisciplineAbsent: 'host',
  timeRanOut: null, listedInError: null, other: null,
};

/** The third deferral for one cause is the department head's business. */
const deferralsUntilHead = 3;

const removeCause = (state: CaseState, context: Context, cause: DeferralCause): Task | null => {
  const side = owes[cause];
  if (side === null || openTasksOf(state.tasks, 'removeDeferralCause').some((task) => task.about['cause'] === cause)) return null;
  const [institutionId, ownerId] = side === 'origin' ? [state.originInstitutionId, state.originCaseManagerId] : [state.hostInstitutionId, state.hostCaseManagerId];
  return openTask(state, context, { kind: 'removeDeferralCause', stage: 'discussion', offer: { institutionId, role: 'caseManager', discipline: null }, ownerId, about: { cause } });
};

/** Whose department a cause is. */
const departmentOf: Readonly<Partial<Record<DeferralCause, Discipline>>> = { pathologyMissing: 'pathology', imagingMissing: 'radiology' };

/** Heads of the hospital that owes it, of the department that the cause names before others; where the post is empty its admins; where that hospital has neither, the host's. */
const tellHead = (state: CaseState, context: Context, cause: DeferralCause, taskId: string): readonly CaseEvent[] => {
  const owing = owes[cause] === 'origin' ? state.originInstitutionId : state.hostInstitutionId;
  const department = departmentOf[cause];
  const at = (role: Role, institutionId: string, discipline?: Discipline) => context.people.holding(role, institutionId, discipline).filter((person) => person.active);
  const heads = [...(department === undefined ? [] : [at('departmentHead', owing, department)]), ...[owing, state.hostInstitutionId].flatMap((id) => [at('departmentHead', id), at('admin', id)])].find((people) => people.length > 0) ?? [];
  return heads.length === 0 ? [] : [event('MarkFired', { taskId, mark: 'deferredAgain', kind: 'escalate', late: false, tells: heads.map(({ id }) => ({ personId: id, as: 'head' as const })) })];
};

/**
 * Not decided today, because of a coded cause: by the chair, without quorum, or by the process after the sitting (`timeRanOut`). The case goes to the
 * next agenda by itself (move `listOnNextMeeting`); where the cause names something, whoever owes it is asked; at the third deferral for the
 * same cause the head of the department that owes it is told, and asked to say that they know. Refused: DISCUSSION.NOT_LISTED, MEETING.NOT_OPEN,
 * DISCUSSION.CAUSE_NOT_OFFERED (by the board's definition).
 */
export const deferCase: CaseCommand<'deferCase'> = {
  type: 'deferCase', stream: 'case', needs: ['meeting'],
  mayDo: orProcess((actor, _state, { meeting }) => meeting !== null && [meeting.chairId, meeting.scribeId].includes(actor.personId)),
  decide: (state, { meetingId, cause }, context) => {
    const byProcess = context.actor.kind === 'process';
    const refusal = firstOf(byProcess && state.status === 'onHold' ? null : notUnderWay(state, context), elsewhere(state, meetingId), byProcess ? null : notSitting(context.meeting, meetingId));
    if (refusal !== null) return refusal;
    if (!byProcess && !(context.board.deferralCauses ?? deferralCauses).includes(cause)) return refuse('DISCUSSION.CAUSE_NOT_OFFERED', { cause }, 'cause');
    const items = openTasksOf(state.tasks, 'decide');
    const task = removeCause(state, context, cause);
    const before = state.deferrals.filter((deferral) => deferral.cause === cause).length;
    const about = task?.id ?? openTasksOf(state.tasks, 'removeDeferralCause').find((open) => open.about['cause'] === cause)?.id ?? items[0]?.id;
    return [
      event('CaseDeferred', { meetingId, cause, outcomeId: null, noteTextId: context.text('note') }),
      ...items.map((item) => completeTask(item, `deferred:${cause}`, byProcess ? null : actorId(context.actor))),
      ...(task === null ? [] : [event('TaskCreated', { task })]),
      ...(before + 1 >= deferralsUntilHead && about !== undefined ? tellHead(state, context, cause, about) : []),
    ];
  },
};

/** The cause of a deferral is out of the way. Refused: as every task command. */
export const settleDeferralCause: CaseCommand<'settleDeferralCause'> = {
  type: 'settleDeferralCause', stream: 'case',
  mayDo: onCase((actor, state) => [state.originInstitutionId, state.hostInstitutionId].some((id) => actor.posts.some((post) => post.institutionId === id && (post.role === 'caseManager' || post.role === 'referringClinician')))),
  decide: (state, { taskId }, context, seenVersion) => {
    const task = openTaskOfKindOr(state, context, taskId, 'removeDeferralCause', seenVersion);
    if (isRefusal(task)) return task;
    return notUnderWay(state, context) ?? [completeTask(task, 'settled', actorId(context.actor), { noteTextId: context.text('note') })];
  },
};

/**
 * Another end of the board's item, by the chair and without quorum. "Covered by standard of care" and "referred to another board" end the
 * discussion; what is left is to close the case with its reason. "Discuss again by date" stays in discussion, in a new round, and asks the host's
 * case managers for a sitting by that date. Refused: DISCUSSION.NOT_LISTED, MEETING.NOT_OPEN, DISCUSSION.DATE_NEEDED (missing or past).
 */
export const recordOtherOutcome: CaseCommand<'recordOtherOutcome'> = {
  type: 'recordOtherOutcome', stream: 'case', needs: ['meeting'],
  mayDo: onCase((actor, state, context) => hostChair(actor, state, context) && context.meeting?.chairId === actor.personId),
  decide: (state, data, context) => {
    const { meeting } = context;
    const refusal = firstOf(notUnderWay(state, context), outside(state, 'discussion'), elsewhere(state, data.meetingId), notSitting(meeting, data.meetingId));
    if (refusal !== null || meeting === null) return refusal ?? refuse('MEETING.NOT_OPEN', { status: null });
    const by = data.againBy === null ? null : instantOf(data.againBy, '12:00', context.calendars.zone(state.hostInstitutionId));
    if (data.kind === 'discussAgainByDate' && (by === null || by <= context.now)) return refuse('DISCUSSION.DATE_NEEDED', {}, 'againBy');
    const outcome = outcomeOf(state, meeting, context, {
      kind: data.kind, intent: null, modalities: [], laterality: state.laterality, guideline: null, responsibleId: null, dueDate: data.againBy, advisesTransferTo: null, dissents: [], abstentions: [],
    });
    return [...decided(state, context, outcome), ...(data.kind === 'discussAgainByDate' && by !== null ? again(state, context, by) : [event('StageLeft', { stage: 'discussion', round: state.round, skipped: false })])];
  },
};

const again = (state: CaseState, context: Context, by: string): readonly CaseEvent[] => {
  const round = state.round + 1;
  return [
    event('RoundOpened', { round, reason: 'discussAgainByDate', noteTextId: null, from: 'discussion' }), event('StageEntered', { stage: 'discussion', round }),
    askForMeeting({ ...state, round }, context, by),
  ];
};
