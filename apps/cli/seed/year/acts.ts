import { dateAt, formOf, isReview, missingItems, readersInDispute, tumorTypeOf, type BoardDefinition, type CaseState, type Task, type TaskKind } from '#domain';
import { draftOfTask } from '#door';
import { filledIn, monthBefore } from './papers.js';
import type { Year } from './year.js';

/** How a kind of task is done: hours until then (null: never), and the act. */
interface Act { readonly after: (year: Year, task: Task) => number | null; readonly go: (year: Year, state: CaseState, task: Task) => void }
const hours = (median: number, spread?: number) => (year: Year): number => year.chance.about(median, spread);

const boardOf = (year: Year, state: CaseState): BoardDefinition => {
  const board = year.memory.boards.get(state.boardId);
  if (board === undefined) throw new Error('A case has its board');
  return board;
};
/** The owner, else somebody of the pool who may have it. */
const whoDoes = (year: Year, state: CaseState, task: Task): string | null => {
  if (task.ownerId !== null) return task.ownerId;
  const first = Object.values(state.opinions).filter(({ kind, round }) => kind === 'pathology' && round === task.round).map(({ signedBy }) => signedBy);
  const pool = year.holding(task.offer.role, task.offer.institutionId, task.offer.discipline).filter((id) => task.kind !== 'secondPathologyReview' || !first.includes(id));
  return pool.length === 0 ? null : year.chance.pick(pool);
};
const caseManagerOf = (year: Year, institutionId: string): string | null => year.holding('caseManager', institutionId)[0] ?? null;

/** The referral form saved, with or without what it should hold. */
export function answerReferral(year: Year, state: CaseState, without: readonly string[]): void {
  const form = tumorTypeOf(boardOf(year, state), state.tumorType)?.referralForm;
  const by = state.referrerId ?? state.openedBy;
  if (form === undefined) return;
  year.memory.draft(year.memory.makeDraft(state.id, null, state.referralDraftId, form.id, filledIn(form, monthBefore(year.now), without), by, year.now), year.as(by));
  year.put(state.id, by, 'answerDataSet', { draftId: state.referralDraftId });
}

const triage: Act = {
  after: hours(7),
  go: (year, state, task) => {
    const by = task.ownerId ?? caseManagerOf(year, state.hostInstitutionId);
    const items = missingItems(state, boardOf(year, state));
    if (year.chance.happens(0.02)) year.put(state.id, by, 'rejectReferral', { reason: 'notForThisBoard' }, { texts: { note: 'Belongs elsewhere.' } });
    else if (items.length === 0) year.put(state.id, by, 'acceptReferral', {});
    else if (state.returns === 0 && year.chance.happens(0.8)) year.put(state.id, by, 'returnReferral', { items }, { texts: { note: 'These are needed.' } });
    else year.put(state.id, by, 'overrideIntake', { code: 'exceptionalUrgency' }, { texts: { reason: 'Cannot wait.' } });
    afterIntake(year, state.id);
  },
};

const provideInformation: Act = {
  after: hours(40),
  go: (year, state) => {
    answerReferral(year, state, []);
    year.put(state.id, state.referrerId ?? state.openedBy, 'answerReturn', {});
    const again = Object.values(year.caseState(state.id)?.tasks ?? {}).find(({ kind }) => kind === 'triage');
    if (again !== undefined) year.inHours(year.chance.about(5), () => year.doNow(state.id, again.id));
  },
};

/** Some wait for the patient: the clocks of waiting stand still, or the case does. */
function afterIntake(year: Year, id: string): void {
  const state = year.caseState(id);
  if (state === null || state.stages.intake.status !== 'done') return;
  const by = caseManagerOf(year, state.hostInstitutionId);
  if (year.chance.happens(0.03)) {
    year.put(id, by, 'pauseWaitingTime', { reason: 'patientAskedToWait' });
    year.inHours(year.chance.about(200), () => { year.put(id, by, 'resumeWaitingTime', {}); });
  } else if (year.chance.happens(0.02)) {
    year.put(id, by, 'holdCase', { reason: 'awaitingPatient', resumeBy: dateAt(new Date(Date.parse(year.now) + 20 * 86_400_000).toISOString(), 'UTC') });
  }
  if (year.chance.happens(0.07)) year.inHours(year.chance.about(60), () => treatedToday(year, id));
}

export function treatedToday(year: Year, id: string): void {
  const state = year.caseState(id);
  if (state !== null) year.put(id, caseManagerOf(year, state.originInstitutionId), 'recordFirstTreatment', { on: dateAt(year.now, boardOf(year, state).series.zone) });
}

const review: Act = {
  after: (year, task) => year.chance.about(task.kind === 'secondPathologyReview' ? 16 : 26),
  go: (year, state, task) => {
    const by = whoDoes(year, state, task);
    if (by === null || !isReview(task.kind)) return;
    if (task.ownerId === null) year.put(state.id, by, 'claimTask', { taskId: task.id });
    const form = formOf(boardOf(year, state), task.kind, task.offer.discipline);
    const draft = year.memory.makeDraft(state.id, task.id, draftOfTask(task.id), form.id, filledIn(form, monthBefore(year.now)), by, year.now);
    year.memory.draft(draft, year.as(by));
    const discordance = task.kind === 'secondPathologyReview' ? year.chance.weighted({ none: 62, minor: 28, major: 6, uncertain: 4 }) : null;
    year.put(state.id, by, 'signReview', { taskId: task.id, draftId: draft.version.draftId, seenDraftVersion: draft.version.version, discordance });
  },
};

const reasons = { comorbidity: 44, patientsChoice: 34, progression: 8, notAvailableLocally: 5, noFunding: 4, treatedElsewhere: 3, died: 2 } as const;
const followUp: Act = {
  after: (year, task) => {
    if (year.chance.happens(0.16)) return null;
    const due = Date.parse(task.deadline?.dueAt ?? year.now) - Date.parse(year.now);
    return Math.max(0, due / 3_600_000) + year.chance.about(20);
  },
  go: (year, state, task) => {
    const answer = year.chance.weighted({ yes: 80, partly: 7, otherwise: 4, no: 9 });
    year.put(state.id, task.ownerId ?? caseManagerOf(year, state.originInstitutionId), 'answerFollowUp', { taskId: task.id, answer, because: answer === 'yes' ? null : year.chance.weighted(reasons) });
  },
};

const decide = (year: Year, state: CaseState, task: Task): void => {
  const decision = year.chance.weighted({ accepted: 90, declined: 8, undecided: 2 });
  year.put(state.id, task.ownerId ?? state.referrerId, 'recordPatientDecision', { outcomeId: state.currentOutcomeId, decision }, decision === 'declined' ? { texts: { reason: 'The patient prefers to wait.' } } : {});
  if (decision === 'accepted') year.inHours(year.chance.about(19 * 24, 0.5), () => treatedToday(year, state.id));
};

/** One of the two pathologists writes down what they agreed at the microscope, and the other confirms it. */
const agree = (year: Year, state: CaseState, task: Task): void => {
  const [first = null, second = null] = readersInDispute(state, task);
  year.put(state.id, second, 'resolveDiscordance', { taskId: task.id, how: 'consensus' }, { texts: { note: 'Read together at the microscope.' } });
  const textId = year.caseState(state.id)?.consensus?.[task.id]?.textId;
  if (textId !== undefined) year.put(state.id, first, 'confirmConsensus', { taskId: task.id, textId });
};

/** Kinds that nobody does here stay open, as they would. */
export const acts: Readonly<Partial<Record<TaskKind, Act>>> = {
  triage, provideInformation, pathologyReview: review, secondPathologyReview: review, imagingReview: review, answerFollowUp: followUp,
  recordConsent: { after: hours(30), go: (year, state, task) => { year.put(state.id, task.ownerId ?? caseManagerOf(year, state.originInstitutionId), 'recordConsent', { purpose: task.about['purpose'], until: null, fileId: null, byGuardian: false }); } },
  resolveDiscordance: { after: hours(30), go: agree },
  scheduleMeeting: { after: hours(6), go: (year, state, task) => { year.put(state.id, whoDoes(year, state, task), 'listOnNextMeeting', { round: state.round * 1000 }); } },
  removeDeferralCause: { after: hours(70, 0.7), go: (year, state, task) => { year.put(state.id, whoDoes(year, state, task), 'settleDeferralCause', { taskId: task.id }); } },
  sign: { after: hours(9, 0.9), go: (year, state, task) => { year.put(state.id, task.ownerId, 'signRecommendation', { outcomeId: state.currentOutcomeId, seenTextHash: state.outcomes[state.currentOutcomeId ?? '']?.textHash }); } },
  acknowledge: { after: hours(12, 0.8), go: (year, state, task) => { year.put(state.id, task.ownerId ?? state.referrerId, 'acknowledgeRecommendation', { outcomeId: state.currentOutcomeId }); } },
  recordPatientDecision: { after: hours(60), go: decide },
  resumeHold: { after: hours(160), go: (year, state) => { year.put(state.id, caseManagerOf(year, state.hostInstitutionId), 'resumeCase', {}); } },
  closeCase: { after: hours(20), go: (year, state, task) => { year.put(state.id, whoDoes(year, state, task), 'closeCase', { reason: year.chance.weighted({ carriedOutHere: 50, treatedLocally: 40, treatedElsewhere: 6, lostContact: 4 }) }); } },
};
