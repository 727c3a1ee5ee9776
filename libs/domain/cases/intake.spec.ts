import { referralBoneSarcomaForm } from '../forms/referral-bone-sarcoma.js';
import { answersTo } from '../forms/answers.fixture.js';
import { openTasksOf } from '../tasks/task.js';
import { drafted, inReview, me, monday, submitted, taskOf, typesOf } from './stand.fixture.js';
import { missingItems, standings } from './completeness.js';
import { board, World } from './world.fixture.js';

const opening = { number: 'C-9', boardId: board.id, tumorType: 'boneSarcoma', urgency: 'routine', patientId: 'p', originInstitutionId: 'astana', referrerId: 'dana', referralDraftId: 'referral' } as const;
const answers = (world: World, without: readonly string[]): void => {
  const all = Object.entries(answersTo(referralBoneSarcomaForm)).filter(([id]) => !without.includes(id));
  world.draft = { draftId: 'referral', version: 2, formId: referralBoneSarcomaForm.id, answers: Object.fromEntries(all), hash: 'h2', authorId: 'dana', at: world.now };
  world.put('answerDataSet', { draftId: 'referral' }, me(world, 'dana'));
};
const consents = (world: World): void => { for (const purpose of ['care', 'sharingAcrossBorders'] as const) world.put('recordConsent', { purpose, until: null, fileId: null, byGuardian: false }, me(world, 'aliya')); };

describe('a referral', () => {
  it.each([
    ['by somebody of another hospital', {}, 'noa', 'ACCESS.NOT_ALLOWED'],
    ['for a hospital that is no partner', { originInstitutionId: 'bishkek', referrerId: null }, 'he', 'BOARD.NOT_A_PARTNER'],
    ['for a tumor that the board does not take', { tumorType: 'lymphoma' }, 'dana', 'CASE.TUMOR_TYPE_UNKNOWN'],
    ['for a referrer of another hospital', { referrerId: 'levi' }, 'aliya', 'CASE.REFERRER_NOT_THERE'],
  ])('is not opened %s', (_why, over, by, code) => {
    const world = new World(monday);
    expect(world.put('openReferral', { ...opening, ...over }, me(world, by))).toMatchObject({ code });
    expect(world.state).toBeNull();
  });

  it('takes no answers that contradict each other into the file, and says which', () => {
    const world = drafted();
    answers(world, []);
    const before = world.theCase.items;
    world.draft = world.draft && { ...world.draft, answers: { ...world.draft.answers, ecog: { state: 'given', value: '0' }, walkingAbility: { state: 'given', value: 'bedbound' } } };
    expect(world.put('answerDataSet', { draftId: 'referral' }, me(world, 'dana'))).toMatchObject({ code: 'SCORE.ECOG_CONTRADICTS_WALKING', field: 'ecog', facts: { ecog: '0', walking: 'bedbound' } });
    expect(world.theCase.items).toEqual(before);
  });

  it('shows completeness item by item, from answers and documents; "not known" counts with its reason only', () => {
    const world = drafted();
    answers(world, ['diagnosis', 'ecog', 'studies', 'wishesAndFears']);
    expect(missingItems(world.theCase, board)).toEqual(['diagnosis', 'studies', 'ecog', 'wishesAndFears']);
    world.put('addDocument', { documentId: 'd', fileId: 'f', kind: 'pathologyReport', language: 'ru', sha256: 'a' }, me(world, 'dana'));
    expect(missingItems(world.theCase, board)).toEqual(['studies', 'ecog', 'wishesAndFears']);
    world.put('removeDocument', { documentId: 'd', reason: 'wrongPatient' }, me(world, 'dana'));
    expect(standings(world.theCase, board).find(({ id }) => id === 'diagnosis')).toEqual({ id: 'diagnosis', domain: 'pathology', required: true, state: 'missing' });
    world.draft = world.draft && { ...world.draft, answers: { ...world.draft.answers, ecog: { state: 'notKnown', reason: 'unconscious' }, studies: { state: 'notApplicable', reason: ' ' } } };
    world.put('answerDataSet', { draftId: 'referral' }, me(world, 'dana'));
    expect(world.theCase.items).toMatchObject({ ecog: 'notKnown', studies: 'missing' });
  });

  it('takes the same bytes once', () => {
    const world = drafted();
    const add = (documentId: string) => world.put('addDocument', { documentId, fileId: documentId, kind: 'other', language: 'kk', sha256: 'same' }, me(world, 'dana'));
    expect(add('one')).toBeNull();
    expect(add('two')).toMatchObject({ code: 'DOCUMENT.ALREADY_THERE' });
    expect(world.put('addDocument', { documentId: 'x', fileId: 'x', kind: 'poem', language: 'kk', sha256: 'b' }, me(world, 'dana'))).toMatchObject({ code: 'DOCUMENT.KIND_UNKNOWN', field: 'kind' });
  });

  it('is submitted with consent for care and sharing, once', () => {
    const world = drafted();
    const submit = () => world.put('submitReferral', { emergencyBegunBy: null }, me(world, 'dana'));
    expect(submit()).toMatchObject({ code: 'INTAKE.CONSENT_MISSING', facts: { purposes: ['care', 'sharingAcrossBorders'] } });
    consents(world);
    expect(submit()).toBeNull();
    expect(taskOf(world, 'triage')).toMatchObject({ ownerId: 'he', deadline: { allowance: { amount: 16, unit: 'workingHours' } } });
    expect(submit()).toMatchObject({ code: 'INTAKE.ALREADY_SUBMITTED', facts: { number: 'C-1', at: world.now } });
  });

  it('begins as an emergency before consent by two clinicians; consent is then a task, and no hindrance', () => {
    const world = drafted();
    const submit = (...by: readonly string[]) => world.put('submitReferral', { emergencyBegunBy: by }, me(world, 'dana'));
    expect(submit('dana', 'wang')).toMatchObject({ code: 'INTAKE.NOT_AN_EMERGENCY' });
    world.put('amendReferral', { urgency: 'emergency' }, me(world, 'dana'));
    expect(submit('dana', 'dana')).toMatchObject({ code: 'INTAKE.TWO_CLINICIANS_NEEDED', facts: { named: 1 } });
    expect(submit('dana', 'aliya')).toMatchObject({ code: 'INTAKE.TWO_CLINICIANS_NEEDED' });
    expect(submit('dana', 'wang')).toBeNull();
    expect(openTasksOf(world.theCase.tasks, 'recordConsent').map((task) => [task.ownerId, task.about['purpose']])).toEqual([['aliya', 'care'], ['aliya', 'sharingAcrossBorders']]);
    answers(world, []);
    expect(world.put('acceptReferral', {}, me(world, 'he'))).toBeNull();
    consents(world);
    expect(openTasksOf(world.theCase.tasks, 'recordConsent')).toEqual([]);
  });

  it('is accepted when complete only; overridden with code and words', () => {
    const world = drafted();
    answers(world, ['ecog']);
    consents(world);
    world.put('submitReferral', { emergencyBegunBy: null }, me(world, 'dana'));
    expect(world.put('acceptReferral', {}, me(world, 'dana'))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(world.put('acceptReferral', {}, me(world, 'he'))).toMatchObject({ code: 'INTAKE.INCOMPLETE', facts: { items: ['ecog'] } });
    expect(world.put('overrideIntake', { code: 'exceptionalUrgency' }, me(world, 'he'))).toMatchObject({ code: 'TEXT.NEEDED', field: 'reason' });
    expect(world.put('overrideIntake', { code: 'chairsDecision' }, me(world, 'he'), { reason: 'r' })).toMatchObject({ code: 'INTAKE.CHAIRS_DECISION_ONLY' });
    expect(world.put('overrideIntake', { code: 'chairsDecision' }, me(world, 'wang'), { reason: 'r' })).toBeNull();
    expect(world.theCase).toMatchObject({ override: { code: 'chairsDecision', by: 'wang' }, stages: { intake: { status: 'done' } } });
    expect(world.put('overrideIntake', { code: 'exceptionalUrgency' }, me(world, 'he'), { reason: 'r' })).toMatchObject({ code: 'INTAKE.OVER' });
  });

  it('is sent back with 5, then 10 working days to answer, then to the case managers; the check waits meanwhile', () => {
    const world = submitted();
    const back = (items: readonly string[] = ['ecog']) => world.put('returnReferral', { items }, me(world, 'he'));
    expect(back([])).toMatchObject({ code: 'INTAKE.ITEMS_NEEDED' });
    expect(back(['shoeSize'])).toMatchObject({ code: 'INTAKE.ITEM_UNKNOWN', facts: { items: ['shoeSize'] } });
    expect(back()).toBeNull();
    expect(back()).toMatchObject({ code: 'INTAKE.ALREADY_RETURNED' });
    expect(world.theCase.status).toBe('returned');
    expect(taskOf(world, 'provideInformation')).toMatchObject({ ownerId: 'dana', deadline: { allowance: { amount: 5 }, dueAt: '2026-11-09T13:00:00.000Z' } });
    expect(taskOf(world, 'triage').noDeadlineBecause).toBe('returned');
    expect(world.put('answerReturn', {}, me(world, 'dana'))).toBeNull();
    expect(taskOf(world, 'triage').noDeadlineBecause).toBeNull();
    expect(world.put('answerReturn', {}, me(world, 'dana'))).toMatchObject({ code: 'INTAKE.NOT_RETURNED' });
    back();
    expect(taskOf(world, 'provideInformation')).toMatchObject({ ownerId: 'dana', deadline: { allowance: { amount: 10 } } });
    world.put('answerReturn', {}, me(world, 'dana'));
    back();
    expect(taskOf(world, 'provideInformation')).toMatchObject({ ownerId: 'aliya', offer: { role: 'caseManager' } });
    expect(taskOf(world, 'provideInformation').deadline?.marks[0]).toMatchObject({ name: 'begun', tells: ['caseManagers'], at: world.now });
  });

  it('is rejected or withdrawn with a coded reason; nothing is left open', () => {
    const world = submitted();
    expect(world.put('rejectReferral', { reason: 'mood' }, me(world, 'he'))).toMatchObject({ code: 'CASE.REASON_UNKNOWN' });
    expect(world.put('rejectReferral', { reason: 'notForThisBoard' }, me(world, 'he'))).toBeNull();
    expect(Object.values(world.theCase.tasks).filter((task) => task.closedAt === null)).toEqual([]);
    expect(world.put('withdrawCase', { reason: 'patientsWish' }, me(world, 'dana'))).toMatchObject({ code: 'CASE.OVER', facts: { status: 'rejected', by: 'he' } });
    expect(world.put('amendReferral', { urgency: 'urgent' }, me(world, 'dana'))).toMatchObject({ code: 'CASE.OVER' });
  });

  it('keeps its tumor type once accepted, because the data set hangs on it', () => {
    const world = inReview();
    expect(world.put('amendReferral', { tumorType: 'boneSarcoma' }, me(world, 'he'))).toMatchObject({ code: 'INTAKE.OVER' });
    expect(world.put('amendReferral', {}, me(world, 'he'))).toMatchObject({ code: 'CASE.NOTHING_CHANGED' });
    expect(world.put('answerDataSet', { draftId: 'referral' }, me(world, 'dana'))).toMatchObject({ code: 'INTAKE.OVER' });
  });

  it('on hold stops allowances, not the waiting time, and goes on with what was left', () => {
    const world = inReview();
    const before = taskOf(world, 'imagingReview').deadline?.dueAt ?? '';
    expect(world.put('holdCase', { reason: 'awaitingFunding', resumeBy: '2026-11-02' }, me(world, 'he'))).toMatchObject({ code: 'CASE.RESUME_BY_NOT_AHEAD' });
    expect(world.put('holdCase', { reason: 'awaitingFunding', resumeBy: '2026-11-20' }, me(world, 'he'))).toBeNull();
    expect(world.put('claimTask', { taskId: taskOf(world, 'imagingReview').id }, me(world, 'xu'))).toMatchObject({ code: 'CASE.ON_HOLD', facts: { resumeBy: '2026-11-20' } });
    expect(taskOf(world, 'resumeHold').deadline?.dueAt).toBe('2026-11-20T15:59:59.999Z');
    world.now = '2026-11-09T03:00:00.000Z';
    expect(world.put('resumeCase', {}, me(world, 'aliya'))).toBeNull();
    expect(taskOf(world, 'imagingReview').deadline?.dueAt).toBe(new Date(Date.parse(before) + 7 * 86_400_000).toISOString());
    expect(world.theCase.submittedAt).toBe(monday);
    expect(typesOf(world).filter((type) => type === 'TaskPaused')).toHaveLength(2);
    expect(world.put('resumeCase', {}, me(world, 'aliya'))).toMatchObject({ code: 'CASE.NOT_ON_HOLD' });
  });
});
