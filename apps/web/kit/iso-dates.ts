import { dateWords } from './intl.js';

/** A date as known: a year, a year and month, or a day ("2008", "2008-04", "2008-04-05"). Never a Date at midnight. */
export type PartialDate = string;

const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `05-Apr-2008` in English, the language's own words elsewhere; as much of it as is known. */
export function formatDate(date: PartialDate, lang: string): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  if (lang === 'en') return [day, englishMonths[Number(month) - 1], year].filter(Boolean).join('-');
  // Noon UTC, read in UTC: no zone can move it to another day.
  const noon = new Date(`${year}-${month}-${day ?? '15'}T12:00:00Z`);
  return dateWords(lang, { year: 'numeric', month: 'short', ...(day ? { day: 'numeric' } : {}) })(noon);
}

/** `Wed 09-Dec-2026`: a whole day with its weekday, which nobody reads the wrong way round. */
export function dayInWords(date: string, lang: string): string {
  const weekday = dateWords(lang, { weekday: 'short' })(new Date(`${date}T12:00:00Z`));
  return `${weekday} ${formatDate(date, lang)}`;
}

/** The parts of an instant as the clock of a zone shows them. */
export interface ZonedParts { date: string; time: string; weekday: string }

/** An instant (ISO, UTC) on the calendar and 24-hour clock of an IANA zone, the weekday in the language. */
export function zonedParts(instant: string, zone: string, lang: string): ZonedParts {
  const at = new Date(instant);
  const pick = (options: Intl.DateTimeFormatOptions, locale: string) => new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(at);
  const date = pick({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA');
  return { date, time: pick({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, 'en-GB'), weekday: dateWords(lang, { weekday: 'short' })(new Date(`${date}T12:00:00Z`)) };
}

/** `Thu 17-Dec 15:00`; with the year where it isn't that of `now`. */
export function formatInstant(instant: string, zone: string, lang: string, now: string): string {
  const parts = zonedParts(instant, zone, lang);
  const sameYear = parts.date.slice(0, 4) === zonedParts(now, zone, lang).date.slice(0, 4);
  return `${parts.weekday} ${sameYear ? dayAndMonth(parts.date, lang) : formatDate(parts.date, lang)} ${parts.time}`;
}

function dayAndMonth(date: string, lang: string): string {
  const [, month = '1', day = '1'] = date.split('-');
  if (lang === 'en') return `${day}-${englishMonths[Number(month) - 1]}`;
  return dateWords(lang, { day: 'numeric', month: 'short' })(new Date(`${date}T12:00:00Z`));
}

/** The city that an IANA zone is named after, in English: "Asia/Tel_Aviv" is "Tel Aviv". */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
