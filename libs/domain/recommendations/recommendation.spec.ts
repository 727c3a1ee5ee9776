import { decided, lettered, me, openOne, outcomeOf, reached } from '../cases/reach.fixture.js';
import { as, process, type World } from '../cases/world.fixture.js';
import { planMeeting } from '../cases/walk.fixture.js';
import { openTasks, openTasksOf } from '../tasks/task.js';
import { readyMoves } from '../cases/process.js';

const id = (world: World): string => outcomeOf(world)?.id ?? '';
const hash = (world: World): string => outcomeOf(world)?.textHash ?? '';
const sign = (world: World, by: string) => world.put('signRecommendation', { outcomeId: id(world), seenTextHash: hash(world) }, me(world, by));
const signers = ['wang', 'li', 'zhao', 'chen', 'gu', 'xu', 'sun', 'serik', 'marat'];
const signAll = (world: World): void => { for (const by of signers) sign(world, by); };

describe('signatures', () => {
  it('are asked of the chair and one present person of each required discipline', () => {
    const world = decided();
    expect(openTasksOf(world.theCase.tasks, 'sign').map((task) => [task.about['discipline'], task.ownerId])).toEqual([
      ['chair', 'wang'], ['surgery', 'sun'], ['medicalOncology', 'li'], ['radiationOncology', 'zhao'], ['pathology', 'gu'], ['radiology', 'xu'],
    ]);
  });
  it('are one\'s own, over what was seen, once, and by who was there', () => {
    const world = decided();
    expect(world.put('signRecommendation', { outcomeId: id(world), seenTextHash: 'x' }, me(world, 'li'))).toMatchObject({ code: 'RECOMMENDATION.TEXT_CHANGED' });
    expect(world.put('signRecommendation', { outcomeId: id(world), seenTextHash: hash(world) }, as('li', world.now, 'zhao'))).toMatchObject({ code: 'RECOMMENDATION.OWN_SIGNATURE_ONLY' });
    expect(world.put('signRecommendation', { outcomeId: 'old', seenTextHash: hash(world) }, me(world, 'li'))).toMatchObject({ code: 'RECOMMENDATION.SUPERSEDED' });
    expect(sign(world, 'he')).toMatchObject({ code: 'RECOMMENDATION.NOT_PRESENT' });
    expect(sign(world, 'li')).toBeNull();
    expect(sign(world, 'li')).toMatchObject({ code: 'RECOMMENDATION.NOTHING_TO_SIGN' });
    world.put('declareConflict', { personId: 'zhao' }, me(world, 'zhao'));
    expect(sign(world, 'zhao')).toMatchObject({ code: 'RECOMMENDATION.CONFLICT_OF_INTEREST' });
  });
  it('may come from another present person of the discipline', () => {
    const world = decided();
    expect(sign(world, 'marat')).toBeNull();
    expect(openTasksOf(world.theCase.tasks, 'sign').some((task) => task.about['discipline'] === 'pathology')).toBe(false);
    expect(sign(world, 'gu')).toMatchObject({ code: 'RECOMMENDATION.NOTHING_TO_SIGN' });
  });
  it('are complete only with the last', () => {
    const world = decided();
    for (const by of ['wang', 'sun', 'li', 'zhao', 'gu']) sign(world, by);
    expect(world.put('completeSignatures', { round: 1 }, process)).toMatchObject({ code: 'MOVE.NOT_READY' });
    sign(world, 'xu');
    expect(readyMoves(world.theCase).map(({ name }) => name)).toContain('completeSignatures');
    world.settle();
    expect(outcomeOf(world)).toMatchObject({ signaturesComplete: true });
  });
  it('are void when one is refused with a reason: the case is discussed again, and the old outcome can be read', () => {
    const world = decided();
    sign(world, 'li');
    const old = id(world);
    expect(world.put('refuseSignature', { outcomeId: old }, me(world, 'zhao'))).toMatchObject({ code: 'TEXT.NEEDED', field: 'reason' });
    expect(world.put('refuseSignature', { outcomeId: old }, me(world, 'zhao'), { reason: 'dose' })).toBeNull();
    expect(world.theCase).toMatchObject({ round: 2, stages: { discussion: { status: 'active' }, recommendation: { status: 'notStarted' } } });
    expect(world.theCase.outcomes[old]).toMatchObject({ signatures: [], signaturesComplete: false, supersededBy: null });
    expect(openTasksOf(world.theCase.tasks, 'sign')).toEqual([]);
    planMeeting(world);
    world.settle();
    expect(world.theCase.listed?.meetingId).toBe('meeting-2');
    reached((one) => openTasksOf(one.theCase.tasks, 'sign').length > 0, world);
    expect(world.theCase.outcomes[old]?.supersededBy).toBe(id(world));
  });
  it('can\'t be refused once all are given', () => {
    const world = lettered();
    expect(world.put('refuseSignature', { outcomeId: id(world) }, me(world, 'wang'), { reason: 'late' })).toMatchObject({ code: 'RECOMMENDATION.COMPLETE' });
  });
});

describe('letters', () => {
  const attach = (world: World, signed: boolean, language: 'en' | 'ru' = 'en') => world.put('attachLetter', { outcomeId: id(world), language, fileId: 'f', sha256: 's', signed }, process);
  it('are drafts until the last signature, and signed ones after it', () => {
    const world = decided();
    expect(attach(world, true)).toMatchObject({ code: 'RECOMMENDATION.NOT_ALL_SIGNED' });
    signAll(world);
    world.put('completeSignatures', { round: 1 }, process);
    expect(attach(world, false)).toMatchObject({ code: 'LETTER.DRAFT_TOO_LATE' });
    expect(attach(world, true)).toBeNull();
    expect(attach(world, true)).toMatchObject({ code: 'LETTER.ALREADY_ATTACHED' });
    expect(outcomeOf(world)?.letterSentAt).toBeNull();
    expect(attach(world, true, 'ru')).toBeNull();
    expect(outcomeOf(world)?.letterSentAt).toBe(world.now);
    expect(openOne(world, 'acknowledge')).toMatchObject({ ownerId: 'dana', offer: { institutionId: 'astana', role: 'caseManager' }, deadline: { allowance: { amount: 5, unit: 'workingDays' } } });
  });
  it('in another language, or for the patient, are made when a reader asks, also long after', () => {
    const world = lettered();
    const ask = (language: 'kk' | 'ru', plain: boolean, by = 'dana') => world.put('askForLetter', { outcomeId: id(world), language, plain }, me(world, by));
    expect(ask('ru', false)).toMatchObject({ code: 'LETTER.ALREADY_ASKED' });
    expect(ask('kk', false)).toBeNull();
    expect(ask('kk', false)).toMatchObject({ code: 'LETTER.ALREADY_ASKED' });
    const [first] = readyMoves(world.theCase);
    expect(first?.name).toBe('makeLetters');
    world.settle();
    expect(outcomeOf(world)?.letter).toMatchObject({ kk: { signed: true }, en: { signed: true } });
    expect(world.events.filter(({ type }) => type === 'LetterSent')).toHaveLength(1);
    reached((one) => outcomeOf(one)?.patientDecision != null, world);
    expect(ask('ru', true, 'wang')).toBeNull();
    const again = readyMoves(world.theCase).find(({ name }) => name === 'makeLetters');
    expect(again?.round).toBeGreaterThan(first?.round ?? Infinity);
    world.settle();
    expect(outcomeOf(world)?.letter).toMatchObject({ 'ru-plain': { signed: true } });
  });
  it('that can\'t be made are somebody\'s task, and made again after it', () => {
    const world = decided();
    signAll(world);
    world.put('completeSignatures', { round: 1 }, process);
    const before = readyMoves(world.theCase).find(({ name }) => name === 'makeLetters');
    expect(world.put('failLetter', { outcomeId: id(world), code: 'typst' }, process)).toBeNull();
    expect(world.put('failLetter', { outcomeId: id(world), code: 'typst' }, process)).toMatchObject({ code: 'LETTER.FAILURE_KNOWN' });
    expect(readyMoves(world.theCase)).toEqual([]);
    expect(world.put('retryLetter', { taskId: openOne(world, 'sendLetter').id }, me(world, 'he'))).toBeNull();
    const after = readyMoves(world.theCase).find(({ name }) => name === 'makeLetters');
    expect(after?.round).toBeGreaterThan(before?.round ?? Infinity);
  });
});

describe('the answer of the origin', () => {
  it('is the referring clinician\'s, or the case manager\'s on behalf', () => {
    const world = lettered();
    expect(world.put('acknowledgeRecommendation', { outcomeId: id(world) }, me(world, 'he'))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(world.put('recordPatientDecision', { outcomeId: id(world), decision: 'accepted' }, me(world, 'dana'))).toMatchObject({ code: 'RECOMMENDATION.NOT_ACKNOWLEDGED' });
    expect(world.put('acknowledgeRecommendation', { outcomeId: id(world) }, as('aliya', world.now, 'dana'))).toBeNull();
    expect(world.put('acknowledgeRecommendation', { outcomeId: id(world) }, me(world, 'dana'))).toMatchObject({ code: 'RECOMMENDATION.ACKNOWLEDGED', facts: { by: 'aliya' } });
  });
  it('may be undecided, which asks again, then declined, which starts no transfer, then accepted, which does', () => {
    const world = lettered();
    world.put('acknowledgeRecommendation', { outcomeId: id(world) }, me(world, 'dana'));
    const decide = (decision: 'accepted' | 'declined' | 'undecided') => world.put('recordPatientDecision', { outcomeId: id(world), decision }, me(world, 'dana'));
    expect(decide('undecided')).toBeNull();
    expect(openTasksOf(world.theCase.tasks, 'recordPatientDecision')).toHaveLength(1);
    expect(decide('declined')).toBeNull();
    world.settle();
    expect(world.theCase).toMatchObject({ transfer: null, stages: { recommendation: { status: 'done' }, followUp: { status: 'active' } } });
    expect(decide('declined')).toMatchObject({ code: 'RECOMMENDATION.DECISION_KNOWN' });
    expect(decide('accepted')).toBeNull();
    world.settle();
    expect(world.theCase.transfer?.status).toBe('preparing');
    expect(decide('declined')).toMatchObject({ code: 'TRANSFER.ONE_IS_LIVE' });
    expect(openTasks(world.theCase.tasks).every((task) => task.deadline !== null)).toBe(true);
  });
  it('says why the patient decided so, and who explained it, where, on which day', () => {
    const world = lettered();
    world.put('acknowledgeRecommendation', { outcomeId: id(world) }, me(world, 'dana'));
    const today = world.now.slice(0, 10);
    const decide = (decision: 'accepted' | 'declined', by: string, on: string) => world.put('recordPatientDecision', { outcomeId: id(world), decision, because: 'distance', explained: { by, where: 'ward', on } }, as('aliya', world.now, 'dana'));
    expect(decide('accepted', 'dana', today)).toMatchObject({ code: 'RECOMMENDATION.REASON_CONTRADICTS' });
    expect(decide('declined', 'nobody', today)).toMatchObject({ code: 'RECOMMENDATION.EXPLAINER_UNKNOWN' });
    expect(decide('declined', 'dana', '2999-01-01')).toMatchObject({ code: 'RECOMMENDATION.EXPLAINED_LATER', facts: { on: '2999-01-01' } });
    expect(decide('declined', 'dana', today)).toBeNull();
    expect(outcomeOf(world)).toMatchObject({ patientDecision: 'declined', patientSaid: { because: 'distance', explained: { by: 'dana', where: 'ward', on: today }, by: 'aliya' } });
  });
  it('may be that another opinion is wanted: of the same board, which speaks again, or of another', () => {
    const ask = (world: World, where: 'sameBoard' | 'otherBoard', by = 'dana', note?: string) => world.put('askSecondOpinion', { outcomeId: id(world), reason: 'patientsWish', where }, me(world, by), note === undefined ? {} : { note });
    const world = lettered();
    expect(ask(decided(), 'otherBoard', 'dana', 'n')).toMatchObject({ code: 'LETTER.NOT_SENT' });
    expect(ask(world, 'otherBoard', 'li', 'n')).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(ask(world, 'otherBoard')).toMatchObject({ code: 'TEXT.NEEDED' });
    expect(ask(world, 'otherBoard', 'dana', 'n')).toBeNull();
    expect(world.theCase).toMatchObject({ round: 1, stages: { recommendation: { status: 'active' } } });
    const old = id(world);
    expect(ask(world, 'sameBoard', 'aliya', 'n')).toBeNull();
    expect(world.theCase).toMatchObject({ round: 2, stages: { discussion: { status: 'active' } } });
    expect(world.theCase.outcomes[old]).toMatchObject({ signaturesComplete: true, secondOpinions: [{ where: 'otherBoard' }, { where: 'sameBoard', by: 'aliya' }] });
  });
});
