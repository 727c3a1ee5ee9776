import type { Refusal } from '../core/refusal.js';
import { plusMilliseconds } from '../core/instant.js';
import { answersTo } from '../forms/answers.fixture.js';
import type { FormDefinition } from '../forms/definition.js';
import { referralBoneSarcomaForm } from '../forms/referral-bone-sarcoma.js';
import { formOf, isReview } from '../reviews/opinion.js';
import { openTasks, type Task } from '../tasks/task.js';
import { itemOf } from '../transfers/expiry.js';
import { currentOutcome } from './gates.js';
import type { CaseState } from './state.js';
import { nextDue } from './due.js';
import { as, board, process, staff, type World } from './world.fixture.js';

/** Something that people (or a clock) might do now; answers a refusal where it was not to be. */
export interface Attempt { readonly name: string; readonly go: () => Refusal | null }
const attempt = (name: string, go: () => Refusal | null): Attempt => ({ name, go });
const day = 86_400_000;
const side = { state: 'given', value: 'left' } as const;

/** Open tasks, the visits of later years last: doing one moves the clock to its day. */
export const inTurn = (tasks: CaseState['tasks']): readonly Task[] => [...openTasks(tasks)].sort((a, b) => Number(a.kind === 'followUpVisit') - Number(b.kind === 'followUpVisit'));

/** A visit at which all is well. */
export const well = { carriedOut: true, because: null, status: 'noEvidenceOfDisease', localRecurrence: 'no', distantRecurrence: 'no', ecog: 0, msts: 24 } as const;

const save = (world: World, draftId: string, form: FormDefinition): void => {
  world.draft = { draftId, version: 1, formId: form.id, answers: answersTo(form, { laterality: side }), hash: 'h', authorId: 'x', at: world.now };
};
const firstThatGoes = (...ways: readonly (() => Refusal | null)[]): Refusal | null => ways.reduce<Refusal | null | undefined>((before, way) => (before === null ? null : way()), undefined) ?? null;
const byAnyone = (world: World, people: readonly string[], put: (id: string) => Refusal | null): Refusal | null => firstThatGoes(...people.filter((id) => !world.theCase.conflicts.includes(id)).map((id) => () => put(id)));

export const open = (world: World): Refusal | null => world.put('openReferral', {
  number: 'C-1', boardId: board.id, tumorType: 'boneSarcoma', urgency: 'routine', patientId: 'p', originInstitutionId: 'astana', referrerId: 'dana', referralDraftId: 'referral',
}, as('dana', world.now), { question: 'what now?' });

export const submit = (world: World): Refusal | null => {
  save(world, 'referral', referralBoneSarcomaForm);
  world.put('answerDataSet', { draftId: 'referral' }, as('dana', world.now));
  for (const purpose of ['care', 'sharingAcrossBorders'] as const) world.put('recordConsent', { purpose, until: null, fileId: null, byGuardian: false }, as('aliya', world.now));
  return world.put('submitReferral', { emergencyBegunBy: null }, as('dana', world.now));
};

export const planMeeting = (world: World): Refusal | null => {
  const id = `meeting-${world.meetings.size + 1}`;
  return world.meet('planMeeting', id, { number: id, boardId: board.id, startsAt: plusMilliseconds(world.now, 7 * day), zone: 'Asia/Shanghai', minutes: 90, place: 'Video' }, as('he', world.now));
};

const review = (world: World, task: Task): Refusal | null => {
  if (!isReview(task.kind)) throw new Error('no review');
  const form = formOf(board, task.kind, task.offer.discipline);
  const draftId = `draft-${task.id}`;
  const second = task.kind === 'secondPathologyReview';
  return byAnyone(world, task.ownerId === null ? staff.map(({ id }) => id) : [task.ownerId], (id) => {
    if (task.ownerId === null) world.put('claimTask', { taskId: task.id }, as(id, world.now));
    save(world, draftId, form);
    return world.put('signReview', { taskId: task.id, draftId, seenDraftVersion: 1, discordance: second ? 'minor' : null }, as(id, world.now));
  });
};

const seats = [['wang', 'surgery', 'shanghai'], ['sun', 'surgery', 'shanghai'], ['li', 'medicalOncology', 'shanghai'], ['zhao', 'radiationOncology', 'shanghai'], ['gu', 'pathology', 'shanghai'],
  ['chen', 'pathology', 'shanghai'], ['xu', 'radiology', 'shanghai'], ['serik', 'radiology', 'astana'], ['marat', 'pathology', 'astana']] as const;

/** The meeting on whose agenda the case stands sits, with everybody there is, under a chair without conflict. */
export const sit = (world: World): string | null => {
  const id = world.theCase.listed?.meetingId;
  const meeting = id === undefined ? undefined : world.meetings.get(id);
  if (id === undefined || meeting === undefined) return null;
  const chair = world.theCase.conflicts.includes('wang') ? 'sun' : 'wang';
  if (meeting.startsAt > world.now) world.now = meeting.startsAt;
  world.meet('openMeeting', id, { chairId: chair, scribeId: 'lin' }, as('he', world.now));
  for (const [personId, discipline, institutionId] of seats) world.meet('recordAttendance', id, { personId, discipline, institutionId, how: 'byVideo', substituteFor: null }, as('he', world.now));
  if (world.meetings.get(id)?.chairId !== chair) world.meet('handOnChair', id, { chairId: chair }, as('he', world.now));
  return id;
};

const chairOf = (world: World, meetingId: string): string => world.meetings.get(meetingId)?.chairId ?? 'wang';
const recommend = (world: World, advisesTransferTo: string | null): Refusal | null => {
  const meetingId = sit(world) ?? '';
  return world.put('recordRecommendation', {
    meetingId, intent: 'curative', modalities: ['surgery'], laterality: 'left', guideline: { code: 'esmo-bone', edition: '2021' }, responsibleId: 'wang', dueDate: '2030-01-01',
    advisesTransferTo, dissents: [], abstentions: [],
  }, as(chairOf(world, meetingId), world.now), { proposal: 'p', rationale: 'r' });
};
const otherwise = (world: World, kind: 'coveredByStandard' | 'referredToOtherBoard' | 'discussAgainByDate'): Refusal | null => {
  const meetingId = sit(world) ?? '';
  return world.put('recordOtherOutcome', { meetingId, kind, againBy: kind === 'discussAgainByDate' ? plusMilliseconds(world.now, 30 * day).slice(0, 10) : null }, as(chairOf(world, meetingId), world.now));
};

const sign = (world: World, task: Task): Refusal | null => {
  const outcome = currentOutcome(world.theCase);
  const signers = [task.ownerId, outcome?.chairId, ...(outcome?.participants ?? []).map(({ personId }) => personId)].filter((id) => id != null);
  const put = (id: string): Refusal | null => world.put('signRecommendation', { outcomeId: outcome?.id ?? '', seenTextHash: outcome?.textHash ?? '' }, as(id, world.now));
  return firstThatGoes(() => byAnyone(world, signers, put), () => refuseToSign(world));
};
const refuseToSign = (world: World): Refusal | null => {
  const outcome = currentOutcome(world.theCase);
  return world.put('refuseSignature', { outcomeId: outcome?.id ?? '' }, as(outcome?.chairId ?? 'wang', world.now), { reason: 'not so' });
};

/** One of the two writes down what they agreed, the other confirms; where one of them can't, who read neither settles it. */
const settle = (world: World, { id: taskId }: Task): Refusal | null => {
  const people = ['chen', 'gu', 'marat'];
  const by = (how: 'consensus' | 'thirdOpinion'): Refusal | null => byAnyone(world, people, (id) => world.put('resolveDiscordance', { taskId, how }, as(id, world.now), { note: 'agreed' }));
  return firstThatGoes(() => by('consensus') ?? byAnyone(world, people, (id) => world.put('confirmConsensus', { taskId, textId: world.theCase.consensus?.[taskId]?.textId ?? '' }, as(id, world.now))), () => by('thirdOpinion'));
};

const item = (world: World, task: Task): Refusal | null => {
  const expiresOn = itemOf(task)?.code === 'fitnessToFly' ? null : plusMilliseconds(world.now, 400 * day).slice(0, 10);
  return byAnyone(world, ['tang', 'asel', 'noa'], (id) => world.put('completeTransferItem', { taskId: task.id, expiresOn, fileId: null }, as(id, world.now)));
};
const depart = (world: World): Refusal | null => {
  for (const task of openTasks(world.theCase.tasks).filter((one) => one.kind === 'transferItem')) item(world, task);
  return world.put('recordDeparture', { on: world.now.slice(0, 10) }, as('asel', world.now));
};
const arrive = (world: World): Refusal | null => byAnyone(world, ['tang', 'noa'], (id) => {
  world.put('recordArrival', { condition: 'asExpected', discrepancies: [] }, as(id, world.now));
  return world.put('takeOver', {}, as(id, world.now));
});
const receiver = (state: CaseState): string => (state.transfer?.toInstitutionId === 'telaviv' ? 'noa' : 'tang');

/** A hold for a withdrawn consent ends at the origin, by a new one. */
const resume = (world: World): Refusal | null => {
  if (world.theCase.hold?.reason === 'consentWithdrawn') world.put('recordConsent', { purpose: 'care', until: null, fileId: null, byGuardian: false }, as('aliya', world.now));
  return world.put('resumeCase', {}, as('aliya', world.now));
};

/** How a task is done by those who have it: the way forward. */
export const finishTask = (world: World, task: Task): Refusal | null => {
  const now = world.now;
  const outcomeId = world.theCase.currentOutcomeId ?? '';
  switch (task.kind) {
    case 'triage': return firstThatGoes(() => world.put('acceptReferral', {}, as('he', now)), () => world.put('overrideIntake', { code: 'exceptionalUrgency' }, as('he', now), { reason: 'urgent' }));
    case 'provideInformation': return world.put('answerReturn', {}, as('dana', now));
    case 'supplyItem': return world.put('answerItem', { taskId: task.id }, as('aliya', now), { note: 'by courier' });
    case 'recordConsent': return firstThatGoes(...(['care', 'sharingAcrossBorders'] as const).filter((purpose) => task.about['purpose'] === purpose).map((purpose) => () => world.put('recordConsent', { purpose, until: null, fileId: null, byGuardian: false }, as('aliya', now))));
    case 'pathologyReview': case 'secondPathologyReview': case 'imagingReview': return firstThatGoes(() => review(world, task), () => world.put('acceptIncompleteFile', {}, as('wang', now), { reason: 'nobody is left to read' }));
    case 'supplyMaterial': return world.put('supplyMaterial', { taskId: task.id }, as('aliya', now));
    case 'resolveDiscordance': return settle(world, task);
    case 'opinion': return firstThatGoes(() => review(world, task), () => world.put('withdrawOpinionRequest', { taskId: task.id }, as('he', now)));
    case 'thirdOpinion': return firstThatGoes(...['marat', 'chen', 'gu'].map((id) => () => { world.put('claimTask', { taskId: task.id }, as(id, now)); return world.put('giveThirdOpinion', { taskId: task.id, bearsOut: 'second' }, as(id, now), { note: 'n' }); }), () => settle(world, world.theCase.tasks[task.about['taskId'] ?? ''] ?? task));
    case 'scheduleMeeting': planMeeting(world); return world.put('listOnNextMeeting', { round: 1 }, as('he', now));
    case 'removeDeferralCause': return world.put('settleDeferralCause', { taskId: task.id }, as('he', now));
    case 'decide': return firstThatGoes(() => recommend(world, 'shanghai'), () => otherwise(world, 'coveredByStandard'));
    case 'sign': return sign(world, task);
    case 'sendLetter': return world.put('retryLetter', { taskId: task.id }, as('he', now));
    case 'nameAddressee': return world.put('nameAddressee', { taskId: task.id, personId: 'dana' }, as('aliya', now));
    case 'confirmOutcome': return firstThatGoes(...['wang', 'sun'].map((id) => () => world.put('confirmOutcome', { taskId: task.id }, as(id, now), { note: 'it holds' })));
    case 'secondOpinion': return world.put('recordSecondOpinion', { taskId: task.id, answer: 'agrees' }, as('aliya', now), { note: 'n' });
    case 'acknowledge': return world.put('acknowledgeRecommendation', { outcomeId }, as('dana', now));
    case 'recordPatientDecision': return world.put('recordPatientDecision', { outcomeId, decision: 'accepted' }, as('dana', now));
    case 'sendTransfer': return firstThatGoes(() => world.put('sendTransfer', {}, as('asel', now)), () => world.put('endTransfer', { cause: 'noFunds' }, as('asel', now)));
    case 'acceptTransfer': return world.put('acceptTransfer', { acceptingClinicianId: receiver(world.theCase) === 'noa' ? 'levi' : 'sun', plannedFor: null }, as(receiver(world.theCase), now));
    case 'transferItem': return item(world, task);
    case 'recordDeparture': return depart(world);
    case 'confirmArrival': return arrive(world);
    case 'answerFollowUp': {
      if (task.deadline !== null && task.deadline.dueAt > world.now) world.now = task.deadline.dueAt;
      return world.put('answerFollowUp', { taskId: task.id, answer: 'yes', because: null }, as('dana', world.now));
    }
    case 'followUpVisit': {
      if (task.deadline !== null && task.deadline.dueAt > world.now) world.now = task.deadline.dueAt;
      return world.put('recordFollowUpVisit', { taskId: task.id, ...well }, as('dana', world.now));
    }
    case 'resumeHold': return resume(world);
    case 'closeCase': return world.put('closeCase', { reason: 'carriedOutHere' }, as('he', now));
  }
};

/** What the clock and the process do: what is due of the case and its meetings, and the commands that meetings owe. */
export const passTime = (world: World, milliseconds: number): Refusal | null => {
  world.now = plusMilliseconds(world.now, milliseconds);
  for (const id of world.meetings.keys()) {
    world.meet('runDue', id, { dueAt: world.now }, process);
    settleMeeting(world, id);
  }
  const due = nextDue(world.theCase);
  return due !== null && due.at <= world.now ? world.put('runDue', { dueAt: due.at }, process) : null;
};

/** One derived command to the case, where it is on the agenda, then the meeting's word that it is done. */
export const settleMeeting = (world: World, meetingId: string): void => {
  const meeting = world.meetings.get(meetingId);
  for (const move of meeting?.owes ?? []) {
    if (move === 'tellMissing') world.put('warnOfFreeze', { meetingId }, process);
    else if (move === 'delistIncomplete') world.put('delistFromMeeting', { meetingId, cause: 'fileIncomplete' }, process);
    else if (meeting?.status === 'cancelled') world.put('delistFromMeeting', { meetingId, cause: 'meetingCancelled' }, process);
    else world.put('deferCase', { meetingId, cause: 'timeRanOut' }, process);
    const refusal = world.meet('settleAgenda', meetingId, { move }, process);
    if (refusal !== null) throw new Error(`An agenda that was owed could not be settled: ${refusal.code}`);
  }
};

const onMeeting = (world: World, name: string, act: (id: string) => Refusal | null): readonly Attempt[] =>
  [...world.meetings.keys()].slice(-2).map((id) => attempt(`${name}:${id}`, () => { const refusal = act(id); settleMeeting(world, id); return refusal; }));

/** Turns that a case takes beside the way forward. Many are refused where the case stands: that is part of the walk. */
const detours = (world: World): readonly Attempt[] => {
  const now = world.now;
  const state = world.theCase;
  const outcomeId = state.currentOutcomeId ?? '';
  const meetingId = state.listed?.meetingId ?? '';
  return [
    attempt('hold', () => world.put('holdCase', { reason: 'awaitingPatient', resumeBy: plusMilliseconds(now, 20 * day).slice(0, 10) }, as('he', now))),
    attempt('withdraw', () => world.put('withdrawCase', { reason: 'patientsWish' }, as('dana', now))),
    attempt('withdrawConsent', () => world.put('withdrawConsent', { purpose: 'care' }, as('aliya', now))),
    attempt('close', () => world.put('closeCase', { reason: 'lostContact' }, as('he', now))),
    attempt('reopen', () => world.put('reopenCase', { reason: 'new findings' }, as('he', now), { note: 'back' })),
    attempt('newRound', () => world.put('openNewRound', { reason: 'progression' }, as('wang', now))),
    attempt('return', () => world.put('returnReferral', { items: ['diagnosis'] }, as('he', now), { note: 'please' })),
    attempt('requestPapers', () => world.put('requestItem', { item: null, treatment: { kind: 'surgery', country: 'de', from: '2023' }, of: 'originCaseManager', personId: null, neededForMeeting: true }, as('he', now))),
    attempt('acceptIncomplete', () => world.put('acceptIncompleteFile', {}, as('wang', now), { reason: 'no time' })),
    ...(['wang', 'gu', 'xu', 'li'] as const).map((personId) => attempt(`conflict:${personId}`, () => world.put('declareConflict', { personId }, as(personId, now)))),
    ...(['pathologyMissing', 'requiredDisciplineAbsent', 'timeRanOut', 'other'] as const).map((cause) => attempt(`defer:${cause}`, () => { const id = sit(world) ?? ''; return world.put('deferCase', { meetingId: id, cause }, as(chairOf(world, id), world.now)); })),
    ...(['coveredByStandard', 'referredToOtherBoard', 'discussAgainByDate'] as const).map((kind) => attempt(kind, () => otherwise(world, kind))),
    attempt('recommendHere', () => recommend(world, null)), attempt('recommendTelAviv', () => recommend(world, 'telaviv')),
    attempt('delist', () => world.put('delistFromMeeting', { meetingId, cause: 'asked' }, as('he', now))),
    attempt('refuseSignature', () => refuseToSign(world)),
    attempt('failLetter', () => world.put('failLetter', { outcomeId, code: 'typst' }, process)),
    ...(['declined', 'undecided', 'accepted'] as const).map((decision) => attempt(decision, () => world.put('recordPatientDecision', { outcomeId, decision }, as('dana', now)))),
    attempt('refuseTransfer', () => world.put('refuseTransfer', { reason: 'noBed' }, as(receiver(state), now))),
    attempt('endTransfer', () => world.put('endTransfer', { cause: 'visaRefused' }, as('asel', now))),
    ...openTasks(state.tasks).filter(({ kind }) => kind === 'answerFollowUp').slice(0, 1).map((task) => attempt('died', () => world.put('answerFollowUp', { taskId: task.id, answer: 'no', because: 'died' }, as('dana', now)))),
    ...openTasks(state.tasks).filter(({ kind }) => kind === 'followUpVisit').slice(0, 1).flatMap((task) => [
      attempt('recurred', () => world.put('recordFollowUpVisit', { taskId: task.id, ...well, status: 'aliveWithDisease', localRecurrence: 'yes' }, as('dana', now))),
      attempt('diedLater', () => world.put('recordFollowUpVisit', { taskId: task.id, ...well, status: 'diedOfDisease', ecog: null, msts: null }, as('dana', now))),
    ]),
    ...openTasks(state.tasks).slice(0, 3).flatMap((task) => [
      attempt(`decline:${task.kind}`, () => world.put('declineTask', { taskId: task.id, reason: 'other' }, as(task.ownerId ?? 'he', now), { note: 'can not' })),
      attempt(`release:${task.kind}`, () => world.put('releaseTask', { taskId: task.id }, as('he', now))),
    ]),
    ...openTasks(state.tasks).filter(({ kind }) => isReview(kind)).map((task) => attempt(`material:${task.kind}`, () => world.put('requestMaterial', { taskId: task.id, items: ['slides'], pausesClock: true }, as(task.ownerId ?? 'chen', now), { note: 'slides' }))),
    ...onMeeting(world, 'closeMeeting', (id) => world.meet('closeMeeting', id, {}, as('he', now))),
    ...onMeeting(world, 'cancelMeeting', (id) => world.meet('cancelMeeting', id, { because: 'nobody' }, as('he', now))),
    ...onMeeting(world, 'moveMeeting', (id) => world.meet('moveMeeting', id, { startsAt: plusMilliseconds(now, 9 * day) }, as('he', now))),
    ...onMeeting(world, 'list', (id) => world.put('listForMeeting', { meetingId: id }, as('he', now))),
    attempt('planMeeting', () => planMeeting(world)),
    ...([['surgery', 'telaviv', 'levi', true], ['radiationOncology', 'shanghai', null, true], ['medicalOncology', 'astana', null, false], ['pathology', 'shanghai', 'chen', false]] as const).map(([discipline, institutionId, personId, needed]) =>
      attempt(`ask:${discipline}`, () => world.put('requestOpinion', { discipline, institutionId, personId, needed }, as('he', now), { opinionQuestion: 'what do you say?' }))),
    ...openTasks(state.tasks).filter(({ kind }) => kind === 'opinion').slice(0, 1).map((task) => attempt('unask', () => world.put('withdrawOpinionRequest', { taskId: task.id }, as('wang', now), { note: 'settled' }))),
    ...[3_600_000, day, 6 * day, 40 * day].map((span) => attempt(`time:${span}`, () => passTime(world, span))),
  ];
};

/** Everything that may be tried now: the way forward of each open task, and the detours. */
export const attempts = (world: World): readonly Attempt[] => [
  ...(world.theCase.status === 'draft' ? [attempt('submit', () => submit(world))] : []),
  ...openTasks(world.theCase.tasks).map((task) => attempt(`do:${task.kind}`, () => finishTask(world, task))),
  ...detours(world),
];
