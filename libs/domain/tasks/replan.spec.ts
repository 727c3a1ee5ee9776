import { ASTANA } from '../calendars/shipped-calendars.js';
import { evolveCase } from '../cases/evolve.js';
import { inReview, me, taskOf } from '../cases/stand.fixture.js';
import { nextDue } from '../cases/due.js';
import { board, calendars, calendarsWith, process, type Times, type World } from '../cases/world.fixture.js';
import type { Ladder, Rung } from './allowances.js';
import { planDeadline } from './deadline.js';
import { replannedTasks } from './replan.js';
import type { Calendar, DayRule } from '../time/calendar.js';
import { openTasks, type Task } from './task.js';

const rung = (name: string, fraction: number, kind: Rung['kind'] = 'remind'): Rung => ({ name, kind, fraction, tells: ['owner'] });
const key = 'imagingReview.urgent';
const own = ((): Ladder => { const ladder = board.ladders[key]; if (ladder === undefined) throw new Error('no ladder'); return ladder; })();

/** A review of 16 working hours by Serik in Astana from Monday 30 November 2026, 09:00: half 13:00Z, most 1 Dec 09:48Z, due 13:00Z, later 4 Dec 13:00Z. */
const review = (): World => {
  const world = inReview();
  world.now = '2026-11-30T04:00:00.000Z';
  const cancelled = openTasks(world.theCase.tasks).map((task) => ({ type: 'TaskCancelled' as const, version: 1 as const, data: { taskId: task.id, cause: 'spec' } }));
  const task: Task = {
    ...taskOf(world, 'imagingReview'), id: 'it', status: 'inProgress', ownerId: 'serik', offer: { institutionId: 'astana', role: 'specialist', discipline: 'radiology' },
    deadline: planDeadline({ calendars }, { key, ladder: own }, world.now, { institutionId: 'astana', personId: 'serik' }),
  };
  for (const event of [...cancelled, { type: 'TaskCreated' as const, version: 1 as const, data: { task } }]) world.state = evolveCase(world.theCase, event, world.now, 'spec');
  return world;
};
const marks = (world: World): string[] => (world.theCase.tasks['it']?.deadline?.marks ?? []).map(({ name, at, state }) => `${name} ${at.slice(5, 16)} ${state}`);
const withDay = (date: string, rule: DayRule): Calendar => ({ ...ASTANA, version: 2, days: { ...ASTANA.days, [date]: rule } });
const off: DayRule = { kind: 'off', reason: 'Day of mourning', source: 'decree', status: 'official' };
const holiday: Times = { calendars: { astana: withDay('2026-12-01', off) } };
const change = (world: World, times: Times, cause: 'calendar' | 'leave' | 'zone' | 'timeZoneData' = 'calendar') => {
  world.calendars = calendarsWith(times);
  return world.put('replanDeadlines', { cause }, process);
};
const runDue = (world: World) => world.put('runDue', { dueAt: world.now }, process);
const fired = (world: World, from: number): string[] => world.events.slice(from).flatMap((one) => (one.type === 'MarkFired' ? [`${one.data.mark}${one.data.late ? ' late' : ''}`] : one.type === 'MarkPassedOver' ? [`(${one.data.mark})`] : []));

describe('after a change of the calendar', () => {
  it('open marks move, and the event says from when to when', () => {
    const world = review();
    expect(marks(world)).toEqual(['half 11-30T13:00 pending', 'most 12-01T09:48 pending', 'due 12-01T13:00 pending', 'later 12-04T13:00 pending']);
    expect(change(world, holiday)).toBeNull();
    expect(marks(world)).toEqual(['half 11-30T13:00 pending', 'most 12-02T09:48 pending', 'due 12-02T13:00 pending', 'later 12-07T13:00 pending']);
    expect(world.events.at(-1)).toMatchObject({ type: 'DeadlinesReplanned', data: { cause: 'calendar', policyVersion: null, tasks: [{ taskId: 'it', dueFrom: '2026-12-01T13:00:00.000Z', dueTo: '2026-12-02T13:00:00.000Z', moved: [
      { mark: 'most', kind: 'remind', from: '2026-12-01T09:48:00.000Z', to: '2026-12-02T09:48:00.000Z' }, { mark: 'due', from: '2026-12-01T13:00:00.000Z', to: '2026-12-02T13:00:00.000Z' }, { mark: 'later', to: '2026-12-07T13:00:00.000Z' },
    ] }] } });
    expect(world.theCase.tasks['it']?.deadline).toMatchObject({ dueAt: '2026-12-02T13:00:00.000Z', calendarVersion: 2 });
    expect(nextDue(world.theCase)?.at).toBe('2026-11-30T13:00:00.000Z');
  });

  it('a mark that was told never moves and is never told again', () => {
    const world = review();
    world.now = '2026-11-30T13:00:00.000Z';
    const from = world.events.length;
    runDue(world);
    expect(change(world, { calendars: { astana: withDay('2026-11-30', off) } })).toBeNull();
    expect(marks(world)[0]).toBe('half 11-30T13:00 fired');
    while (nextDue(world.theCase) !== null) { world.now = nextDue(world.theCase)?.at ?? ''; runDue(world); }
    expect(fired(world, from).filter((mark) => mark.startsWith('half'))).toEqual(['half']);
    expect(world.theCase.tasks['it']?.deadline?.marks.every(({ state }) => state !== 'pending')).toBe(true);
  });

  it('a mark that now lies in the past is told once, at once, as late; a lower one is passed over', () => {
    const world = review();
    world.now = '2026-12-01T06:00:00.000Z';
    runDue(world);
    const from = world.events.length;
    // Monday turns out to have been worked until midnight: what was due on Tuesday evening was due in the morning.
    const longDay: DayRule = { kind: 'custom', intervals: [{ from: '00:00', to: '24:00' }], reason: 'Worked', source: 'decree', status: 'official' };
    expect(change(world, { calendars: { astana: withDay('2026-11-30', longDay) } })).toBeNull();
    expect(nextDue(world.theCase)?.at).toBe('2026-11-30T16:48:00.000Z');
    expect(runDue(world)).toBeNull();
    expect(fired(world, from)).toEqual(['(most)', 'due late']);
    expect(runDue(world)).toMatchObject({ code: 'TIME.NOT_YET_DUE' });
  });

  it('nothing is written where nothing moves, whatever the versions are', () => {
    const world = review();
    expect(change(world, { calendars: { astana: withDay('2026-12-16', off) } })).toMatchObject({ code: 'TIME.NOTHING_MOVES' });
    expect(change(world, { calendars: { astana: { ...ASTANA, version: 9 } } })).toMatchObject({ code: 'TIME.NOTHING_MOVES' });
  });

  it('a date that becomes uncertain is written although it does not move', () => {
    const world = review();
    expect(change(world, { calendars: { astana: withDay('2026-12-01', { kind: 'plain', reason: 'may be off', source: 'press', status: 'provisional' }) } })).toBeNull();
    expect(world.theCase.tasks['it']?.deadline?.provisional).not.toEqual([]);
    expect(marks(world)[2]).toBe('due 12-01T13:00 pending');
  });
});

describe('after a change of leave, owner or zone', () => {
  const fromNoon = { leave: { serik: [{ kind: 'instants', from: '2026-12-01T07:00:00.000Z', to: '2026-12-03T04:00:00.000Z', label: 'leave' }] } } as const;
  it('the owner\'s marks move, a colleague\'s don\'t', () => {
    const world = review();
    expect(change(world, { leave: { marat: fromNoon.leave.serik } }, 'leave')).toMatchObject({ code: 'TIME.NOTHING_MOVES' });
    expect(change(world, fromNoon, 'leave')).toBeNull();
    expect(marks(world)[2]).toBe('due 12-03T10:00 pending');
  });

  it('a clock that stands still is planned when it goes on, with what changed meanwhile', () => {
    const world = review();
    world.now = '2026-12-01T05:00:00.000Z';
    world.put('holdCase', { reason: 'awaitingFunding', resumeBy: '2026-12-20' }, me(world, 'he'));
    expect(change(world, fromNoon, 'leave')).toMatchObject({ code: 'TIME.NOTHING_MOVES' });
    world.now = '2026-12-02T05:00:00.000Z';
    expect(world.put('resumeCase', {}, me(world, 'he'))).toBeNull();
    // Nine hours were used up on Tuesday at ten; seven are left from Thursday morning on.
    expect(marks(world)[2]).toBe('due 12-03T12:00 pending');
  });

  it('the hospital\'s zone moves the clock', () => {
    const world = review();
    expect(change(world, { calendars: { astana: { ...ASTANA, version: 2, zone: 'Asia/Bishkek' } } }, 'zone')).toBeNull();
    expect(marks(world)[2]).not.toBe('due 12-01T13:00 pending');
  });

  it('a newer time-zone database is written with the deadlines that it moves', () => {
    const world = review();
    expect(change(world, { timeZoneData: '2027a' }, 'timeZoneData')).toMatchObject({ code: 'TIME.NOTHING_MOVES' });
    expect(change(world, { timeZoneData: '2027a', ...holiday }, 'timeZoneData')).toBeNull();
    expect(world.theCase.tasks['it']?.deadline?.timeZoneData).toBe('2027a');
  });
});

describe('after a change of the policy', () => {
  const move = (world: World, ladders: Readonly<Record<string, Ladder>>) => {
    world.policy = { ...board.ladders, ...ladders };
    return world.put('replanDeadlines', { cause: 'policy', policyVersion: 2 }, process);
  };

  it('a case keeps its version unless it is moved on purpose', () => {
    const world = review();
    expect(move(world, { [key]: { ...own, rungs: [rung('half', 0.6), rung('due', 1, 'escalate')] } })).toBeNull();
    expect(world.theCase.policyVersion).toBe(2);
    expect(marks(world)).toEqual(['half 12-01T05:36 pending', 'due 12-01T13:00 pending']);
    expect(world.events.at(-1)).toMatchObject({ data: { policyVersion: 2, tasks: [{ moved: [{ mark: 'half', to: '2026-12-01T05:36:00.000Z' }, { mark: 'most', to: null }, { mark: 'later', to: null }] }] } });
    expect(move(world, {})).toMatchObject({ code: 'TIME.NOTHING_MOVES' });
  });

  it('what was told under a rung that is gone is told no more when the rung comes back', () => {
    const world = review();
    world.now = '2026-11-30T13:00:00.000Z';
    runDue(world);
    expect(move(world, { [key]: { ...own, rungs: [rung('due', 1, 'escalate')] } })).toBeNull();
    expect(marks(world)).toEqual(['half 11-30T13:00 fired', 'due 12-01T13:00 pending']);
    world.policy = { ...board.ladders, [key]: own };
    expect(world.put('replanDeadlines', { cause: 'policy', policyVersion: 3 }, process)).toBeNull();
    expect(marks(world)[0]).toBe('half 11-30T13:00 fired');
  });

  it('an allowance that was the policy\'s follows it, one that somebody named does not', () => {
    const world = review();
    const longer = { [key]: { ...own, allowance: { amount: 24, unit: 'workingHours' as const } } };
    expect(move(world, longer)).toBeNull();
    expect(marks(world)[2]).toBe('due 12-02T13:00 pending');
    const named = review();
    const task = named.theCase.tasks['it'];
    if (task?.deadline == null || named.state === null) throw new Error('no deadline');
    const eight = { amount: 8, unit: 'workingHours' as const };
    named.state = { ...named.state, tasks: { it: { ...task, deadline: planDeadline({ calendars }, { key, ladder: { ...own, allowance: eight } }, task.deadline.startedAt, { institutionId: 'astana', personId: 'serik' }) } } };
    expect(move(named, longer)).toBeNull();
    expect(named.theCase.tasks['it']?.deadline).toMatchObject({ dueAt: '2026-11-30T13:00:00.000Z', allowance: eight });
  });
});

describe('who may', () => {
  it('the process, or a case manager by hand; nothing of a case that is over', () => {
    const world = review();
    world.calendars = calendarsWith(holiday);
    expect(world.put('replanDeadlines', { cause: 'calendar' }, me(world, 'xu'))?.code).toMatch(/^ACCESS/);
    expect(replannedTasks(world.theCase, { calendars: world.calendars, people: { byId: () => null, holding: () => [], holdingAnywhere: () => [], whoNamed: () => [] }, board })).toHaveLength(1);
    expect(world.put('replanDeadlines', { cause: 'calendar' }, me(world, 'he'))).toBeNull();
    world.put('withdrawCase', { reason: 'patientsWish' }, me(world, 'dana'));
    expect(world.put('replanDeadlines', { cause: 'calendar' }, process)).toMatchObject({ code: 'CASE.OVER' });
  });
});
