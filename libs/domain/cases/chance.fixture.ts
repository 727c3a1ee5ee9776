import { well } from './walk.fixture.js';
import { answersTo } from '../forms/answers.fixture.js';
import { imagingForm } from '../forms/imaging.js';
import { defaultOpinionForms } from '../forms/opinions/forms.js';
import { pathologyForm } from '../forms/pathology.js';
import { referralBoneSarcomaForm } from '../forms/referral-bone-sarcoma.js';
import { secondPathologyForm } from '../forms/second-pathology.js';
import type { FormDefinition } from '../forms/definition.js';
import { closureReasons, deferralCauses, discordanceGrades, letterRecallReasons, type DiscordanceGrade } from './lists.js';
import { checklist } from '../transfers/checklist.js';
import { isReview } from '../reviews/opinion.js';
import { itemOf } from '../transfers/expiry.js';
import { openTasks, type Task } from '../tasks/task.js';
import { nextDue } from './due.js';
import { columnOf } from './process.js';
import { as, process, staff, type World } from './world.fixture.js';

/** One thing somebody tries, by chance: done, or refused; never an exception. `pick` chooses among a list. */
export type Try = (world: World, pick: <Item>(items: readonly [Item, ...Item[]]) => Item) => void;

const me = (world: World, id: string) => as(id, world.now);
/** Who speaks for the hospital that the case came from. */
const origin = (world: World) => me(world, world.theCase.originInstitutionId === 'astana' ? 'aliya' : 'he');
const left = { state: 'given', value: 'left' } as const;
const anyOpen = (world: World, pick: Parameters<Try>[1], which: (task: Task) => boolean = () => true): Task | null => {
  const [first, ...rest] = openTasks(world.theCase.tasks).filter(which);
  return first === undefined ? null : pick([first, ...rest]);
};
const fill = (world: World, form: FormDefinition, gaps = false): void => {
  world.draft = { draftId: 'draft', version: 1, formId: form.id, answers: gaps ? { laterality: left } : answersTo(form, { laterality: left }), hash: `hash-${world.events.length}`, authorId: 'x', at: world.now };
};
const formFor = (task: Task): FormDefinition => ({ opinion: defaultOpinionForms[task.offer.discipline ?? 'surgery'], imagingReview: imagingForm, secondPathologyReview: secondPathologyForm(pathologyForm) } as Record<string, FormDefinition>)[task.kind] ?? pathologyForm;
const later = (world: World, ms: number): void => { world.now = new Date(Date.parse(world.now) + ms).toISOString(); };
const hour = 3_600_000;
const outcomeId = (world: World): string => world.theCase.currentOutcomeId ?? '';

const answer = (gaps: boolean): Try => (world) => {
  fill(world, referralBoneSarcomaForm, gaps);
  world.draft = world.draft && { ...world.draft, draftId: 'referral' };
  world.put('answerDataSet', { draftId: 'referral' }, origin(world));
};

const intake: readonly Try[] = [
  answer(false), answer(true),
  (world, pick) => world.put('recordConsent', { purpose: pick(['care', 'sharingAcrossBorders', 'registry']), until: pick([null, '2030-01-01']), fileId: null, byGuardian: false }, origin(world)),
  (world, pick) => world.put('withdrawConsent', { purpose: pick(['care', 'sharingAcrossBorders', 'registry']) }, origin(world)),
  (world, pick) => world.put('submitReferral', { emergencyBegunBy: pick([null, null, ['dana', 'wang']]) }, origin(world)),
  (world, pick) => world.put('returnReferral', { items: pick([['diagnosis'], ['studies', 'ecog']]) }, me(world, 'he')),
  (world) => world.put('answerReturn', {}, origin(world)),
  (world) => world.put('acceptReferral', {}, me(world, 'he')),
  (world, pick) => world.put('requestItem', { item: pick([null, 'diagnosis', 'chestCt']), treatment: pick([null, { kind: 'surgery', country: 'de', from: '2023-05' }]), of: pick(['referrer', 'originCaseManager', 'hostCaseManager', 'outside', 'person']), personId: pick([null, 'marat', 'xu']), neededForMeeting: pick([true, false]) }, me(world, pick(['he', 'aliya'])), { source: 's' }),
  (world, pick) => { const task = anyOpen(world, pick, ({ kind }) => kind === 'supplyItem'); if (task !== null) world.put(pick(['chaseItem', 'answerItem']), { taskId: task.id }, me(world, pick(['he', 'aliya'])), { note: 'n' }); },
  (world, pick) => { const task = anyOpen(world, pick, ({ kind }) => kind === 'supplyItem'); if (task !== null) world.put('cancelItemRequest', { taskId: task.id, reason: 'cannotBeHad' }, me(world, pick(['he', 'aliya']))); },
  (world) => world.put('overrideIntake', { code: 'exceptionalUrgency' }, me(world, 'he'), { reason: 'r' }),
  (world, pick) => world.put('amendReferral', { urgency: pick(['emergency', 'urgent', 'routine']) }, origin(world)),
];

const rare: readonly Try[] = [
  (world) => world.put('rejectReferral', { reason: 'duplicate' }, me(world, 'he')),
  (world) => world.put('withdrawCase', { reason: 'patientsWish' }, origin(world)),
  (world, pick) => world.put('closeCase', { reason: pick(closureReasons) }, me(world, 'he')),
];

const holds: readonly Try[] = [
  (world) => world.put('holdCase', { reason: 'awaitingFunding', resumeBy: new Date(Date.parse(world.now) + 240 * hour).toISOString().slice(0, 10) }, me(world, 'he')),
  (world) => world.put('resumeCase', {}, me(world, 'he')),
  (world, pick) => world.put('pauseWaitingTime', { reason: pick(['didNotAttend', 'patientAskedToWait']) }, me(world, 'he')),
  (world) => world.put('resumeWaitingTime', {}, me(world, 'he')),
  (world) => world.put('recordFirstTreatment', { on: world.now.slice(0, 10) }, me(world, 'he')),
  (world) => world.put('resumeCase', {}, origin(world)),
  (world) => world.put('reopenCase', { reason: 'other' }, me(world, 'he'), { note: 'n' }),
  (world) => world.put('openNewRound', { reason: 'progression' }, me(world, 'he')),
  (world, pick) => world.put('declareConflict', { personId: pick(['chen', 'xu', 'li', 'serik']) }, me(world, 'he')),
];

const anybody = (pick: Parameters<Try>[1]): string => pick(staff.map((person) => person.id) as [string, ...string[]]);
const tasks: readonly Try[] = [
  (world, pick) => { const task = anyOpen(world, pick); if (task !== null) world.put('claimTask', { taskId: task.id }, me(world, anybody(pick))); },
  (world, pick) => { const task = anyOpen(world, pick, ({ ownerId }) => ownerId === null); if (task !== null) for (const { id } of staff) if (world.put('claimTask', { taskId: task.id }, me(world, id)) === null) return; },
  (world, pick) => { const task = anyOpen(world, pick); if (task !== null) world.put('assignTask', { taskId: task.id, ownerId: anybody(pick) }, me(world, pick(['he', 'wang', 'aliya'])), {}, task.version); },
  (world, pick) => { const task = anyOpen(world, pick, ({ kind }) => kind !== 'sign'); if (task !== null) for (const { id } of staff) if (id !== task.ownerId && world.put('assignTask', { taskId: task.id, ownerId: id }, me(world, 'he'), {}, task.version) === null) return; },
  (world, pick) => { const task = anyOpen(world, pick); if (task?.ownerId != null) world.put('releaseTask', { taskId: task.id }, me(world, task.ownerId)); },
  (world, pick) => { const task = anyOpen(world, pick); if (task?.ownerId != null) world.put('declineTask', { taskId: task.id, reason: pick(['conflictOfInterest', 'notMyField', 'absent']) }, me(world, task.ownerId)); },
  (world, pick) => { const task = anyOpen(world, pick, ({ ownerId }) => ownerId !== null); if (task?.ownerId != null) world.put(pick(['handOverTask', 'delegateTask']), { taskId: task.id, toId: anybody(pick) }, me(world, task.ownerId)); },
  (world, pick) => { const task = anyOpen(world, pick, ({ handOver }) => handOver != null); if (task?.handOver != null) world.put('acceptHandOver', { taskId: task.id }, me(world, task.handOver.to)); },
  (world, pick) => { const task = anyOpen(world, pick, ({ handOver }) => handOver != null); if (task?.handOver != null) world.put('refuseHandOver', { taskId: task.id, reason: pick(['conflictOfInterest', 'absent']) }, me(world, task.handOver.to)); },
  (world, pick) => { const task = anyOpen(world, pick, ({ ownerId }) => ownerId !== null); if (task?.ownerId != null) world.put(pick(['takeBackTask', 'returnTask', 'resumeTask']), { taskId: task.id }, me(world, pick([task.ownerId, task.actingFor?.personId ?? task.ownerId]))); },
  (world, pick) => { const task = anyOpen(world, pick, ({ ownerId }) => ownerId !== null); if (task?.ownerId != null) world.put('suspendTask', { taskId: task.id, reason: pick(['awaitingResult', 'awaitingColleague']), until: new Date(Date.parse(world.now) + 72 * hour).toISOString().slice(0, 10) }, me(world, task.ownerId)); },
];

const sign: Try = (world, pick) => {
  const task = anyOpen(world, pick, ({ kind, ownerId }) => ownerId !== null && isReview(kind));
  if (task?.ownerId == null) return;
  fill(world, formFor(task));
  const grade: DiscordanceGrade | null = task.kind === 'secondPathologyReview' ? pick(discordanceGrades) : null;
  world.put('signReview', { taskId: task.id, draftId: 'draft', seenDraftVersion: 1, discordance: grade }, me(world, task.ownerId));
};
const reviews: readonly Try[] = [
  sign, sign, sign,
  (world, pick) => { const task = anyOpen(world, pick, ({ ownerId, kind }) => ownerId !== null && kind.endsWith('Review')); if (task?.ownerId != null) world.put('requestMaterial', { taskId: task.id, items: ['slides'], pausesClock: pick([true, false]) }, me(world, task.ownerId)); },
  (world, pick) => { const task = anyOpen(world, pick, ({ kind }) => kind === 'supplyMaterial'); if (task !== null) world.put('supplyMaterial', { taskId: task.id }, origin(world)); },
  (world, pick) => { const task = anyOpen(world, pick, ({ kind }) => kind === 'resolveDiscordance'); if (task !== null) world.put('resolveDiscordance', { taskId: task.id, how: 'consensus' }, me(world, pick(['chen', 'gu'])), { note: 'n' }); },
  (world, pick) => { const task = anyOpen(world, pick, ({ kind }) => kind === 'resolveDiscordance'); const agreed = task === null ? undefined : world.theCase.consensus?.[task.id]; if (task !== null && agreed !== undefined) world.put('confirmConsensus', { taskId: task.id, textId: agreed.textId }, me(world, pick(['chen', 'gu']))); },
  (world, pick) => {
    const [first, ...rest] = Object.values(world.theCase.opinions);
    if (first === undefined) return;
    const opinion = pick([first, ...rest]);
    const task = world.theCase.tasks[opinion.taskId];
    if (task === undefined) return;
    fill(world, formFor(task));
    world.put('amendOpinion', { opinionId: opinion.id, draftId: 'draft', seenDraftVersion: 1, discordance: opinion.kind === 'secondPathology' ? pick(discordanceGrades) : null }, me(world, opinion.signedBy), { reason: 'r' });
  },
  (world, pick) => { const task = anyOpen(world, pick, ({ kind }) => kind === 'resolveDiscordance'); if (task !== null) world.put('askThirdOpinion', { taskId: task.id, personId: pick([null, 'marat']) }, me(world, 'he')); },
  (world, pick) => { const task = anyOpen(world, pick, ({ kind }) => kind === 'thirdOpinion'); if (task?.ownerId != null) world.put('giveThirdOpinion', { taskId: task.id, bearsOut: 'second' }, me(world, task.ownerId), { note: 'n' }); },
  (world) => world.put('markStandardOfCare', {}, me(world, 'he'), { standard: 's' }),
  (world) => world.put('signOffStandardOfCare', { meetingId: world.theCase.listed?.meetingId ?? '' }, me(world, 'wang'), { proposal: 's' }),
  (world) => world.put('acceptIncompleteFile', {}, me(world, 'wang'), { reason: 'r' }),
  (world, pick) => world.put('requestOpinion', { discipline: pick(['surgery', 'medicalOncology', 'radiationOncology', 'radiology', 'nursing']), institutionId: pick(['shanghai', 'astana', 'telaviv']), personId: pick([null, null, 'li', 'levi', 'dana']), needed: pick([true, false]) }, me(world, pick(['he', 'wang', 'chen'])), { opinionQuestion: 'q' }),
  (world, pick) => { const task = anyOpen(world, pick, ({ kind }) => kind === 'opinion'); if (task !== null) world.put('withdrawOpinionRequest', { taskId: task.id }, me(world, pick(['he', 'aliya']))); },
];

/** A whole sitting: planned a week ahead, opened, attended, and the case decided, deferred or otherwise settled. */
const sitting: Try = (world, pick) => {
  const id = `meeting-${world.meetings.size}`;
  world.meet('planMeeting', id, { number: id, boardId: 'bone-sarcoma', startsAt: new Date(Date.parse(world.now) + 24 * 7 * hour).toISOString(), zone: 'Asia/Shanghai', minutes: 90, place: 'Video' }, me(world, 'he'));
  world.put('listForMeeting', { meetingId: id }, me(world, 'he'));
  const meetingId = world.theCase.listed?.meetingId ?? id;
  const meeting = world.meetings.get(meetingId);
  if (meeting === undefined) return;
  world.now = meeting.startsAt > world.now ? meeting.startsAt : world.now;
  world.meet('openMeeting', meetingId, { chairId: 'wang', scribeId: 'lin' }, me(world, 'wang'));
  const came = [['wang', 'surgery', 'shanghai'], ['li', 'medicalOncology', 'shanghai'], ['zhao', 'radiationOncology', 'shanghai'], ['gu', 'pathology', 'shanghai'], ['xu', 'radiology', 'shanghai'], ['serik', 'radiology', 'astana']] as const;
  for (const [personId, discipline, institutionId] of came) world.meet('recordAttendance', meetingId, { personId, discipline, institutionId, how: 'present', substituteFor: null }, me(world, 'lin'));
  pick<Try>([decide, decide, decide, defer, otherwise, (w) => w.put('delistFromMeeting', { meetingId, cause: 'other' }, me(w, 'he'))])(world, pick);
  if (world.theCase.listed?.meetingId === meetingId) world.put('deferCase', { meetingId, cause: 'timeRanOut' }, process);
  world.meet('closeMeeting', meetingId, {}, me(world, 'wang'));
};
const listedAt = (world: World): string => world.theCase.listed?.meetingId ?? '';
const decide: Try = (world, pick) => world.put('recordRecommendation', {
  meetingId: listedAt(world), intent: 'curative', modalities: ['surgery'], laterality: 'left', guideline: 'offGuideline', responsibleId: 'wang', dueDate: new Date(Date.parse(world.now) + 480 * hour).toISOString().slice(0, 10),
  advisesTransferTo: pick(['shanghai', null]), dissents: [], abstentions: [],
}, me(world, 'wang'), { proposal: 'p', rationale: 'r', offGuidelineReason: 'o' });
const defer: Try = (world, pick) => world.put('deferCase', { meetingId: listedAt(world), cause: pick(deferralCauses) }, me(world, 'wang'));
const otherwise: Try = (world, pick) => world.put('recordOtherOutcome', { meetingId: listedAt(world), kind: pick(['coveredByStandard', 'referredToOtherBoard', 'discussAgainByDate']), againBy: new Date(Date.parse(world.now) + 480 * hour).toISOString().slice(0, 10) }, me(world, 'wang'), { note: 'n', rationale: 'r', proposal: 'p' });

const recommendation: readonly Try[] = [
  sitting, sitting, sitting,
  (world) => { for (const task of openTasks(world.theCase.tasks).filter(({ kind }) => kind === 'sign')) if (task.ownerId !== null) world.put('signRecommendation', { outcomeId: outcomeId(world), seenTextHash: world.theCase.outcomes[outcomeId(world)]?.textHash ?? '' }, me(world, task.ownerId)); },
  (world, pick) => { const task = anyOpen(world, pick, ({ kind }) => kind === 'sign'); if (task?.ownerId != null) world.put(pick(['signRecommendation', 'refuseSignature']), { outcomeId: outcomeId(world), seenTextHash: world.theCase.outcomes[outcomeId(world)]?.textHash ?? '' }, me(world, task.ownerId), { reason: 'r' }); },
  (world) => world.put('acknowledgeRecommendation', { outcomeId: outcomeId(world) }, origin(world)),
  (world, pick) => world.put('recallLetter', { outcomeId: outcomeId(world), reason: pick(letterRecallReasons), next: pick(['newLetter', 'discussAgain']) }, me(world, 'he'), { note: 'n' }),
  (world, pick) => { const task = anyOpen(world, pick, ({ kind }) => kind === 'confirmOutcome'); if (task !== null) world.put(pick(['confirmOutcome', 'discussOutcomeAgain']), { taskId: task.id }, me(world, 'wang'), { note: 'n' }); },
  (world, pick) => world.put('recordPatientDecision', { outcomeId: outcomeId(world), decision: pick(['accepted', 'declined', 'undecided']) }, origin(world), { reason: 'r' }),
  (world, pick) => { const task = anyOpen(world, pick, ({ kind }) => kind === 'removeDeferralCause'); if (task !== null) world.put('settleDeferralCause', { taskId: task.id }, me(world, task.ownerId ?? 'he')); },
];

const items: Try = (world) => {
  for (const task of checklist(world.theCase)) {
    const expires = itemOf(task)?.expires === true && itemOf(task)?.code !== 'fitnessToFly';
    world.put('completeTransferItem', { taskId: task.id, expiresOn: expires ? `${Number(world.now.slice(0, 4)) + 3}-01-01` : null, fileId: null }, me(world, itemOf(task)?.side === 'receiving' ? 'tang' : 'asel'), {}, task.version);
  }
};
const transfer: readonly Try[] = [
  items, (world) => world.put('sendTransfer', {}, me(world, 'asel')), (world) => world.put('progressTransfer', { to: 'opened' }, me(world, 'tang')),
  (world) => world.put('acceptTransfer', { acceptingClinicianId: 'wang', plannedFor: null }, me(world, 'tang')), (world) => world.put('refuseTransfer', { reason: 'noBed' }, me(world, 'tang')),
  (world) => world.put('recordDeparture', { on: world.now.slice(0, 10) }, me(world, 'asel')), (world) => world.put('recordArrival', { condition: 'asExpected', discrepancies: [] }, me(world, 'tang')),
  (world) => world.put('takeOver', {}, me(world, 'wang')), (world, pick) => world.put('endTransfer', { cause: pick(['declined', 'visaRefused', 'died']) }, me(world, 'asel')),
  (world, pick) => {
    const task = anyOpen(world, pick, ({ kind }) => kind === 'answerFollowUp' || kind === 'followUpVisit');
    if (task?.kind === 'answerFollowUp') world.put('answerFollowUp', { taskId: task.id, answer: pick(['yes', 'no']), because: pick([null, 'progression']) }, origin(world));
    if (task?.kind === 'followUpVisit') world.put('recordFollowUpVisit', { taskId: task.id, ...well, status: 'aliveWithDisease', localRecurrence: pick(['yes', 'yes', 'suspected']) }, origin(world));
  },
];

const time: readonly Try[] = [
  (world, pick) => later(world, pick([1, 5, 30, 200, 1000]) * hour),
  (world) => { const due = nextDue(world.theCase); if (due !== null) { world.now = due.at > world.now ? due.at : world.now; world.put('runDue', { dueAt: due.at }, process); } },
  (world) => { world.put('runDue', { dueAt: world.now }, process); },
];

const claimAndSign: Try = (world, pick) => {
  for (const task of openTasks(world.theCase.tasks).filter(({ kind, ownerId }) => isReview(kind) && ownerId === null)) {
    for (const { id } of staff) if (world.put('claimTask', { taskId: task.id }, me(world, id)) === null) break;
  }
  sign(world, pick);
};
const everyStep = (...steps: readonly Try[]): Try => (world, pick) => { for (const step of steps) { step(world, pick); world.settle(); } };
const accepted: Try = (world) => world.put('recordPatientDecision', { outcomeId: outcomeId(world), decision: 'accepted' }, origin(world));
/** What a board that does its work would do now. */
const goOn: Try = (world, pick) => {
  switch (columnOf(world.theCase)) {
    case 'draft': case 'intake': return beyondIntake(world, pick);
    case 'pathologyReview': case 'imagingReview': return claimAndSign(world, pick);
    case 'discussion': return sitting(world, pick);
    case 'recommendation': return pick(recommendation.slice(3) as [Try, ...Try[]])(world, pick);
    case 'transfer': return everyStep(items, ...transfer.slice(1, 4), items, ...transfer.slice(5, 8))(world, pick);
    case 'followUp': case 'closed': return pick(transfer.slice(-1) as [Try, ...Try[]])(world, pick);
  }
};
const seldom = (one: Try): Try => (world, pick) => { if (pick([true, false, false, false, false, false])) one(world, pick); };

/** Everything that people, the process and time may try, the likely more often. */
export const tries: readonly Try[] = [
  ...intake, ...holds, ...rare.map(seldom), ...tasks, ...reviews, ...recommendation, ...transfer, ...time, accepted, ...Array.from({ length: 30 }, () => goOn), holds[1], holds[1], holds[1],
].filter((one) => one !== undefined);
/** Enough to bring a case beyond intake and into the reviews, before chance takes over. */
export const opening: Try = (world, pick) => {
  const from = pick(['astana', 'astana', 'shanghai']);
  const referrerId = from === 'astana' ? pick(['dana', null]) : null;
  world.put('openReferral', { number: 'C-1', boardId: 'bone-sarcoma', tumorType: 'boneSarcoma', urgency: pick(['emergency', 'urgent', 'routine']), patientId: 'p', originInstitutionId: from, referrerId, referralDraftId: 'referral' }, me(world, from === 'astana' ? 'aliya' : 'he'));
};
export const beyondIntake: Try = (world, pick) => {
  answer(false)(world, pick);
  for (const purpose of ['care', 'sharingAcrossBorders'] as const) world.put('recordConsent', { purpose, until: null, fileId: null, byGuardian: false }, origin(world));
  world.put('submitReferral', { emergencyBegunBy: null }, origin(world));
  world.put('acceptReferral', {}, me(world, 'he'));
};
