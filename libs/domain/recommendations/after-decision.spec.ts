import { decided, lettered, me, openOne, outcomeOf, reached } from '../cases/reach.fixture.js';
import { fillIn } from '../cases/stand.fixture.js';
import { notificationsOf } from '../cases/notifications.js';
import { people, process, type World } from '../cases/world.fixture.js';
import { readyMoves } from '../cases/process.js';
import { openTasks, openTasksOf } from '../tasks/task.js';

const id = (world: World): string => outcomeOf(world)?.id ?? '';
const sign = (world: World, by: string) => world.put('signRecommendation', { outcomeId: id(world), seenTextHash: outcomeOf(world)?.textHash ?? '' }, me(world, by));
const kinds = (world: World) => openTasks(world.theCase.tasks).map(({ kind }) => kind);
/** Who is told of the last event of a type, by kind of news. */
const told = (world: World, type: string): readonly string[] => {
  const event = world.events.findLast((one) => one.type === type);
  return event === undefined ? [] : notificationsOf(event, null, world.theCase, people).map(({ personId }) => personId);
};

const amendImaging = (world: World): unknown => {
  const opinion = Object.values(world.theCase.opinions).find(({ kind }) => kind === 'imaging');
  const task = world.theCase.tasks[opinion?.taskId ?? ''];
  if (opinion === undefined || task === undefined) throw new Error('No imaging opinion');
  fillIn(world, task, { comment: { state: 'given', value: 'two more lesions' } }, 7);
  return world.put('amendOpinion', { opinionId: opinion.id, draftId: `draft-${task.id}`, seenDraftVersion: 7, discordance: null }, me(world, opinion.signedBy), { reason: 'read again' });
};

describe('an imaging report that is amended when three of five have signed', () => {
  const amended = (): World => {
    const world = decided();
    for (const by of ['wang', 'li', 'zhao']) expect(sign(world, by)).toBeNull();
    expect(amendImaging(world)).toBeNull();
    return world;
  };

  it('voids the signatures for all to see: who had signed what, when; and everyone is told', () => {
    const world = amended();
    const outcome = outcomeOf(world);
    expect(outcome).toMatchObject({ signatures: [], signaturesComplete: false, letter: null, voided: [{ because: 'opinionAmended', at: world.now }] });
    const gone = outcome?.voided?.[0]?.signatures ?? [];
    expect(gone.map(({ personId, discipline }) => [personId, discipline])).toEqual([['wang', 'chair'], ['wang', 'surgery'], ['li', 'medicalOncology'], ['zhao', 'radiationOncology']]);
    expect(gone.every(({ textHash }) => textHash === outcome?.textHash)).toBe(true);
    expect(openTasksOf(world.theCase.tasks, 'sign')).toEqual([]);
    expect(told(world, 'SignaturesVoided')).toEqual(['wang', 'li', 'zhao', 'he', 'aliya']);
  });

  it('goes back to the chair, who confirms with a reason: then all sign anew, and only that completes', () => {
    const world = amended();
    expect(openOne(world, 'confirmOutcome')).toMatchObject({ ownerId: 'wang', about: { opinion: 'imaging' } });
    expect(sign(world, 'xu')).toMatchObject({ code: 'RECOMMENDATION.NOTHING_TO_SIGN' });
    world.settle();
    expect(outcomeOf(world)?.signaturesComplete).toBe(false);
    const confirm = (by: string, note?: string) => world.put('confirmOutcome', { taskId: openOne(world, 'confirmOutcome').id }, me(world, by), note === undefined ? {} : { note });
    expect(confirm('he', 'n')).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(confirm('wang')).toMatchObject({ code: 'TEXT.NEEDED' });
    expect(confirm('wang', 'the lesions are old')).toBeNull();
    expect(openTasksOf(world.theCase.tasks, 'sign')).toHaveLength(6);
    for (const by of ['wang', 'sun', 'li', 'zhao', 'gu']) sign(world, by);
    world.settle();
    expect(outcomeOf(world)?.signaturesComplete).toBe(false);
    sign(world, 'xu');
    world.settle();
    expect(outcomeOf(world)).toMatchObject({ signaturesComplete: true, letter: { en: { signed: true } }, voided: [{}] });
  });

  it('or is discussed again, in a new round, with the old decision readable', () => {
    const world = amended();
    const old = id(world);
    expect(world.put('discussOutcomeAgain', { taskId: openOne(world, 'confirmOutcome').id }, me(world, 'wang'), { note: 'this changes the stage' })).toBeNull();
    expect(world.theCase).toMatchObject({ round: 2, stages: { discussion: { status: 'active' }, recommendation: { status: 'notStarted' } } });
    expect(kinds(world)).toEqual([]);
    expect(world.theCase.outcomes[old]?.voided).toHaveLength(1);
    expect(world.put('confirmOutcome', { taskId: 'x' }, me(world, 'wang'), { note: 'n' })).toMatchObject({ code: 'TASK.UNKNOWN' });
  });

  it('leaves complete signatures standing, and asks the chair once', () => {
    const world = lettered();
    expect(amendImaging(world)).toBeNull();
    expect(outcomeOf(world)).toMatchObject({ signaturesComplete: true, letter: { en: { signed: true } } });
    expect(outcomeOf(world)?.voided).toBeUndefined();
    expect(openTasksOf(world.theCase.tasks, 'confirmOutcome')).toHaveLength(1);
    expect(world.put('discussOutcomeAgain', { taskId: openOne(world, 'confirmOutcome').id }, me(world, 'wang'), { note: 'n' })).toBeNull();
    expect(Object.values(world.theCase.outcomes)[0]).toMatchObject({ letterSentAt: null, recalled: [{ reason: 'newInformation' }], voided: [{ because: 'discussAgain' }] });
  });
});

describe('a letter that is called back', () => {
  const recall = (world: World, next: 'newLetter' | 'discussAgain', by = 'he', note?: string) => world.put('recallLetter', { outcomeId: id(world), reason: 'wrongContent', next }, me(world, by), note === undefined ? {} : { note });

  it('is known as such with its reason, and everyone is told who got it or opened it', () => {
    const world = lettered();
    expect(recall(decided(), 'newLetter', 'he', 'n')).toMatchObject({ code: 'LETTER.NOT_SENT' });
    expect(recall(world, 'newLetter', 'dana', 'n')).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(recall(world, 'newLetter')).toMatchObject({ code: 'TEXT.NEEDED' });
    const before = outcomeOf(world)?.letter;
    world.letterReaders = ['dana', 'marat'];
    expect(recall(world, 'newLetter', 'he', 'the dose is wrong')).toBeNull();
    expect(outcomeOf(world)).toMatchObject({ letter: null, letterSentAt: null, recalled: [{ by: 'he', reason: 'wrongContent', letters: before }] });
    expect(told(world, 'LetterRecalled')).toEqual(['dana', 'aliya', 'he', 'marat']);
    expect(kinds(world)).toEqual(['sendLetter']);
    const without = lettered();
    without.gone = ['dana'];
    recall(without, 'newLetter', 'he', 'n');
    expect(kinds(without)).toEqual(['sendLetter', 'nameAddressee']);
  });

  it('is followed by a corrected one, which is sent and acknowledged anew', () => {
    const world = lettered();
    world.put('acknowledgeRecommendation', { outcomeId: id(world) }, me(world, 'dana'));
    world.put('recordPatientDecision', { outcomeId: id(world), decision: 'declined' }, me(world, 'dana'));
    world.settle();
    expect(recall(world, 'newLetter', 'wang', 'n')).toBeNull();
    // only what was called back is marked: the corrected letter waits for whoever mends it
    world.settle();
    const recalled = () => outcomeOf(world)?.recalled?.[0];
    const originals = Object.values(recalled()?.letters ?? {}).map((letter) => letter?.sha256 ?? '');
    expect([Object.keys(recalled()?.marked ?? {}).sort(), outcomeOf(world)?.letter]).toEqual([originals.sort(), null]);
    expect(world.put('attachMarkedLetter', { outcomeId: id(world), of: originals[0] ?? '', fileId: 'f', sha256: 's', replacedAt: null }, process)).toMatchObject({ code: 'LETTER.NOT_TO_BE_MARKED' });
    expect(world.put('attachMarkedLetter', { outcomeId: id(world), of: originals[0] ?? '', fileId: 'f', sha256: 's', replacedAt: null }, me(world, 'he'))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(Object.values(recalled()?.marked ?? {}).map(({ replacedAt }) => replacedAt)).toEqual(originals.map(() => null));
    world.now = new Date(Date.parse(world.now) + 3_600_000).toISOString();
    world.put('retryLetter', { taskId: openOne(world, 'sendLetter').id }, me(world, 'he'));
    world.settle();
    expect(Object.values(recalled()?.marked ?? {}).map(({ replacedAt }) => replacedAt)).toEqual(originals.map(() => world.now));
    expect(outcomeOf(world)).toMatchObject({ letter: { en: { signed: true }, ru: { signed: true } }, letterSentAt: world.now, acknowledgedAt: null, patientDecision: null });
    expect(world.put('acknowledgeRecommendation', { outcomeId: id(world) }, me(world, 'dana'))).toBeNull();
  });

  it('with the decision itself goes back to the board', () => {
    const world = lettered();
    expect(recall(world, 'discussAgain', 'wang', 'n')).toBeNull();
    expect(world.theCase).toMatchObject({ round: 2, stages: { discussion: { status: 'active' } } });
    expect(Object.values(world.theCase.outcomes)[0]).toMatchObject({ voided: [{ because: 'letterRecalled' }], signaturesComplete: false });
    reached((one) => outcomeOf(one)?.letterSentAt != null, world);
    expect(outcomeOf(world)?.recalled).toBeUndefined();
  });
});

describe('a second opinion of another board', () => {
  const asked = (): World => {
    const world = lettered();
    expect(world.put('askSecondOpinion', { outcomeId: id(world), reason: 'patientsWish', where: 'otherBoard' }, me(world, 'dana'), { note: 'n' })).toBeNull();
    return world;
  };
  const taskId = (world: World): string => openOne(world, 'secondOpinion').id;
  const send = (world: World, by: string, texts: Readonly<Record<string, string>> = { recipient: 'Board in Ankara', note: 'letter and slides' }) => world.put('sendSecondOpinion', { taskId: taskId(world) }, me(world, by), texts);
  const answer = (world: World, by: string, said: 'agrees' | 'differs' | 'notGiven' = 'agrees') => world.put('recordSecondOpinion', { taskId: taskId(world), answer: said }, me(world, by), { note: 'as we said' });

  it('is the origin\'s to send and to bring in, with a clock; what was sent to whom is kept, once', () => {
    const world = asked();
    expect(openOne(world, 'secondOpinion')).toMatchObject({ ownerId: 'aliya', offer: { institutionId: 'astana' }, deadline: { ladder: 'secondOpinion' } });
    expect(send(world, 'he')).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(send(world, 'aliya', { note: 'letter' })).toMatchObject({ code: 'TEXT.NEEDED', field: 'recipient' });
    expect(send(world, 'aliya')).toBeNull();
    expect(send(world, 'dana')).toMatchObject({ code: 'SECOND_OPINION.SENT_ALREADY' });
    expect(answer(world, 'aliya')).toBeNull();
    expect(kinds(world)).not.toContain('secondOpinion');
    expect(kinds(world)).not.toContain('confirmOutcome');
    expect(outcomeOf(world)?.secondOpinions).toMatchObject([{ where: 'otherBoard', sent: { by: 'aliya' }, received: { answer: 'agrees', by: 'aliya' } }]);
  });

  it('that differs asks the chair whether the recommendation holds; one that never comes asks nobody', () => {
    const world = asked();
    expect(answer(world, 'dana', 'differs')).toBeNull();
    expect(openOne(world, 'confirmOutcome')).toMatchObject({ ownerId: 'wang', about: { opinion: 'secondOpinion' } });
    expect(world.put('confirmOutcome', { taskId: openOne(world, 'confirmOutcome').id }, me(world, 'wang'), { note: 'known' })).toBeNull();
    const silent = asked();
    expect(answer(silent, 'aliya', 'notGiven')).toBeNull();
    expect(kinds(silent)).not.toContain('confirmOutcome');
  });
});

describe('a letter without addressee', () => {
  it('is not made until somebody of the origin is named, and then goes to them', () => {
    const world = decided();
    world.gone = ['dana'];
    for (const by of ['wang', 'sun', 'li', 'zhao', 'gu', 'xu']) sign(world, by);
    world.put('completeSignatures', { round: 1 }, process);
    expect(openOne(world, 'nameAddressee')).toMatchObject({ ownerId: 'aliya', offer: { institutionId: 'astana', role: 'caseManager' } });
    expect(openOne(world, 'nameAddressee').deadline).not.toBeNull();
    expect(readyMoves(world.theCase)).toEqual([]);
    const name = (personId: string) => world.put('nameAddressee', { taskId: openOne(world, 'nameAddressee').id, personId }, me(world, 'aliya'));
    expect(name('dana')).toMatchObject({ code: 'LETTER.ADDRESSEE_UNKNOWN' });
    expect(name('li')).toMatchObject({ code: 'LETTER.ADDRESSEE_UNKNOWN' });
    expect(name('marat')).toBeNull();
    world.settle();
    expect(world.theCase.referrerId).toBe('marat');
    expect(openOne(world, 'acknowledge').ownerId).toBe('marat');
    expect(told(world, 'LetterSent')).toContain('marat');
  });
});
