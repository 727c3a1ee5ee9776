import type { Calendar, DayRule, Interval, IsoWeekday, ReviewedYear, Trust } from '../time/calendar.js';

/** A value that somebody sent as a calendar, read strictly; or where it is not one. What it says is judged by `calendarFaults`. */
export type ReadCalendar = { readonly calendar: Calendar } | { readonly at: string };

const weekdays: readonly IsoWeekday[] = [1, 2, 3, 4, 5, 6, 7];
const trusts: readonly Trust[] = ['official', 'law', 'estimated', 'provisional'];
/** A calendar of ten years has fewer rows; a file with more is a mistake. */
const mostDays = 2_000;
const mostText = 500;

class NotOne extends Error {
  constructor(readonly at: string) { super(at); }
}
type Fields = Readonly<Record<string, unknown>>;

/** Reads a calendar of unknown make: ids, versions and reviewers of the file are not taken over. */
export const readCalendar = (value: unknown): ReadCalendar => {
  try {
    const fields = record(value, 'calendar');
    const days = Object.entries(record(fields['days'], 'days'));
    if (days.length > mostDays) throw new NotOne('days');
    return { calendar: {
      id: 'draft', version: 0, zone: text(fields['zone'], 'zone'), week: readWeek(record(fields['week'], 'week')),
      days: Object.fromEntries(days.map(([date, rule]) => [date, readRule(record(rule, `days.${date}`), `days.${date}`)])),
      reviewedYears: list(fields['reviewedYears'], 'reviewedYears').map((year, place) => readYear(record(year, `reviewedYears.${place}`), `reviewedYears.${place}`)),
    } };
  } catch (error) {
    if (error instanceof NotOne) return { at: error.at };
    throw error;
  }
};

const readWeek = (week: Fields): Calendar['week'] => {
  const [a, b, c, d, e, f, g] = weekdays.map((weekday) => intervals(week[String(weekday)], `week.${weekday}`));
  return { 1: a ?? [], 2: b ?? [], 3: c ?? [], 4: d ?? [], 5: e ?? [], 6: f ?? [], 7: g ?? [] };
};

function readRule(rule: Fields, at: string): DayRule {
  const about = { reason: text(rule['reason'], `${at}.reason`), source: text(rule['source'], `${at}.source`), status: trust(rule['status'], `${at}.status`), ...(rule['code'] === undefined ? {} : { code: text(rule['code'], `${at}.code`) }) };
  switch (rule['kind']) {
    case 'off': case 'plain': return { ...about, kind: rule['kind'] };
    case 'swapped': return { ...about, kind: 'swapped', paysFor: text(rule['paysFor'], `${at}.paysFor`) };
    case 'half': return { ...about, kind: 'half', until: text(rule['until'], `${at}.until`) };
    case 'shortened': return { ...about, kind: 'shortened', minutes: whole(rule['minutes'], `${at}.minutes`) };
    case 'custom': return { ...about, kind: 'custom', intervals: intervals(rule['intervals'], `${at}.intervals`) };
    default: throw new NotOne(`${at}.kind`);
  }
}

function readYear(year: Fields, at: string): ReviewedYear {
  const status = trust(year['status'], `${at}.status`);
  if (status === 'estimated') throw new NotOne(`${at}.status`);
  return { year: whole(year['year'], `${at}.year`), status, source: text(year['source'], `${at}.source`), ...(year['note'] == null ? {} : { note: text(year['note'], `${at}.note`) }) };
}

const intervals = (value: unknown, at: string): Interval[] => list(value, at).map((one) => { const fields = record(one, at); return { from: text(fields['from'], at), to: text(fields['to'], at) }; });
function record(value: unknown, at: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new NotOne(at);
  return value as Fields;
}
function list(value: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(value) || value.length > 200) throw new NotOne(at);
  return value;
}
function text(value: unknown, at: string): string {
  if (typeof value !== 'string' || value.length > mostText) throw new NotOne(at);
  return value;
}
function whole(value: unknown, at: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new NotOne(at);
  return value;
}
function trust(value: unknown, at: string): Trust {
  const found = trusts.find((known) => known === value);
  if (found === undefined) throw new NotOne(at);
  return found;
}
