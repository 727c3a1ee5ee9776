import { well } from './walk.fixture.js';
import { answersTo } from '../forms/answers.fixture.js';
import type { FormAnswers, FormDefinition } from '../forms/definition.js';
import { imagingForm } from '../forms/imaging.js';
import { pathologyForm } from '../forms/pathology.js';
import { referralBoneSarcomaForm } from '../forms/referral-bone-sarcoma.js';
import { secondPathologyForm } from '../forms/second-pathology.js';
import { checklist } from '../transfers/checklist.js';
import { itemOf } from '../transfers/expiry.js';
import { openTasks, openTasksOf, type Task, type TaskKind } from '../tasks/task.js';
import { currentOutcome } from './gates.js';
import { nextDue } from './due.js';
import { columnOf } from './process.js';
import { as, process, World } from './world.fixture.js';

/*
 * The story case of the clinical design, by commands only: from a referral in Astana in late January 2024 to the closure, with the real calendars.
 * China worked Sunday 4 February and was off from 10 to 17 February.
 */
const world = new World('2024-01-29T04:00:00.000Z');
const left = { state: 'given', value: 'left' } as const;

const done = (refusal: unknown): void => expect(refusal).toBeNull();
const open = (kind: TaskKind): Task => {
  const [task] = openTasksOf(world.theCase.tasks, kind);
  if (task === undefined) throw new Error(`No open task ${kind}; open: ${openTasks(world.theCase.tasks).map((one) => one.kind).join(', ')}`);
  return task;
};
const me = (id: string) => as(id, world.now);
const save = (draftId: string, form: FormDefinition, over: FormAnswers = {}): void => {
  world.draft = { draftId, version: 1, formId: form.id, answers: answersTo(form, over), hash: 'h', authorId: 'x', at: world.now };
};
const review = (kind: 'pathologyReview' | 'secondPathologyReview' | 'imagingReview', by: string, form: FormDefinition, discordance: 'minor' | null): void => {
  const { id } = open(kind);
  done(world.put('claimTask', { taskId: id }, me(by)));
  save(`draft-${kind}`, form, { laterality: left });
  done(world.put('signReview', { taskId: id, draftId: `draft-${kind}`, seenDraftVersion: 1, discordance }, me(by)));
  world.settle();
};
const outcome = () => {
  const found = currentOutcome(world.theCase);
  if (found === null) throw new Error('No outcome');
  return found;
};

describe('the story case, by commands only', () => {
  it('is referred by Astana with everything that the data set of bone sarcoma asks for', () => {
    done(world.meet('planMeeting', 'sunday', { number: 'M-1', boardId: 'bone-sarcoma', startsAt: '2024-02-04T06:00:00.000Z', zone: 'Asia/Shanghai', minutes: 90, place: 'Video' }, me('he')));
    done(world.put('openReferral', { number: 'C-1', boardId: 'bone-sarcoma', tumorType: 'boneSarcoma', urgency: 'urgent', patientId: 'p', originInstitutionId: 'astana', referrerId: 'dana', referralDraftId: 'referral' }, me('dana'), { question: 'Can the limb be saved?' }));
    expect(columnOf(world.theCase)).toBe('draft');
    save('referral', referralBoneSarcomaForm, { laterality: left });
    done(world.put('answerDataSet', { draftId: 'referral' }, me('dana')));
    expect(world.put('submitReferral', { emergencyBegunBy: null }, me('dana'))).toMatchObject({ code: 'INTAKE.CONSENT_MISSING' });
    for (const purpose of ['care', 'sharingAcrossBorders'] as const) done(world.put('recordConsent', { purpose, until: null, fileId: null, byGuardian: false }, me('aliya')));
    done(world.put('submitReferral', { emergencyBegunBy: null }, me('dana')));
    done(world.put('acceptReferral', {}, me('he')));
    world.settle();
    expect(columnOf(world.theCase)).toBe('pathologyReview');
  });

  it('is read by pathology twice and by imaging, and stands on the next agenda by itself', () => {
    world.now = '2024-01-30T03:00:00.000Z';
    review('pathologyReview', 'chen', pathologyForm, null);
    review('imagingReview', 'xu', imagingForm, null);
    review('secondPathologyReview', 'gu', secondPathologyForm(pathologyForm), 'minor');
    expect(world.theCase).toMatchObject({ listed: { meetingId: 'sunday', manually: false }, stages: { discussion: { status: 'active' } } });
    expect(open('decide')).toMatchObject({ noDeadlineBecause: 'awaitingMeeting', offer: { role: 'chair' } });
  });

  it('stays on the agenda at the freeze and the cut of a Sunday that Shanghai works', () => {
    expect(world.meetings.get('sunday')).toMatchObject({ freezeAt: '2024-02-02T06:00:00.000Z', cutAt: '2024-02-02T09:30:00.000Z' });
    world.now = '2024-02-02T06:00:00.000Z';
    done(world.meet('runDue', 'sunday', { dueAt: world.now }, process));
    world.now = '2024-02-02T09:30:00.000Z';
    done(world.meet('runDue', 'sunday', { dueAt: world.now }, process));
    expect(world.put('delistFromMeeting', { meetingId: 'sunday', cause: 'fileIncomplete' }, process)).toMatchObject({ code: 'DISCUSSION.FILE_COMPLETE' });
    done(world.meet('settleAgenda', 'sunday', { move: 'delistIncomplete' }, process));
  });

  it('is decided with quorum, and not before', () => {
    world.now = '2024-02-04T06:00:00.000Z';
    done(world.meet('openMeeting', 'sunday', { chairId: 'wang', scribeId: 'lin' }, me('wang')));
    const decide = () => world.put('recordRecommendation', {
      meetingId: 'sunday', intent: 'curative', modalities: ['systemicTherapy', 'surgery'], laterality: 'left', guideline: 'offGuideline', responsibleId: 'wang', dueDate: '2024-02-20',
      advisesTransferTo: 'shanghai', dissents: ['li'], abstentions: [],
    }, me('lin'), { proposal: 'neoadjuvant chemotherapy, then resection', rationale: 'progressing', offGuidelineReason: 'prior lines abroad', 'dissent:li': 'another regimen first' });
    const come = (personId: string, discipline: 'surgery' | 'medicalOncology' | 'radiationOncology' | 'pathology' | 'radiology', institutionId: string, substituteFor: string | null = null): void =>
      done(world.meet('recordAttendance', 'sunday', { personId, discipline, institutionId, how: 'byVideo', substituteFor }, me('lin')));
    come('wang', 'surgery', 'shanghai');
    come('li', 'medicalOncology', 'shanghai');
    come('zhao', 'radiationOncology', 'shanghai');
    expect(decide()).toMatchObject({ code: 'MEETING.QUORUM_NOT_MET', facts: { missing: ['pathology', 'radiology'], missingSides: ['astana'] } });
    come('gu', 'pathology', 'shanghai', 'chen');
    come('serik', 'radiology', 'astana');
    done(decide());
    done(world.meet('closeMeeting', 'sunday', {}, me('wang')));
    world.settle();
    expect(world.put('deferCase', { meetingId: 'sunday', cause: 'timeRanOut' }, process)).toMatchObject({ code: 'DISCUSSION.NOT_LISTED' });
    done(world.meet('settleAgenda', 'sunday', { move: 'releaseAgenda' }, process));
  });

  it('is signed by the chair and one of each discipline, each in person and over the same words', () => {
    expect(outcome().letter).toMatchObject({ en: { signed: false }, ru: { signed: false } });
    expect(openTasksOf(world.theCase.tasks, 'sign').map((task) => task.ownerId).sort()).toEqual(['gu', 'li', 'serik', 'wang', 'wang', 'zhao']);
    const sign = (by: string, hash = outcome().textHash) => world.put('signRecommendation', { outcomeId: outcome().id, seenTextHash: hash }, me(by));
    expect(sign('wang', 'another')).toMatchObject({ code: 'RECOMMENDATION.TEXT_CHANGED' });
    expect(sign('xu')).toMatchObject({ code: 'RECOMMENDATION.NOT_PRESENT' });
    expect(world.put('signRecommendation', { outcomeId: outcome().id, seenTextHash: outcome().textHash }, as('wang', world.now, 'li'))).toMatchObject({ code: 'RECOMMENDATION.OWN_SIGNATURE_ONLY' });
    for (const signer of ['wang', 'li', 'zhao', 'gu', 'serik']) done(sign(signer));
    expect(outcome().signatures).toHaveLength(6);
    world.settle();
    expect(outcome()).toMatchObject({ signaturesComplete: true, letter: { en: { signed: true }, ru: { signed: true } }, letterSentAt: world.now });
  });

  it('is acknowledged in Astana, and the patient accepts', () => {
    world.now = '2024-02-06T05:00:00.000Z';
    expect(open('acknowledge')).toMatchObject({ ownerId: 'dana', offer: { institutionId: 'astana', role: 'caseManager' } });
    done(world.put('acknowledgeRecommendation', { outcomeId: outcome().id }, as('aliya', world.now, 'dana')));
    world.settle();
    expect(world.theCase.followUps.map(({ day, dueAt }) => [day, dueAt])).toEqual([[14, '2024-02-20T05:00:00.000Z'], [30, '2024-03-07T05:00:00.000Z'], [90, '2024-05-06T05:00:00.000Z']]);
    done(world.put('recordPatientDecision', { outcomeId: outcome().id, decision: 'accepted' }, me('dana')));
    world.settle();
    expect(world.theCase.stages).toMatchObject({ recommendation: { status: 'done' }, transfer: { status: 'active' }, followUp: { status: 'active' } });
    expect(columnOf(world.theCase)).toBe('transfer');
  });

  it('is transferred after the Spring Festival, with nothing open on the checklist', () => {
    const item = (code: string, expiresOn: string | null = null, at = world.now) => {
      world.now = at;
      const task = checklist(world.theCase).find((one) => itemOf(one)?.code === code);
      if (task === undefined) throw new Error(`No item ${code}`);
      return world.put('completeTransferItem', { taskId: task.id, expiresOn, fileId: null }, me(itemOf(task)?.side === 'receiving' ? 'tang' : 'asel'), {}, task.version);
    };
    expect(world.put('sendTransfer', {}, me('asel'))).toMatchObject({ code: 'TRANSFER.CHECKLIST_OPEN', facts: { open: ['consentToTransfer', 'clinicalSummary'] } });
    for (const code of ['consentToTransfer', 'reasonAndAlternatives', 'costEstimate', 'payer', 'transport', 'contingencyPlan', 'clinicalSummary', 'imagesAndSlides', 'handOver']) done(item(code));
    done(world.put('sendTransfer', {}, me('asel')));
    done(world.put('progressTransfer', { to: 'delivered' }, process));
    done(world.put('progressTransfer', { to: 'opened' }, me('tang')));
    expect(checklist(world.theCase).some((task) => itemOf(task)?.code === 'invitationLetter')).toBe(false);
    expect(world.put('acceptTransfer', { acceptingClinicianId: 'serik', plannedFor: null }, me('tang'))).toMatchObject({ code: 'TRANSFER.NOT_THEIR_CLINICIAN' });
    done(world.put('acceptTransfer', { acceptingClinicianId: 'wang', plannedFor: '2024-02-19' }, me('tang')));
    expect(world.put('refuseTransfer', { reason: 'noBed' }, me('tang'))).toMatchObject({ code: 'TRANSFER.WRONG_STATUS', facts: { status: 'accepted', by: 'tang' } });
    for (const [code, expiresOn] of [['agreement', '2024-12-31'], ['bed', '2024-02-22'], ['invitationLetter', '2024-06-30'], ['visa', '2024-05-01'], ['passport', '2029-01-01']] as const) done(item(code, expiresOn));
    expect(world.put('recordDeparture', { on: '2024-02-19' }, me('asel'))).toMatchObject({ code: 'TRANSFER.CHECKLIST_OPEN', facts: { open: ['fitnessToFly'] } });
    done(item('fitnessToFly'));
    expect(nextDue(world.theCase)?.at).toBeDefined();
    world.now = '2024-02-18T21:00:00.000Z';
    done(world.put('runDue', { dueAt: world.now }, process));
    expect(world.put('recordDeparture', { on: '2024-02-21' }, me('asel'))).toMatchObject({ code: 'TRANSFER.CHECKLIST_OPEN', facts: { open: ['fitnessToFly'] } });
    done(item('fitnessToFly'));
    done(world.put('recordDeparture', { on: '2024-02-19' }, me('asel')));
    world.now = '2024-02-19T15:00:00.000Z';
    done(world.put('recordArrival', { condition: 'worse', discrepancies: ['slidesMissing'] }, me('tang')));
    done(world.put('takeOver', {}, me('wang')));
    world.settle();
    expect(world.theCase).toMatchObject({ transfer: { status: 'takenOver' }, stages: { transfer: { status: 'done' } } });
  });

  it('is followed up at 14, 30 and 90 days, and closed', () => {
    const answer = (at: string, how: 'yes' | 'partly', because: 'progression' | null) => {
      world.now = at;
      const [task] = openTasksOf(world.theCase.tasks, 'answerFollowUp');
      return world.put('answerFollowUp', { taskId: task?.id ?? '', answer: how, because }, me('dana'));
    };
    expect(answer('2024-02-20T04:59:59.999Z', 'yes', null)).toMatchObject({ code: 'FOLLOW_UP.NOT_YET' });
    done(answer('2024-02-20T05:00:00.000Z', 'yes', null));
    expect(answer('2024-03-07T06:00:00.000Z', 'partly', null)).toMatchObject({ code: 'FOLLOW_UP.REASON_NEEDED' });
    done(answer('2024-03-07T06:00:00.000Z', 'partly', 'progression'));
    done(answer('2024-05-06T06:00:00.000Z', 'yes', null));
    // month 3 falls on the last question; the plan of a sarcoma goes on at month 6
    expect(openTasks(world.theCase.tasks).map(({ kind, about, deadline }) => [kind, about['month'], deadline?.dueAt])).toEqual([['followUpVisit', '6', '2024-08-06T05:00:00.000Z']]);
    world.now = '2024-08-06T05:00:00.000Z';
    done(world.put('recordFollowUpVisit', { taskId: openTasks(world.theCase.tasks)[0]?.id ?? '', ...well, status: 'aliveWithDisease', distantRecurrence: 'yes', msts: 17 }, me('dana')));
    world.settle();
    expect(openTasks(world.theCase.tasks).map((task) => task.kind)).toEqual(['closeCase']);
    done(world.put('closeCase', { reason: 'carriedOutHere' }, me('he')));
    expect(columnOf(world.theCase)).toBe('closed');
    expect(openTasks(world.theCase.tasks)).toEqual([]);
    expect(nextDue(world.theCase)).toBeNull();
  });
});
