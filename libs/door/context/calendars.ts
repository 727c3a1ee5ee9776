import { closeOfWorkBefore, markInstantsOrProvisional, workingTimeBetween } from '#domain';
import type { Allowance, AllowanceUnit, Calendar, Calendars, ClockOwner, ComputedMarks, Instant, Ladder, MarkSpec, PauseSpan, ProvisionalReason, Rung, WorkContext } from '#domain';
import type { Directory, PersonEntry } from './directory.js';

/** What working time depends on, as a directory has it. */
export type TimesOf = Pick<Directory, 'institutions' | 'calendars'> & { readonly people: ReadonlyMap<string, Pick<PersonEntry, 'leave'>> };

type TimeUnit = 'working-hours' | 'working-days' | 'clock-hours' | 'clock-days';
interface TimeAllowance { readonly amount: number; readonly unit: TimeUnit }
const units: Readonly<Record<AllowanceUnit, TimeUnit>> = { workingHours: 'working-hours', workingDays: 'working-days', clockHours: 'clock-hours', clockDays: 'clock-days' };
const timed = ({ amount, unit }: Allowance): TimeAllowance => ({ amount, unit: units[unit] });
/** Where no working time can be found a date is still needed: a working day is then counted as a clock day, and the date says so. */
const byTheClock = ({ amount, unit }: TimeAllowance): TimeAllowance => ({ amount, unit: unit.endsWith('days') ? 'clock-days' : 'clock-hours' });

/**
 * The domain's calendars over the versions in force. A date that working time can't give (a year nobody reviewed, endless leave, an
 * empty week) is given by the next best: the plain week, then without leave, then the clock; `provisional` says which. Each date
 * carries the version of the time-zone database that this process reads wall clocks by.
 */
export function calendarsOver(directory: TimesOf, timeZoneData: string | null = process.versions.tz ?? null): Calendars {
  const calendarOf = (institutionId: string): Calendar => {
    const institution = directory.institutions.get(institutionId);
    const calendar = institution && directory.calendars.get(institution.calendarId);
    if (calendar === undefined) throw new Error(`Institution ${institutionId} has no calendar`);
    return calendar;
  };
  const contextOf = (owner: ClockOwner, pauses: readonly PauseSpan[]): WorkContext => ({
    calendar: calendarOf(owner.institutionId),
    leave: owner.personId === null ? [] : (directory.people.get(owner.personId)?.leave ?? []),
    // An open pause has no end to count to; the domain plans the deadline anew when it ends.
    pauses: pauses.filter((pause) => pause.to !== null),
  });
  return {
    marks: (start, ladder, owner, pauses) => ({ ...computeMarks(start, ladder, contextOf(owner, pauses)), ...(timeZoneData === null ? {} : { timeZoneData }) }),
    workingMilliseconds: (from, to, owner, pauses) => workingMilliseconds(from, to, contextOf(owner, pauses)),
    closeOfWorkBefore: (at, institutionId) => {
      const calendar = calendarOf(institutionId);
      const found = closeOfWorkBefore(at, { calendar, unreviewedYears: 'plain-week' });
      return found.ok ? found.at : at;
    },
    zone: (institutionId) => {
      const institution = directory.institutions.get(institutionId);
      if (institution === undefined) throw new Error(`No institution ${institutionId}`);
      return institution.zone;
    },
  };
}

function computeMarks(start: Instant, ladder: Ladder, context: WorkContext): ComputedMarks {
  const { id: calendarId, version: calendarVersion } = context.calendar;
  const whole = timed(ladder.allowance);
  const found = (result: ReturnType<typeof markInstantsOrProvisional>, because: readonly string[]): ComputedMarks | null =>
    (result.ok ? { marks: result.marks.map(({ name, at }) => ({ name, at })), calendarId, calendarVersion, provisional: [...because, ...result.reasons.map(reasonText)] } : null);
  const specs = ladder.rungs.map((rung) => specOf(rung, timed));
  const first = markInstantsOrProvisional(start, whole, context, specs);
  if (first.ok) return found(first, []) ?? unreachable();
  const why = first.refusal.code;
  const clockSpecs = ladder.rungs.map((rung) => specOf(rung, (allowance) => byTheClock(timed(allowance))));
  return found(markInstantsOrProvisional(start, whole, { ...context, leave: [] }, specs), [`leaveIgnored:${why}`])
    ?? found(markInstantsOrProvisional(start, byTheClock(whole), { calendar: context.calendar }, clockSpecs), [`clockTime:${why}`])
    ?? unreachable();
}

const unreachable = (): never => { throw new Error('Clock time has no refusal'); };

function specOf(rung: Rung, convert: (allowance: Allowance) => TimeAllowance): MarkSpec {
  const { name, fraction, plus } = rung;
  if (plus === undefined) return { name, fraction };
  if (fraction === 0) return { name, after: convert(plus) };
  if (fraction === 1) return { name, fraction, plus: convert(plus) };
  throw new Error(`Rung ${name}: a span is counted from the start or from the end of an allowance`);
}

function workingMilliseconds(from: Instant, to: Instant, context: WorkContext): number {
  const found = workingTimeBetween(from, to, { ...context, unreviewedYears: 'plain-week' });
  return found.ok ? found.milliseconds : Date.parse(to) - Date.parse(from);
}

/** `yearNotReviewed:2025`, `yearProvisional:2027`, `estimated:2027-05-16`. */
function reasonText(reason: ProvisionalReason): string {
  switch (reason.kind) {
    case 'year-not-reviewed': return `yearNotReviewed:${reason.year}`;
    case 'year': return `yearProvisional:${reason.year}`;
    case 'day': return `${reason.status}:${reason.date}`;
  }
}
