import { dateWords, listWords, numberLocale } from './intl.js';
import { formatDate, formatInstant } from './iso-dates.js';

const at = new Date('2026-11-16T12:00:00Z');
/** What Node's own data say: the browser has none for Kazakh. */
const own = (ask: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat('kk', { timeZone: 'UTC', ...ask }).format(at);

describe('what a browser does not know of Kazakh', () => {
  it('is written as the Unicode data have it, whatever the browser carries', () => {
    for (const ask of [{ weekday: 'short' }, { weekday: 'long' }, { month: 'long' }, { day: 'numeric', month: 'short' }] as const) expect(dateWords('kk', ask)(at).toLowerCase()).toBe(own(ask).toLowerCase());
    expect(dateWords('kk', { year: 'numeric', month: 'short', day: 'numeric' })(at)).toBe('2026 ж. 16 қар.');
    expect(formatDate('2026-11', 'kk')).toBe('2026 ж. қар.');
    expect(formatInstant('2026-11-16T10:00:00Z', 'Asia/Almaty', 'kk', '2026-11-01T00:00:00Z')).toBe('дс 16 қар. 15:00');
  });

  it('leaves other languages to the browser, and reads numbers as Russian does', () => {
    expect(dateWords('he', { weekday: 'long' })(at)).toBe('יום שני');
    expect([numberLocale('kk'), numberLocale('he')]).toEqual(['ru', 'he']);
    expect(new Intl.NumberFormat(numberLocale('kk')).format(1234.5)).toBe(new Intl.NumberFormat('kk').format(1234.5));
  });

  it('joins a list of none to three, also where one has a comma of its own', () => {
    expect([[], ['а, я'], ['а', 'ә'], ['а', 'ә', 'б, в']].map((words) => listWords('kk', words))).toEqual(['', 'а, я', 'а және ә', 'а, ә және б, в']);
    expect(listWords('en', ['a', 'b', 'c'])).toBe('a, b, and c');
    expect(listWords('he', ['צד', 'דרגה'])).toBe('צד ודרגה');
    expect(listWords('he', ['Dr Chen Yu', 'Dr Zhou Fang'])).toBe('\u2068Dr Chen Yu\u2069 ו-\u2068Dr Zhou Fang\u2069');
  });
});
