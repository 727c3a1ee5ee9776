import { me, outcomeOf, recommendation, sitting, words } from '../cases/reach.fixture.js';
import { board, type World } from '../cases/world.fixture.js';
import { openTasksOf } from '../tasks/task.js';
import type { MeetingCommandData } from './commands.js';
import { quorumOf } from './quorum.js';

/** Cases that sit in one meeting: what happens in the room happens for all of them, a minute after what was before. */
class Afternoon {
  readonly cases: readonly World[];
  constructor(count: number) { this.cases = Array.from({ length: count }, () => sitting()); }
  case(number: number): World {
    const found = this.cases[number - 1];
    if (found === undefined) throw new Error(`No case ${number}`);
    return found;
  }
  room<Name extends 'recordAttendance' | 'changeAttendance' | 'endAttendance' | 'handOnChair'>(name: Name, data: MeetingCommandData[Name], by = 'lin') {
    for (const world of this.cases) world.now = new Date(Date.parse(world.now) + 60_000).toISOString();
    const first = this.case(1);
    const refusal = first.meet(name, 'meeting-1', data, me(first, by));
    const meeting = first.meetings.get('meeting-1');
    if (meeting !== undefined) for (const world of this.cases) world.meetings.set('meeting-1', meeting);
    for (const world of this.cases) world.now = new Date(Date.parse(world.now) + 60_000).toISOString();
    return refusal;
  }
  decide(number: number, by = 'lin') { const world = this.case(number); return world.put('recordRecommendation', recommendation(world), me(world, by), words); }
}

describe('a quorum of five in which the pathologist leaves', () => {
  it('decides cases 1 to 3 and, with the named substitute by video, 5; case 4 is refused with who was missing, and goes to the next meeting', () => {
    const afternoon = new Afternoon(5);
    // one pathologist and nobody to spare: the other two of the world go before the first case
    expect([afternoon.room('endAttendance', { personId: 'gu' }), afternoon.room('endAttendance', { personId: 'marat' })]).toEqual([null, null]);
    expect([1, 2, 3].map((number) => afternoon.decide(number))).toEqual([null, null, null]);
    expect(afternoon.room('endAttendance', { personId: 'chen' }, 'chen')).toBeNull();
    expect(afternoon.decide(4)).toMatchObject({ code: 'MEETING.QUORUM_NOT_MET', facts: { missing: ['pathology'], present: 4, required: 5 } });
    const comes = { discipline: 'pathology', institutionId: 'shanghai', how: 'byVideo' } as const;
    expect(afternoon.room('recordAttendance', { ...comes, personId: 'marat', substituteFor: 'chen' })).toMatchObject({ code: 'MEETING.SUBSTITUTE_NOT_NAMED' });
    expect(afternoon.room('recordAttendance', { ...comes, personId: 'gu', substituteFor: 'chen' }, 'gu')).toBeNull();
    expect(afternoon.decide(5)).toBeNull();
    expect([1, 2, 3, 4, 5].map((number) => outcomeOf(afternoon.case(number))?.kind ?? null)).toEqual(['recommendation', 'recommendation', 'recommendation', null, 'recommendation']);
    expect(outcomeOf(afternoon.case(5))?.participants).toContainEqual({ personId: 'gu', discipline: 'pathology', institutionId: 'shanghai' });
    const fourth = afternoon.case(4);
    expect(fourth.put('deferCase', { meetingId: 'meeting-1', cause: 'requiredDisciplineAbsent' }, me(fourth, 'wang'))).toBeNull();
    expect(openTasksOf(fourth.theCase.tasks, 'removeDeferralCause')).toMatchObject([{ about: { cause: 'requiredDisciplineAbsent' }, ownerId: fourth.theCase.hostCaseManagerId }]);
  });
});

describe('a pathologist who goes on by video', () => {
  it('counts before, at the moment and after; when it was, is known', () => {
    const afternoon = new Afternoon(3);
    for (const personId of ['gu', 'marat']) expect(afternoon.room('endAttendance', { personId })).toBeNull();
    expect(afternoon.decide(1)).toBeNull();
    const first = afternoon.case(1);
    const stay = () => first.meetings.get('meeting-1')?.attendance.filter(({ personId }) => personId === 'chen');
    const [came] = stay() ?? [];
    expect(afternoon.room('changeAttendance', { personId: 'chen', how: came?.how ?? 'present' }, 'chen')).toMatchObject({ code: 'MEETING.SAME_WAY' });
    const other = came?.how === 'present' ? 'byVideo' : 'present';
    expect(afternoon.room('changeAttendance', { personId: 'chen', how: other }, 'dana')).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(afternoon.room('changeAttendance', { personId: 'chen', how: other }, 'chen')).toBeNull();
    expect(stay()).toEqual([{ ...came, how: other, earlier: [{ how: came?.how, until: expect.any(String) as string }] }]);
    const until = stay()?.[0]?.earlier?.[0]?.until ?? '';
    expect(quorumOf(board.quorum, first.meetings.get('meeting-1')?.attendance ?? [], until, { conflicts: [], sides: [] })).toMatchObject({ met: true });
    expect([2, 3].map((number) => afternoon.decide(number))).toEqual([null, null]);
    expect(afternoon.room('changeAttendance', { personId: 'gu', how: 'byVideo' })).toMatchObject({ code: 'MEETING.NOT_PRESENT' });
  });
});

describe('a chair who operated on the patient before', () => {
  it('leaves the chair for that one case to a deputy, counts for nothing in it, and takes it back', () => {
    const afternoon = new Afternoon(3);
    const second = afternoon.case(2);
    expect(second.put('declareConflict', { personId: 'wang' }, me(second, 'wang'))).toBeNull();
    expect(afternoon.decide(1)).toBeNull();
    expect(afternoon.decide(2)).toMatchObject({ code: 'MEETING.CHAIR_IN_CONFLICT' });
    expect(afternoon.room('handOnChair', { chairId: 'sun' }, 'wang')).toBeNull();
    expect(afternoon.decide(2)).toBeNull();
    expect(afternoon.room('handOnChair', { chairId: 'wang' }, 'sun')).toBeNull();
    expect(afternoon.decide(3)).toBeNull();
    expect([1, 2, 3].map((number) => outcomeOf(afternoon.case(number))?.chairId)).toEqual(['wang', 'sun', 'wang']);
    expect([1, 2, 3].map((number) => outcomeOf(afternoon.case(number))?.participants.some(({ personId }) => personId === 'wang'))).toEqual([true, false, true]);
  });
});
