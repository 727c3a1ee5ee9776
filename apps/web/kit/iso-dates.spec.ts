import { describe, expect, it } from '@jest/globals';
import { cityOf, dayInWords, formatDate, formatInstant, zonedParts } from './iso-dates.js';

describe('dates', () => {
  it.each([['2008-04-05', 'en', '05-Apr-2008'], ['2008-04', 'en', 'Apr-2008'], ['2008', 'he', '2008']])(
    '%s in %s reads %s', (date, lang, text) => expect(formatDate(date, lang)).toBe(text));

  it('uses the own words of another language', () => expect(formatDate('2008-04-05', 'ru')).toMatch(/5 апр\.? 2008/));

  it('shows an instant on the clock of its zone, over midnight and in 24 hours', () => {
    expect(formatInstant('2026-12-17T10:00:00.000Z', 'Asia/Almaty', 'en', '2026-11-25T00:00:00.000Z')).toBe('Thu 17-Dec 15:00');
    expect(zonedParts('2026-12-17T19:00:00.000Z', 'Asia/Almaty', 'en')).toMatchObject({ date: '2026-12-18', time: '00:00' });
  });

  it('shows the story\'s meeting as Astana\'s clocks did: UTC+6 in February 2024, UTC+5 from March (H16)', () => {
    expect(['2024-02-04T06:00:00.000Z', '2024-03-03T06:00:00.000Z'].map((at) => formatInstant(at, 'Asia/Almaty', 'en', at))).toEqual(['Sun 04-Feb 12:00', 'Sun 03-Mar 11:00']);
  });

  it('says the year where it is another', () =>
    expect(formatInstant('2027-02-01T02:00:00.000Z', 'Asia/Shanghai', 'en', '2026-11-25T00:00:00.000Z')).toBe('Mon 01-Feb-2027 10:00'));

  it('says a whole day with its weekday', () => expect(dayInWords('2026-12-09', 'en')).toBe('Wed 09-Dec-2026'));

  it('names the city of a zone', () => expect(cityOf('Asia/Tel_Aviv')).toBe('Tel Aviv'));
});
