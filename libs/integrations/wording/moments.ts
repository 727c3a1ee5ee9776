/** Dates and instants in the words of a letter. Month names are ours, so that no ICU version changes a signed letter. */
import { isolateValue } from './bidi.js';
import { dateWordsOf, directionOf, fill, type LetterLanguage } from './words.js';

/** A year, a year and month, or a date: as much as is known ("2001", "2001-09", "2001-09-14"). */
export type KnownDate = string;

/** A place whose clock is shown, with its IANA time zone. */
export interface Place {
  readonly name: string;
  readonly zone: string;
}

/** "2008", "2008-04" or "2008-04-05" as this language writes it: 05-Apr-2008. Never more than is known. */
export function dateText(date: KnownDate, language: LetterLanguage): string {
  const labels = dateWordsOf(language);
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return fill(labels.year, { year });
  if (day === undefined) return fill(labels.month, { year, month: nth(labels.monthsAlone, Number(month) - 1) });
  return fill(labels.day, { year, month: nth(labels.months, Number(month) - 1), day: Number(day), day2: day });
}

/**
 * An instant by the clock of a place, zone written out: Sun 04-Feb-2024 14:00, Shanghai (UTC+8). Each value in it is
 * kept whole where the language runs from right to left.
 */
export function momentText(instant: string, place: Place, language: LetterLanguage): string {
  const labels = dateWordsOf(language);
  const whole = (value: string): string => isolateValue(value, directionOf(language));
  const parts = new Map(
    new Intl.DateTimeFormat('en-US', {
      timeZone: place.zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit',
      minute: '2-digit', timeZoneName: 'longOffset',
    })
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  );
  const date = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  return fill(labels.moment, {
    weekday: nth(labels.weekdays, (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7),
    date: whole(dateText(date, language)),
    time: `${parts.get('hour')}:${parts.get('minute')}`,
    place: whole(place.name),
    offset: whole(`(UTC${offsetText(parts.get('timeZoneName') ?? '')})`),
  });
}

/** The date of an instant by the clock of a place. */
export function dayText(instant: string, place: Place, language: LetterLanguage): string {
  return dateText(new Intl.DateTimeFormat('en-CA', { timeZone: place.zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant)), language);
}

/** "GMT+08:00" as "+8", "GMT+05:30" as "+5:30", "GMT" as "". */
function offsetText(longOffset: string): string {
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(longOffset) ?? [];
  if (sign === undefined) return '';
  return `${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}

function nth(names: readonly string[], index: number): string {
  const name = names[index];
  if (name === undefined) throw new Error(`No name number ${index}`);
  return name;
}
