import { inReview, me } from '../cases/stand.fixture.js';
import { openTasks } from '../tasks/task.js';
import { planMeeting } from '../cases/walk.fixture.js';
import type { World } from '../cases/world.fixture.js';

/** Before the board with the reviews left, on the agenda of meeting-1. */
const listed = (): World => {
  const world = inReview();
  planMeeting(world);
  world.put('acceptIncompleteFile', {}, me(world, 'wang'), { reason: 'r' });
  world.settle();
  return world;
};
const mark = (world: World, by = 'he') => world.put('markStandardOfCare', {}, me(world, by), { standard: 'Curettage and cement, by the guideline.' });
const signOff = (world: World, by = 'wang', texts = { proposal: 'Curettage and cement, by the guideline.' }) => world.put('signOffStandardOfCare', { meetingId: 'meeting-1' }, me(world, by), texts);

describe('a case that a standard covers', () => {
  it('is marked in words by the host, once, and unmarked', () => {
    const world = listed();
    expect(mark(world, 'aliya')).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(world.put('markStandardOfCare', {}, me(world, 'he'))).toMatchObject({ code: 'TEXT.NEEDED', field: 'standard' });
    expect(mark(world)).toBeNull();
    expect(mark(world, 'wang')).toMatchObject({ code: 'STANDARD.MARKED_ALREADY', facts: { by: 'he' } });
    expect(world.put('unmarkStandardOfCare', {}, me(world, 'wang'))).toBeNull();
    expect(signOff(world)).toMatchObject({ code: 'STANDARD.NOT_MARKED' });
  });

  it('names the guideline that covers it where there is one: what was on the screen is what is signed', () => {
    const world = listed();
    const guideline = { code: 'ESMO-EURACAN-bone-sarcoma', edition: '2021' };
    expect(world.put('markStandardOfCare', { guideline }, me(world, 'he'), { standard: 's' })).toBeNull();
    expect(world.theCase.standardOfCare).toMatchObject({ guideline });
    expect(world.put('signOffStandardOfCare', { meetingId: 'meeting-1', guideline }, me(world, 'wang'), { proposal: 's' })).toBeNull();
    expect(world.theCase.outcomes[world.theCase.currentOutcomeId ?? '']).toMatchObject({ kind: 'coveredByStandard', guideline });
  });

  it('is signed off by the chair alone, without quorum, and goes on to letter, answer and follow-up', () => {
    const world = listed();
    mark(world);
    expect(signOff(world, 'he')).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(world.put('signOffStandardOfCare', { meetingId: 'meeting-1' }, me(world, 'wang'))).toMatchObject({ code: 'TEXT.NEEDED', field: 'proposal' });
    expect(signOff(world)).toBeNull();
    expect(world.theCase).toMatchObject({ listed: null, stages: { discussion: { status: 'done' }, recommendation: { status: 'active' } } });
    world.settle();
    const outcome = world.theCase.outcomes[world.theCase.currentOutcomeId ?? ''];
    expect(outcome).toMatchObject({ kind: 'coveredByStandard', chairId: 'wang', signaturesComplete: true, signatures: [{ personId: 'wang', discipline: 'chair', textHash: outcome?.textHash }], texts: { proposal: expect.any(String) as string } });
    expect(openTasks(world.theCase.tasks).map(({ kind }) => kind)).toContain('acknowledge');
    world.put('acknowledgeRecommendation', { outcomeId: outcome?.id ?? '' }, me(world, 'dana'));
    world.settle();
    expect(world.theCase.stages.followUp.status).toBe('active');
  });

  it('is not signed off by a chair in conflict of interest, nor off the agenda', () => {
    const world = listed();
    mark(world);
    world.put('declareConflict', { personId: 'wang' }, me(world, 'wang'));
    expect(signOff(world)).toMatchObject({ code: 'RECOMMENDATION.CONFLICT_OF_INTEREST' });
    planMeeting(world);
    world.put('delistFromMeeting', { meetingId: 'meeting-1', cause: 'other' }, me(world, 'he'));
    expect(signOff(world, 'sun')).toMatchObject({ code: 'DISCUSSION.NOT_LISTED' });
  });
});
