import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { SHIPPED_CALENDARS, simulate, type Allowance, type AllowanceUnit, type Calendar } from '#domain';
import { ASTANA } from '../../libs/domain/calendars/shipped-calendars.js';
import { evolveCase } from '../../libs/domain/cases/evolve.js';
import { inReview, taskOf } from '../../libs/domain/cases/stand.fixture.js';
import { board, calendarsWith, process as engine, type World } from '../../libs/domain/cases/world.fixture.js';
import { planDeadline } from '../../libs/domain/tasks/deadline.js';
import { openTasks, type Task } from '../../libs/domain/tasks/task.js';
import { markInstants } from '../../libs/domain/time/mark-instants.js';

/* Every boxed example of docs/time.md, computed anew. A box of a kind that nobody reads here fails too. */
const text = readFileSync(join(import.meta.dirname, '../../docs/time.md'), 'utf8');
const boxes = [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, kind = '', body = '']) => ({ kind, lines: body.trim().split('\n') }));
const of = (kind: string): string[][] => boxes.filter((box) => box.kind === kind).map(({ lines }) => lines);

const calendarOf = (place: string): Calendar => {
  const found = SHIPPED_CALENDARS.find(({ id }) => id === place.toLowerCase().replaceAll(' ', '-'));
  if (!found) throw new Error(`No calendar of ${place}`);
  return found;
};
const hospitalOf = (place: string): string => place.toLowerCase().replaceAll(' ', '');
const instant = (wall: string, zone: string): string => new Date(DateTime.fromFormat(wall, 'yyyy-MM-dd HH:mm', { zone }).toMillis()).toISOString();
const wall = (at: string, zone: string): string => DateTime.fromISO(at, { zone }).toFormat('yyyy-MM-dd HH:mm');
const units: Readonly<Record<string, AllowanceUnit>> = { 'working hours': 'workingHours', 'working days': 'workingDays', 'clock hours': 'clockHours', 'clock days': 'clockDays' };
const ladderOf = (key: string) => { const found = board.ladders[key]; if (!found) throw new Error(`No ladder ${key}`); return found; };

it('has boxes of these kinds only', () => {
  expect(boxes.length).toBeGreaterThan(5);
  expect(new Set(boxes.map(({ kind }) => kind))).toEqual(new Set(['time', 'marks', 'replan', 'down']));
});

describe('working time', () => {
  it.each(of('time').flat().map((line) => [line]))('%s', (line) => {
    const [, place = '', start = '', amount = '', unit = '', due = ''] = /^(.+?), (.+?), (\d+) (.+?): (.+)$/.exec(line) ?? [];
    const calendar = calendarOf(place);
    const allowance: Allowance = { amount: Number(amount), unit: units[unit] ?? 'workingHours' };
    const timed = { amount: allowance.amount, unit: unit.replace(' ', '-') as 'working-hours' };
    const told = markInstants(instant(start, calendar.zone), timed, { calendar }, [{ name: 'due', fraction: 1 }]);
    expect(told.ok && wall(told.marks[0]?.at ?? '', calendar.zone)).toBe(due);
  });
});

describe('marks', () => {
  it.each(of('marks').map(([head = '', ...lines]) => [head, lines] as const))('%s', (head, lines) => {
    const [place = '', start = '', key = ''] = head.split(', ');
    const calendar = calendarOf(place);
    const { marks } = simulate(instant(start, calendar.zone), ladderOf(key), { institutionId: hospitalOf(place), personId: null }, calendarsWith({}), { calendar });
    expect(marks.map(({ name, at }) => `${name}: ${wall(at, calendar.zone)}`)).toEqual(lines);
  });
});

/** A review in Astana from an instant on, in a world whose clock the example carries. */
function review(start: string, key: string): World {
  const world = inReview();
  world.now = start;
  const cancelled = openTasks(world.theCase.tasks).map((task) => ({ type: 'TaskCancelled' as const, version: 1 as const, data: { taskId: task.id, cause: 'spec' } }));
  const task: Task = {
    ...taskOf(world, 'imagingReview'), id: 'it', status: 'inProgress', ownerId: 'serik', offer: { institutionId: 'astana', role: 'specialist', discipline: 'radiology' },
    deadline: planDeadline({ calendars: world.calendars }, { key, ladder: ladderOf(key) }, start, { institutionId: 'astana', personId: 'serik' }),
  };
  for (const event of [...cancelled, { type: 'TaskCreated' as const, version: 1 as const, data: { task } }]) world.state = evolveCase(world.theCase, event, start, 'spec');
  return world;
}
const marksOf = (world: World) => world.theCase.tasks['it']?.deadline?.marks ?? [];
const { zone } = ASTANA;

describe('after a change', () => {
  it.each(of('replan').map(([head = '', ...lines]) => [head, lines] as const))('%s', (head, lines) => {
    const [, start = '', key = '', until = '', day = ''] = /^Astana, (.+?), (.+?), told until (.+?), off (.+)$/.exec(head) ?? [];
    const world = review(instant(start, zone), key);
    world.now = instant(until, zone);
    world.put('runDue', { dueAt: world.now }, engine);
    const before = new Map(marksOf(world).map(({ name, at }) => [name, at]));
    world.calendars = calendarsWith({ calendars: { astana: { ...ASTANA, version: 2, days: { ...ASTANA.days, [day]: { kind: 'off', reason: 'Day of mourning', source: 'decree', status: 'official' } } } } });
    expect(world.put('replanDeadlines', { cause: 'calendar' }, engine)).toBeNull();
    expect(marksOf(world).map(({ name, at }) => (before.get(name) === at ? `${name}: stays ${wall(at, zone)}` : `${name}: ${wall(before.get(name) ?? '', zone)} to ${wall(at, zone)}`))).toEqual(lines);
  });
});

describe('after a downtime', () => {
  it.each(of('down').map(([head = '', ...lines]) => [head, lines] as const))('%s', (head, lines) => {
    const [, start = '', key = '', from = '', to = ''] = /^Astana, (.+?), (.+?), down (.+?) to (.+)$/.exec(head) ?? [];
    const world = review(instant(start, zone), key);
    expect(marksOf(world).every(({ at }) => at > instant(from, zone))).toBe(true);
    world.now = instant(to, zone);
    const seen = world.events.length;
    world.put('runDue', { dueAt: world.now }, engine);
    const events = world.events.slice(seen);
    const passed = events.flatMap((event) => (event.type === 'MarkPassedOver' ? [event.data.mark] : []));
    const late = events.flatMap((event) => (event.type === 'MarkFired' && event.data.late ? [event.data.mark] : []));
    const ahead = marksOf(world).filter(({ state }) => state === 'pending').map(({ name, at }) => `${name} ${wall(at, zone)}`);
    expect([`passed over: ${passed.join(', ')}`, `told late: ${late.join(', ')}`, `still to come: ${ahead.join(', ')}`]).toEqual(lines);
  });
});
