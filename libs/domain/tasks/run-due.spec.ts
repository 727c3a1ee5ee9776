import { drafted, inReview, me, submitted, taskOf } from '../cases/stand.fixture.js';
import { nextDue } from '../cases/due.js';
import { evolveCase } from '../cases/evolve.js';
import type { CaseEventData } from '../cases/events.js';
import { calendars, people, process, staff, type World } from '../cases/world.fixture.js';
import { audienceOf } from './audience.js';
import { planDeadline } from './deadline.js';
import { openTasks, type Task } from './task.js';

const told = (world: World, from: number) => world.events.slice(from).flatMap((event) => (event.type === 'MarkFired' ? event.data.tells.map(({ personId, as }) => `${event.data.mark}:${personId}:${as}`) : []));
const passed = (world: World, from: number) => world.events.slice(from).flatMap((event) => (event.type === 'MarkPassedOver' ? [`${event.data.mark}:${event.data.because}`] : []));
const due = (world: World) => world.put('runDue', { dueAt: world.now }, process);

/** A review of 16 working hours in Astana from 30 November 2026, 09:00: half 13:00Z, most 1 Dec 09:48Z, due 13:00Z, later 4 Dec 13:00Z. */
const astanaReview = (): World => {
  const world = inReview();
  world.now = '2026-11-30T04:00:00.000Z';
  const ladder = { key: 'imagingReview.urgent', ladder: { allowance: { amount: 16, unit: 'workingHours' as const }, rungs: [
    { name: 'half', kind: 'remind' as const, fraction: 0.5, tells: ['owner' as const] }, { name: 'most', kind: 'remind' as const, fraction: 0.8, tells: ['owner' as const] },
    { name: 'due', kind: 'escalate' as const, fraction: 1, tells: ['owner' as const, 'deputy' as const] },
    { name: 'later', kind: 'escalate' as const, fraction: 1, plus: { amount: 24, unit: 'workingHours' as const }, tells: ['head' as const, 'caseManagers' as const] },
  ] } };
  const make = (id: string, institutionId: string, ownerId: string): Task => ({
    ...taskOf(world, 'pathologyReview'), id, kind: 'pathologyReview', status: 'inProgress', ownerId, offer: { institutionId, role: 'specialist', discipline: 'pathology' },
    deadline: planDeadline({ calendars }, ladder, world.now, { institutionId: 'astana', personId: ownerId }),
  });
  const cancelled = openTasks(world.theCase.tasks).map((task) => ({ type: 'TaskCancelled' as const, version: 1 as const, data: { taskId: task.id, cause: 'spec' } }));
  for (const event of [...cancelled, { type: 'TaskCreated' as const, version: 1 as const, data: { task: make('first', 'shanghai', 'chen') } }, { type: 'TaskCreated' as const, version: 1 as const, data: { task: make('second', 'shanghai', 'gu') } }]) world.state = evolveCase(world.theCase, event, world.now, 'spec');
  return world;
};

describe('what falls due', () => {
  it('P2: after a night of downtime tells each person once, of the highest mark, and passes over the rest', () => {
    const world = astanaReview();
    expect(world.theCase.tasks['first']?.deadline?.marks.map((mark) => mark.at)).toEqual(['2026-11-30T13:00:00.000Z', '2026-12-01T09:48:00.000Z', '2026-12-01T13:00:00.000Z', '2026-12-04T13:00:00.000Z']);
    world.state = evolveCase(world.theCase, { type: 'TaskCompleted', version: 1, data: { taskId: 'second', result: 'signed', by: 'gu', expiresAt: null, noteTextId: null } }, '2026-11-30T11:59:00.000Z', 'gu');
    let from = world.events.length;
    world.now = '2026-12-02T06:00:00.000Z';
    expect(due(world)).toBeNull();
    expect(told(world, from)).toEqual(['due:chen:owner', 'due:gu:deputy']);
    expect(passed(world, from)).toEqual(['half:superseded', 'most:superseded']);
    expect(world.events.slice(from).filter((event) => event.type === 'MarkFired' && !event.data.late)).toEqual([]);
    world.now = '2026-12-02T06:01:00.000Z';
    expect(due(world)).toMatchObject({ code: 'TIME.NOT_YET_DUE', facts: { inMs: Date.parse('2026-12-04T13:00:00.000Z') - Date.parse(world.now) } });
    from = world.events.length;
    world.now = '2026-12-04T13:00:00.000Z';
    expect(due(world)).toBeNull();
    expect(told(world, from)).toEqual(['later:qian:head', 'later:aliya:caseManagers', 'later:he:caseManagers']);
    expect(nextDue(world.theCase)).toBeNull();
  });

  it('says how long to wait by the door\'s clock, to the millisecond, and is not late at its instant', () => {
    const world = inReview();
    const next = nextDue(world.theCase);
    world.now = new Date(Date.parse(next?.at ?? '') - 1).toISOString();
    expect(due(world)).toMatchObject({ code: 'TIME.NOT_YET_DUE', facts: { inMs: 1 } });
    world.now = next?.at ?? '';
    const from = world.events.length;
    expect(due(world)).toBeNull();
    expect(world.events.slice(from).map((event) => (event.data as CaseEventData['MarkFired']).late)).not.toContain(true);
  });

  it('tells nobody of what is held, and of the hold\'s own date only', () => {
    const world = inReview();
    world.put('holdCase', { reason: 'awaitingFunding', resumeBy: '2026-11-20' }, me(world, 'he'));
    expect(nextDue(world.theCase)?.what).toMatch(/^resumeHold\./);
    world.now = '2026-11-30T03:00:00.000Z';
    const from = world.events.length;
    expect(due(world)).toBeNull();
    expect(told(world, from).map((one) => one.split(':')[1])).toEqual(expect.arrayContaining(['he']));
    expect(world.events.slice(from).every((event) => event.type.startsWith('Mark') && (event.data as { taskId: string }).taskId === taskOf(world, 'resumeHold').id)).toBe(true);
    world.put('withdrawCase', { reason: 'patientsWish' }, me(world, 'dana'));
    expect(nextDue(world.theCase)).toBeNull();
    expect(due(world)).toMatchObject({ code: 'CASE.OVER', facts: { status: 'withdrawn', by: 'dana' } });
  });

  it('counts an emergency by the clock, day and night', () => {
    const world = submitted();
    world.put('amendReferral', { urgency: 'emergency' }, me(world, 'dana'));
    world.now = '2026-11-06T20:00:00.000Z';
    world.put('acceptReferral', {}, me(world, 'he'));
    world.settle();
    expect(taskOf(world, 'imagingReview').deadline).toMatchObject({ dueAt: '2026-11-07T00:00:00.000Z', allowance: { amount: 4, unit: 'clockHours' } });
    expect(taskOf(world, 'imagingReview').deadline?.marks.slice(0, 2).map((mark) => mark.at)).toEqual(['2026-11-06T21:00:00.000Z', '2026-11-06T22:00:00.000Z']);
  });

  it('asks for a new consent two weeks before the old one ends, once', () => {
    const world = inReview();
    world.put('recordConsent', { purpose: 'care', until: '2026-12-31', fileId: null, byGuardian: false }, me(world, 'aliya'));
    const ask = '2026-12-17T18:59:59.999Z';
    while ((nextDue(world.theCase)?.at ?? ask) < ask) { world.now = nextDue(world.theCase)?.at ?? ''; due(world); }
    expect(nextDue(world.theCase)).toEqual({ at: ask, what: 'consent.lapses' });
    world.now = ask;
    expect(due(world)).toBeNull();
    expect(taskOf(world, 'recordConsent')).toMatchObject({ ownerId: 'aliya', about: { purpose: 'care' }, deadline: { dueAt: '2026-12-31T18:59:59.999Z' } });
    expect(nextDue(world.theCase)?.what).not.toBe('consent.lapses');
    world.put('recordConsent', { purpose: 'care', until: null, fileId: null, byGuardian: false }, me(world, 'aliya'));
    expect(nextDue(world.theCase)).toBeNull();
  });

  it('is refused to people who are not case managers', () => {
    const world = drafted();
    expect(world.put('runDue', { dueAt: world.now }, me(world, 'dana'))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
  });
});

describe('who hears', () => {
  const context = (world: World, without: readonly string[]) => {
    const left = staff.filter((person) => !without.includes(person.id));
    return { ...({} as Parameters<typeof audienceOf>[3]), now: world.now, people: { ...people, byId: (id: string) => left.find((one) => one.id === id) ?? null, holding: (...asked: Parameters<typeof people.holding>) => people.holding(...asked).filter((one) => !without.includes(one.id)) } };
  };
  const hear = (audience: Parameters<typeof audienceOf>[2], without: readonly string[] = [], ownerId: string | null = 'chen') => {
    const world = inReview();
    const task = { ...taskOf(world, 'pathologyReview'), ownerId };
    return audienceOf(world.theCase, task, audience, context(world, without)).map(({ personId, as }) => `${personId}:${as}`);
  };

  it.each([
    ['the owner', 'owner', [], 'chen', ['chen:owner']],
    ['the pool while nobody owns it', 'owner', [], null, ['chen:deputy', 'gu:deputy']],
    ['the named substitute as deputy', 'deputy', [], 'chen', ['gu:deputy']],
    ['the rest of the pool where no substitute is named', 'deputy', [], 'gu', ['chen:deputy']],
    ['the head where nobody else is in the pool', 'deputy', ['chen'], 'gu', ['qian:head']],
    ['case managers where no head is', 'head', ['qian'], 'chen', ['he:caseManagers']],
    ['the admin where no case manager is either', 'head', ['qian', 'he'], 'chen', ['adminShanghai:admin']],
    ['both case managers', 'caseManagers', [], 'chen', ['aliya:caseManagers', 'he:caseManagers']],
    ['the host\'s admin where the origin has neither case manager nor admin', 'originCaseManager', ['aliya'], 'chen', ['adminShanghai:admin']],
  ] as const)('is %s', (_what, audience, without, ownerId, expected) => {
    expect(hear(audience, without, ownerId)).toEqual(expected);
  });
});

describe('while the worker is down and the api is not', () => {
  it('a task signed at 08:30 sends nothing of the reminder due at 09:00, and the task says why', () => {
    const world = astanaReview();
    // By Almaty's clock: the reminder's 13:00Z stands for 09:00, the worker is away from an hour before to two hours after.
    const task = world.theCase.tasks['first'];
    expect(task?.deadline?.marks[0]).toMatchObject({ name: 'half', at: '2026-11-30T13:00:00.000Z', state: 'pending' });
    world.state = evolveCase(world.theCase, { type: 'TaskCompleted', version: 1, data: { taskId: 'first', result: 'signed', by: 'chen', expiresAt: null, noteTextId: null } }, '2026-11-30T12:30:00.000Z', 'chen');
    world.state = evolveCase(world.theCase, { type: 'TaskCompleted', version: 1, data: { taskId: 'second', result: 'signed', by: 'gu', expiresAt: null, noteTextId: null } }, '2026-11-30T12:30:00.000Z', 'gu');
    const from = world.events.length;
    world.now = '2026-11-30T15:00:00.000Z';
    expect(due(world)).toMatchObject({ code: 'TIME.NOT_YET_DUE' });
    expect(world.events.length).toBe(from);
    expect(world.theCase.tasks['first']?.deadline?.marks.map(({ name, state, settledAt, because }) => [name, state, settledAt, because])).toEqual(
      ['half', 'most', 'due', 'later'].map((name) => [name, 'passedOver', '2026-11-30T12:30:00.000Z', 'taskClosed']));
  });
});
