import { fillIn, claim, drafted, inReview, me, submitted, taskOf } from './stand.fixture.js';
import { blockerOf, nextStepOf } from './next-step.js';
import { notificationsOf } from './notifications.js';
import type { CaseState } from './state.js';
import { evolveCase } from './evolve.js';
import { board, people, process, type World } from './world.fixture.js';

/** Everybody told of the events since a place, as `person:kind`, by folding them again. */
const toldSince = (world: World, from: number, actorId: string | null = null): readonly string[] => {
  let state: CaseState | null = null;
  return world.events.flatMap((event, place) => {
    const before: CaseState | null = state;
    state = evolveCase(state, event, world.times[place] ?? '', 'x', 'case-1');
    return place < from ? [] : notificationsOf(event, before, state, people, actorId).map(({ personId, kind }) => `${personId}:${kind}`);
  });
};

describe('news of a case', () => {
  it('reach pools when work is offered, owners when it is given, and nobody of what they did themselves', () => {
    const world = submitted();
    expect(toldSince(world, 0)).toEqual(['he:taskAssigned']);
    let from = world.events.length;
    world.put('acceptReferral', {}, me(world, 'he'));
    world.settle();
    expect(toldSince(world, from, 'he')).toEqual(['dana:referralAccepted', 'aliya:referralAccepted', 'chen:taskOffered', 'gu:taskOffered', 'xu:taskOffered']);
    from = world.events.length;
    world.put('assignTask', { taskId: taskOf(world, 'pathologyReview').id, ownerId: 'chen' }, me(world, 'he'));
    world.put('claimTask', { taskId: taskOf(world, 'imagingReview').id }, me(world, 'xu'));
    expect(toldSince(world, from)).toEqual(['chen:taskAssigned']);
    from = world.events.length;
    world.put('declineTask', { taskId: taskOf(world, 'pathologyReview').id, reason: 'conflictOfInterest' }, me(world, 'chen'));
    expect(toldSince(world, from)).toEqual(['gu:taskOffered']);
  });

  it('of a mark reach each person once, also who is case manager of both sides', () => {
    const world = submitted();
    const tells = [{ personId: 'he', as: 'originCaseManager' }, { personId: 'he', as: 'hostCaseManager' }, { personId: 'gu', as: 'head' }] as const;
    const fired = { type: 'MarkFired', version: 1, data: { taskId: taskOf(world, 'triage').id, mark: 'fileFrozen', kind: 'remind', late: false, tells } } as const;
    expect(notificationsOf(fired, world.theCase, world.theCase, people, null).map(({ personId, as }) => `${personId}:${as}`)).toEqual(['he:originCaseManager', 'gu:head']);
  });

  it('say once what was sent back, answered and withdrawn, and carry codes only', () => {
    const world = submitted();
    let from = world.events.length;
    world.put('returnReferral', { items: ['ecog'] }, me(world, 'he'), { note: 'words that stay where they are' });
    expect(toldSince(world, from)).toEqual(['dana:referralReturned', 'aliya:referralReturned']);
    from = world.events.length;
    world.put('answerReturn', {}, me(world, 'dana'));
    expect(toldSince(world, from)).toEqual(['he:informationAnswered']);
    from = world.events.length;
    world.put('withdrawCase', { reason: 'patientsWish' }, me(world, 'dana'));
    expect(toldSince(world, from, 'dana')).toEqual(['he:taskEnded', 'aliya:caseWithdrawn', 'he:caseWithdrawn']);
    const [held] = notificationsOf({ type: 'CaseWithdrawn', version: 1, data: { reason: 'died', noteTextId: 't' } }, null, world.theCase, people);
    expect(held).toEqual({ personId: 'dana', as: 'referrer', kind: 'caseWithdrawn', markKind: 'news', taskId: null, params: { reason: 'died' } });
  });

  it('of a mark are those whom the mark named, with its kind', () => {
    const world = inReview();
    world.now = '2026-12-30T03:00:00.000Z';
    world.put('runDue', { dueAt: world.now }, process);
    const fired = world.events.find((event) => event.type === 'MarkFired');
    if (fired?.type !== 'MarkFired') throw new Error('nothing fired');
    const notifications = notificationsOf(fired, null, world.theCase, people, 'chen');
    expect(notifications.map(({ personId }) => personId)).toEqual(fired.data.tells.map(({ personId }) => personId));
    expect(notifications[0]).toMatchObject({ markKind: fired.data.kind, taskId: fired.data.taskId, params: { mark: fired.data.mark, late: true } });
  });
});

describe('what holds a case and what happens next', () => {
  it('is said at each point as code and facts', () => {
    const world = drafted();
    expect(nextStepOf(world.theCase)).toEqual({ code: 'submit', facts: {}, taskId: null });
    const sent = submitted();
    expect(nextStepOf(sent.theCase)).toMatchObject({ code: 'taskOwned', facts: { kind: 'triage', ownerId: 'he' }, taskId: taskOf(sent, 'triage').id });
    sent.put('returnReferral', { items: ['ecog'] }, me(sent, 'he'));
    expect(blockerOf(sent.theCase, board)).toEqual({ code: 'informationAwaited', facts: { items: ['ecog'] }, taskId: taskOf(sent, 'provideInformation').id });
    sent.put('answerReturn', {}, me(sent, 'dana'));
    expect(blockerOf(sent.theCase, board)).toBeNull();
    sent.put('acceptReferral', {}, me(sent, 'he'));
    expect(nextStepOf(sent.theCase)).toEqual({ code: 'processMoves', facts: { move: 'startReviews' }, taskId: null });
  });

  it('names a reading that waits, a discordance, a hold', () => {
    const world = inReview();
    expect(nextStepOf(world.theCase)).toMatchObject({ code: 'taskOffered', facts: { discipline: 'pathology' } });
    const imaging = claim(world, 'imagingReview', 'xu');
    world.put('requestMaterial', { taskId: imaging.id, items: ['dicom'], pausesClock: true }, me(world, 'xu'));
    expect(blockerOf(world.theCase, board)).toMatchObject({ code: 'materialAwaited', facts: { items: ['dicom'] } });
    for (const [kind, who, grade] of [['pathologyReview', 'chen', null], ['secondPathologyReview', 'gu', 'major']] as const) {
      const task = claim(world, kind, who);
      fillIn(world, task);
      world.put('signReview', { taskId: task.id, draftId: `draft-${task.id}`, seenDraftVersion: 1, discordance: grade }, me(world, who));
    }
    expect(blockerOf(world.theCase, board)?.code).toBe('discordanceOpen');
    world.put('holdCase', { reason: 'awaitingFunding', resumeBy: '2026-12-24' }, me(world, 'he'));
    expect(blockerOf(world.theCase, board)).toMatchObject({ code: 'onHold', facts: { resumeBy: '2026-12-24' } });
    expect(nextStepOf(world.theCase)?.code).toBe('resume');
    world.put('withdrawCase', { reason: 'died' }, me(world, 'dana'));
    expect([nextStepOf(world.theCase), blockerOf(world.theCase, board)]).toEqual([null, null]);
  });
});
