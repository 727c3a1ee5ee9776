import fc from 'fast-check';
import type { Calendar, DayRule, Interval, IsoWeekday, WorkContext } from './calendar.js';
import { closeOfWorkBefore, nextWorkingInstant } from './working-instants.js';
import { explain } from './explain-deadline.js';
import { markInstants } from './mark-instants.js';
import { workingTimeBetween } from './working-time-between.js';

/*
 * The oracle asks of every single minute what the wall clock shows and whether somebody works then. It shares no code with what it
 * judges: it knows zones from Intl, dates as text, and hours as text.
 */

const MINUTE = 60_000;
const ZONES = ['Asia/Almaty', 'Asia/Shanghai', 'Asia/Jerusalem', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia'];

const clocks = new Map<string, Intl.DateTimeFormat>();
function wallClock(zone: string, epoch: number): { date: string; time: string } {
  const options = { timeZone: zone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' } as const;
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('sv-SE', options);
  clocks.set(zone, clock);
  const [date = '', time = ''] = clock.format(epoch).split(' ');
  return { date, time };
}

function weekdayOf(date: string): IsoWeekday {
  return ((new Date(`${date}T12:00:00.000Z`).getUTCDay() + 6) % 7) + 1 as IsoWeekday;
}

function hoursOf(calendar: Calendar, date: string): readonly Interval[] {
  const plain = calendar.week[weekdayOf(date)];
  const rule = calendar.days[date];
  switch (rule?.kind) {
    case 'off':
      return [];
    case 'swapped':
      return calendar.week[weekdayOf(rule.paysFor)];
    case 'half':
      return plain.map(({ from, to }) => ({ from, to: to < rule.until ? to : rule.until }));
    case 'custom':
      return rule.intervals;
    case 'shortened':
      throw new Error('the oracle has no shortened days');
    case 'plain':
    case undefined:
      return plain;
  }
}

function worksAt(context: WorkContext, epoch: number): boolean {
  const { date, time } = wallClock(context.calendar.zone, epoch);
  if (!hoursOf(context.calendar, date).some(({ from, to }) => time >= from && time < to)) return false;
  const away = (context.leave ?? []).some((leave) => {
    if (leave.kind === 'dates') return date >= leave.from && date <= leave.to;
    return epoch >= Date.parse(leave.from) && epoch < Date.parse(leave.to);
  });
  const paused = (context.pauses ?? []).some((p) => epoch >= Date.parse(p.from) && (p.to === null || epoch < Date.parse(p.to)));
  return !away && !paused;
}

// Clock changes of 2024 in all these zones, and the change of Kazakhstan's offset.
const SEASONS = ['2024-02-28', '2024-03-09', '2024-03-28', '2024-04-05', '2024-10-04', '2024-10-25', '2024-11-01'];

const clockText = fc.integer({ min: 0, max: 96 }).map((quarter) => {
  return `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
});
const interval = fc.tuple(clockText, clockText).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
const dayHours = fc.array(interval, { maxLength: 3 });
const week = fc.tuple(dayHours, dayHours, dayHours, dayHours, dayHours, dayHours, dayHours).map(
  ([a, b, c, d, e, f, g]) => ({ 1: a, 2: b, 3: c, 4: d, 5: e, 6: f, 7: g }) as const,
);

function dateAfter(season: string, days: number): string {
  return new Date(Date.parse(`${season}T00:00:00.000Z`) + days * 24 * 60 * MINUTE).toISOString().slice(0, 10);
}

const about = { reason: 'test', source: 'test', status: 'law' } as const;
const rule: fc.Arbitrary<DayRule> = fc.oneof(
  fc.constant({ ...about, kind: 'off' } as const),
  fc.constant({ ...about, kind: 'plain' } as const),
  fc.integer({ min: 1, max: 7 }).map((day) => ({ ...about, kind: 'swapped', paysFor: `2024-06-0${day}` }) as const),
  clockText.map((until) => ({ ...about, kind: 'half', until }) as const),
  dayHours.map((intervals) => ({ ...about, kind: 'custom', intervals }) as const),
);

interface Scene {
  readonly context: WorkContext;
  readonly start: number;
}

const scene: fc.Arbitrary<Scene> = fc.constantFrom(...SEASONS).chain((season) => {
  const from = Date.parse(`${season}T00:00:00.000Z`);
  const minute = fc.integer({ min: 0, max: 4 * 24 * 60 }).map((minutes) => from + minutes * MINUTE);
  const span = fc.tuple(minute, minute).map(([a, b]) => {
    return { from: new Date(Math.min(a, b)).toISOString(), to: new Date(Math.max(a, b)).toISOString() };
  });
  const day = fc.integer({ min: 0, max: 4 }).map((days) => dateAfter(season, days));
  const leave = fc.oneof(
    span.map((s) => ({ kind: 'instants', label: 'leave', ...s }) as const),
    day.map((d) => ({ kind: 'dates', label: 'leave', from: d, to: d }) as const),
  );
  return fc
    .record({
      start: minute,
      zone: fc.constantFrom(...ZONES),
      week,
      days: fc.dictionary(day, rule, { maxKeys: 3 }),
      leave: fc.array(leave, { maxLength: 2 }),
      pauses: fc.array(span, { maxLength: 2 }),
    })
    .map(({ start, zone, week, days, leave, pauses }) => {
      const reviewedYears = [{ year: 2024, status: 'law', source: 'test' }] as const;
      return { start, context: { calendar: { id: 'any', version: 1, zone, week, days, reviewedYears }, leave, pauses } };
    });
});

const iso = (epoch: number): string => new Date(epoch).toISOString();

function between(context: WorkContext, from: number, to: number): number {
  const result = workingTimeBetween(iso(from), iso(to), context);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.milliseconds;
}

function markAt(context: WorkContext, from: number, minutes: number): number | null {
  const result = markInstants(iso(from), { amount: minutes / 60, unit: 'working-hours' }, context, [{ name: 'all', fraction: 1 }]);
  return result.ok ? Date.parse(result.marks[0]?.at ?? '') : null;
}

describe('working time, against a look at every minute', () => {
  test('between two instants', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 0, max: 3 * 24 * 60 }), ({ context, start }, minutes) => {
        let expected = 0;
        for (let at = start; at < start + minutes * MINUTE; at += MINUTE) if (worksAt(context, at)) expected += MINUTE;
        expect(between(context, start, start + minutes * MINUTE)).toBe(expected);
      }),
      { numRuns: 80 },
    );
  }, 60_000);

  test('the instant at which an allowance is used up', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 1, max: 20 * 60 }), ({ context, start }, allowance) => {
        let left = allowance;
        let at = start;
        const horizon = start + 6 * 24 * 60 * MINUTE;
        while (left > 0 && at < horizon) {
          if (worksAt(context, at)) left -= 1;
          at += MINUTE;
        }
        fc.pre(left === 0);
        expect(markAt(context, start, allowance)).toBe(at);
      }),
      { numRuns: 80 },
    );
  }, 60_000);

  test('the next working instant, and the last close of work', () => {
    fc.assert(
      fc.property(scene, ({ context, start }) => {
        let next = start;
        const horizon = start + 6 * 24 * 60 * MINUTE;
        while (next < horizon && !worksAt(context, next)) next += MINUTE;
        if (next < horizon) expect(nextWorkingInstant(iso(start), context)).toMatchObject({ at: iso(next) });
        let close = start;
        while (close > start - 6 * 24 * 60 * MINUTE && !worksAt(context, close) && !worksAt(context, close - MINUTE)) close -= MINUTE;
        if (close > start - 6 * 24 * 60 * MINUTE) expect(closeOfWorkBefore(iso(start), context)).toMatchObject({ at: iso(close) });
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('working time, laws', () => {
  const milliseconds = fc.integer({ min: 1, max: 60 * 3_600_000 });

  test('as much time lies between start and mark as was allowed, and none is wasted', () => {
    fc.assert(
      fc.property(scene, milliseconds, fc.integer({ min: 0, max: MINUTE - 1 }), ({ context, start }, allowed, offset) => {
        const from = start + offset;
        const mark = markAt(context, from, allowed / MINUTE);
        fc.pre(mark !== null);
        expect(between(context, from, mark)).toBe(allowed);
        expect(between(context, from, mark - 1)).toBe(allowed - 1);
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  test('marks come in the order of their fractions', () => {
    const specs = [0, 0.25, 0.5, 0.8, 1].map((fraction) => ({ name: String(fraction), fraction }));
    const unit = fc.constantFrom('working-hours', 'clock-hours', 'working-days', 'clock-days');
    fc.assert(
      fc.property(scene, fc.integer({ min: 1, max: 20 }), unit, ({ context, start }, amount, of) => {
        const result = markInstants(iso(start), { amount, unit: of }, context, specs);
        fc.pre(result.ok);
        const found = result.marks.map((mark) => mark.at);
        expect(found).toEqual([...found].sort());
        expect(Date.parse(found[0] ?? '')).toBe(start);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  test('time adds up', () => {
    fc.assert(
      fc.property(scene, milliseconds, milliseconds, ({ context, start }, first, second) => {
        const [middle, end] = [start + first, start + first + second];
        expect(between(context, start, middle) + between(context, middle, end)).toBe(between(context, start, end));
        expect(between(context, end, start)).toBe(0 - between(context, start, end));
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  test('an explanation leaves no gap and counts what was allowed', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 1, max: 40 }), ({ context, start }, amount) => {
        const result = explain(iso(start), { amount, unit: 'working-hours' }, context);
        fc.pre(result.ok);
        let at = result.start;
        let counted = 0;
        for (const span of result.spans) {
          expect(span.from).toBe(at);
          at = span.to;
          if (span.kind === 'counted') counted += span.milliseconds;
        }
        expect([at, counted]).toEqual([result.due, amount * 3_600_000]);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
