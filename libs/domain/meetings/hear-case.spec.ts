import { me, sitting } from '../cases/reach.fixture.js';
import type { World } from '../cases/world.fixture.js';
import { plusMilliseconds } from '../core/instant.js';
import { hardnessOf, inOrder } from './hardness.js';
import { timeBoxesOf } from './time-boxes.js';

const meeting = (world: World) => {
  const found = world.meetings.get('meeting-1');
  if (found === undefined) throw new Error('no meeting');
  return found;
};
const take = (world: World, caseId = 'case-1', by = 'lin') => world.meet('takeUpCase', 'meeting-1', { caseId }, me(world, by));
const later = (world: World, minutes: number) => { world.now = plusMilliseconds(world.now, minutes * 60_000); };

describe('the case that is heard', () => {
  it('is taken up by who runs the meeting, from its own agenda, once', () => {
    const world = sitting();
    expect(take(world, 'case-1', 'serik')).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(take(world, 'case-2')).toMatchObject({ code: 'MEETING.CASE_NOT_TO_HEAR', field: 'caseId' });
    expect(take(world)).toBeNull();
    expect(meeting(world).current).toEqual({ caseId: 'case-1', since: world.now });
    expect(take(world)).toMatchObject({ code: 'MEETING.CASE_IS_HEARD' });
  });
  it('is timed without breaks, over several turns, to the end of the sitting', () => {
    const world = sitting();
    take(world);
    later(world, 4);
    expect(world.meet('takeBreak', 'meeting-1', {}, me(world, 'lin'))).toBeNull();
    expect(meeting(world)).toMatchObject({ current: null, spent: { 'case-1': 4 * 60_000 } });
    expect(world.meet('takeBreak', 'meeting-1', {}, me(world, 'lin'))).toMatchObject({ code: 'MEETING.NO_CASE_HEARD' });
    later(world, 10);
    take(world);
    later(world, 3);
    world.meet('closeMeeting', 'meeting-1', {}, me(world, 'lin'));
    expect(meeting(world)).toMatchObject({ current: null, spent: { 'case-1': 7 * 60_000 } });
    expect(take(world)).toMatchObject({ code: 'MEETING.WRONG_STATUS' });
  });
  it('keeps who has spoken on it, and takes a tick back', () => {
    const world = sitting();
    const tick = (voice: 'radiology' | 'patientsView', heard = true) => world.meet('recordHeard', 'meeting-1', { caseId: 'case-1', voice, heard }, me(world, 'lin'));
    expect([tick('radiology'), tick('patientsView'), tick('radiology', false)]).toEqual([null, null, null]);
    expect(meeting(world).heard).toEqual({ 'case-1': ['patientsView'] });
    expect(tick('patientsView')).toMatchObject({ code: 'MEETING.HEARD_ALREADY', facts: { voice: 'patientsView' } });
  });
  it('is given minutes, or its share', () => {
    const world = sitting();
    const give = (minutes: number | null) => world.meet('setTimeBox', 'meeting-1', { caseId: 'case-1', minutes }, me(world, 'lin'));
    expect(give(null)).toMatchObject({ code: 'MEETING.SAME_TIME_BOX' });
    expect(give(12)).toBeNull();
    expect(timeBoxesOf(meeting(world), ['case-1', 'x']).boxes.map(({ minutes }) => minutes)).toEqual([12, meeting(world).minutes - 12]);
    expect(give(null)).toBeNull();
    expect(meeting(world).boxes).toEqual({});
  });
});

describe('the plan of a sitting', () => {
  const plan = { startsAt: '2026-11-12T07:00:00.000Z', openedAt: null, minutes: 120, boxes: { b: 40 } };
  it('shares what is left, proposes a break at the half, and begins when it was opened', () => {
    const { boxes, rest, endsAt } = timeBoxesOf(plan, ['a', 'b', 'c', 'd']);
    expect(boxes.map(({ minutes }) => minutes)).toEqual([23, 40, 23, 23]);
    expect(rest).toEqual({ beforeCaseId: 'c', minutes: 10, startsAt: '2026-11-12T08:03:00.000Z' });
    expect(boxes[2]?.startsAt).toBe('2026-11-12T08:13:00.000Z');
    expect(endsAt).toBe('2026-11-12T08:59:00.000Z');
    expect(timeBoxesOf({ ...plan, openedAt: '2026-11-12T07:06:00.000Z' }, ['a']).boxes[0]?.startsAt).toBe('2026-11-12T07:06:00.000Z');
  });
  it('proposes none in a short sitting, and gives nobody less than two minutes', () => {
    const many = timeBoxesOf({ ...plan, minutes: 10, boxes: {} }, ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']);
    expect([many.rest, many.boxes[0]?.minutes]).toEqual([null, 2]);
  });
});

describe('the hardest first', () => {
  it('counts what makes a case hard, and says it, the weightiest first', () => {
    const { theCase } = sitting();
    expect(hardnessOf(theCase, 0)).toEqual({ points: 16, because: ['minorDiscordance', 'acrossBorder'] });
    const pathology = Object.values(theCase.opinions).find(({ kind }) => kind === 'pathology');
    if (pathology === undefined) throw new Error('no pathology');
    const differs = { ...theCase, urgency: 'urgent' as const, opinions: { ...theCase.opinions, [pathology.id]: { ...pathology, codes: { ...pathology.codes, laterality: 'right' } } } };
    expect(hardnessOf(differs, 4)).toEqual({ points: 84, because: ['urgent', 'opinionsDiffer', 'minorDiscordance', 'manyTreatments', 'acrossBorder'] });
    const unknown = { ...differs, opinions: { ...theCase.opinions, [pathology.id]: { ...pathology, codes: { ...pathology.codes, laterality: 'notKnown' } } } };
    expect(hardnessOf(unknown, 0).because).toEqual(['urgent', 'minorDiscordance', 'acrossBorder']);
  });
  it('is the order where nobody ordered by hand; cases that are as hard stay as they came', () => {
    const cases = [['a', 6], ['b', 40], ['c', 6], ['d', 74]].map(([caseId, hardness]) => ({ caseId: String(caseId), hardness: Number(hardness) }));
    expect(inOrder([], cases).map(({ caseId }) => caseId)).toEqual(['d', 'b', 'a', 'c']);
    expect(inOrder(['c', 'a'], cases).map(({ caseId }) => caseId)).toEqual(['c', 'a', 'd', 'b']);
  });
});
