import { event } from '../core/event.js';
import { refuse, type Refusal } from '../core/refusal.js';
import type { Context } from '../core/context.js';
import type { CaseCommandData } from '../cases/commands.js';
import type { CaseCommand } from '../cases/definition.js';
import { firstOf, outside, wordless } from '../cases/refusals.js';
import type { CaseState, Outcome } from '../cases/state.js';
import { actorId, onCase } from '../cases/may.js';
import type { CaseEvent } from '../cases/events.js';
import { notUnderWay } from '../cases/under-way.js';
import { quorumOf, votersAt } from '../meetings/quorum.js';
import { dateAt } from '../core/date-in-zone.js';
import type { MeetingState } from '../meetings/state.js';
import { cancelTasks, completeTask } from '../tasks/change.js';
import { openTasksOf } from '../tasks/task.js';
import { elsewhere } from './list-case.js';
import { sideMismatch } from './sides.js';

type Data = CaseCommandData['recordRecommendation'];

/** MEETING.NOT_OPEN where the meeting that decides isn't sitting. */
export const notSitting = (meeting: MeetingState | null, meetingId: string): Refusal | null =>
  meeting?.id === meetingId && meeting.status === 'open' ? null : refuse('MEETING.NOT_OPEN', { status: meeting?.status ?? null });

/** Who takes part in the decision: in the room now, without conflict of interest. */
export const participantsOf = (state: CaseState, meeting: MeetingState, context: Context): Outcome['participants'] =>
  votersAt(meeting.attendance, context.now, state.conflicts).map(({ personId, discipline, institutionId }) => ({ personId, discipline, institutionId }));

/** MEETING.QUORUM_NOT_MET with who is missing: disciplines, sides (institution ids), specialties. */
const noQuorum = (state: CaseState, meeting: MeetingState, { board, now }: Context): Refusal | null => {
  const quorum = quorumOf(board.quorum, meeting.attendance, now, { conflicts: state.conflicts, sides: [state.originInstitutionId, state.hostInstitutionId] });
  return quorum.met ? null : refuse('MEETING.QUORUM_NOT_MET', {
    number: meeting.number, missing: quorum.missingDisciplines, missingSides: quorum.missingSides,
    present: board.quorum.requiredDisciplines.length - quorum.missingDisciplines.length, required: board.quorum.requiredDisciplines.length,
    specialties: quorum.specialties, specialtiesNeeded: quorum.specialtiesNeeded,
  });
};

/** Who dissents or abstains is in the room, does one of the two, and says why. */
const voiceless = (data: Data, participants: Outcome['participants'], context: Context): Refusal | null => {
  const present = new Set(participants.map(({ personId }) => personId));
  const voices = [...data.dissents, ...data.abstentions];
  const absent = voices.find((personId) => !present.has(personId));
  if (absent !== undefined) return refuse('RECOMMENDATION.VOICE_NOT_PRESENT', { personId: absent }, data.dissents.includes(absent) ? 'dissents' : 'abstentions');
  if (new Set(voices).size < voices.length) return refuse('RECOMMENDATION.VOICE_TWICE', {}, 'abstentions');
  return wordless(context, ...data.dissents.map((personId) => `dissent:${personId}`), ...data.abstentions.map((personId) => `abstention:${personId}`));
};

/** Nothing is decided on evidence known to be pending without saying so: what is awaited, who brings it, by when, and what it would change. */
const pendingUnsaid = (data: Data, today: string, context: Context): Refusal | null => {
  const pending = data.pendingResults ?? [];
  return firstOf(
    wordless(context, ...numbered(data.optionsWeighed ?? 0, 'option'), ...numbered(pending.length, 'pending', 'pendingChanges')),
    pending.every(({ ownerId }) => context.people.byId(ownerId)?.active === true) ? null : refuse('RECOMMENDATION.RESPONSIBLE_UNKNOWN', {}, 'pendingResults'),
    ...pending.map(({ dueDate }) => (dueDate >= today ? null : refuse('RECOMMENDATION.DUE_IN_THE_PAST', { dueDate, today }, 'pendingResults'))),
  );
};

const unfinished = (state: CaseState, data: Data, context: Context): Refusal | null => {
  const today = dateAt(context.now, context.calendars.zone(state.hostInstitutionId));
  const hospitals = [context.board.hostInstitutionId, ...context.board.partnerInstitutionIds].filter((id) => id !== state.originInstitutionId);
  return firstOf(
    wordless(context, 'proposal', 'rationale', ...(data.guideline === 'offGuideline' ? ['offGuidelineReason'] : [])),
    data.modalities.length > 0 ? null : refuse('RECOMMENDATION.MODALITY_NEEDED', {}, 'modalities'),
    context.people.byId(data.responsibleId)?.active === true ? null : refuse('RECOMMENDATION.RESPONSIBLE_UNKNOWN', {}, 'responsibleId'),
    data.dueDate >= today ? null : refuse('RECOMMENDATION.DUE_IN_THE_PAST', { dueDate: data.dueDate, today }, 'dueDate'),
    data.advisesTransferTo === null || hospitals.includes(data.advisesTransferTo) ? null : refuse('RECOMMENDATION.TRANSFER_TARGET_UNKNOWN', {}, 'advisesTransferTo'),
    pendingUnsaid(data, today, context),
  );
};

const numbered = (count: number, ...names: readonly string[]): readonly string[] => Array.from({ length: count }, (_, place) => names.map((name) => `${name}:${place + 1}`)).flat();

/** Every text that an outcome may carry, and those that were given. */
const textsOf = (context: Context, data: Pick<Data, 'dissents' | 'abstentions' | 'optionsWeighed' | 'pendingResults'>): Outcome['texts'] => {
  const fields = ['proposal', 'rationale', 'offGuidelineReason', 'conditions', 'alternative', 'note',
    ...numbered(data.optionsWeighed ?? 0, 'option', 'optionFor', 'optionAgainst'), ...numbered(data.pendingResults?.length ?? 0, 'pending', 'pendingChanges'), ...data.dissents.map((id) => `dissent:${id}`), ...data.abstentions.map((id) => `abstention:${id}`)];
  return Object.fromEntries(fields.flatMap((field) => { const id = context.text(field); return id === null ? [] : [[field, id] as const]; }));
};

export type OutcomeCore = Pick<Outcome, 'kind' | 'intent' | 'modalities' | 'laterality' | 'guideline' | 'responsibleId' | 'dueDate' | 'advisesTransferTo' | 'dissents' | 'abstentions' | 'optionsWeighed' | 'feasibleAtOrigin' | 'pendingResults'>;

/** An outcome as it is before anybody signed. Its hash covers what was decided, by whom, and every word: it is what each person signs. */
export const outcomeOf = (state: CaseState, meeting: MeetingState, context: Context, core: OutcomeCore): Outcome => {
  const decided = { ...core, round: state.round, meetingId: meeting.id, at: context.now, chairId: meeting.chairId ?? actorId(context.actor), participants: participantsOf(state, meeting, context) };
  return {
    id: context.id('outcome'), ...decided, texts: textsOf(context, core), textHash: context.hash({ decided, texts: context.hashOfTexts() }),
    signatures: [], signaturesComplete: false, letter: null, letterSentAt: null, acknowledgedAt: null, acknowledgedBy: null, patientDecision: null, supersededBy: null,
  };
};

/** The board has spoken: the chair's item is done, and what only the discussion waited for ends. */
export const decided = (state: CaseState, context: Context, outcome: Outcome): readonly CaseEvent[] => [
  event('OutcomeRecorded', { outcome }),
  ...openTasksOf(state.tasks, 'decide').map((task) => completeTask(task, outcome.kind, actorId(context.actor))),
  ...cancelTasks(state, 'decided', (task) => task.kind === 'removeDeferralCause' || task.kind === 'scheduleMeeting' || task.kind === 'opinion' || (task.kind === 'supplyItem' && outcome.kind !== 'discussAgainByDate')),
];

/**
 * The board's recommendation, typed by the chair or the scribe of the sitting (product.md, rules marked B). Refused: CASE.NOT_OPEN,
 * CASE.STAGE_NOT_ACTIVE, MEETING.NOT_OPEN, DISCUSSION.NOT_LISTED, MEETING.CHAIR_IN_CONFLICT, MEETING.QUORUM_NOT_MET,
 * RECOMMENDATION.DISCORDANCE_OPEN, RECOMMENDATION.SIDE_DIFFERS / SIDE_NEEDED, TEXT.NEEDED, RECOMMENDATION.MODALITY_NEEDED,
 * RESPONSIBLE_UNKNOWN, DUE_IN_THE_PAST, TRANSFER_TARGET_UNKNOWN, VOICE_NOT_PRESENT, VOICE_TWICE.
 */
export const recordRecommendation: CaseCommand<'recordRecommendation'> = {
  type: 'recordRecommendation', stream: 'case', needs: ['meeting'],
  mayDo: onCase((actor, _state, { meeting }) => meeting !== null && [meeting.chairId, meeting.scribeId].includes(actor.personId)),
  decide: (state, data, context) => {
    const { meeting } = context;
    const before = firstOf(notUnderWay(state, context), outside(state, 'discussion'), elsewhere(state, data.meetingId), notSitting(meeting, data.meetingId));
    if (before !== null || meeting === null) return before ?? refuse('MEETING.NOT_OPEN', { status: null });
    const participants = participantsOf(state, meeting, context);
    return firstOf(
      meeting.chairId !== null && state.conflicts.includes(meeting.chairId) ? refuse('MEETING.CHAIR_IN_CONFLICT', {}) : null,
      noQuorum(state, meeting, context),
      openTasksOf(state.tasks, 'resolveDiscordance').length === 0 ? null : refuse('RECOMMENDATION.DISCORDANCE_OPEN', {}),
      sideMismatch(state, data.laterality), unfinished(state, data, context), voiceless(data, participants, context),
    ) ?? decided(state, context, outcomeOf(state, meeting, context, { ...data, kind: 'recommendation' }));
  },
};
