import type { ReviewedYear } from '../time/calendar.js';
import { type DayRows, off, oneHourShorter, rows, uncertain, worked } from './day-rows.js';

const CODE_2024 = 'Labour Code and decrees for 2024; holidays 0.109';
const CODE = 'Labour Code of 23 January 2025; holidays 0.109';
const DECREE = 'Decree 835 of 25 December 2025 (24.kg, toktom.kg)';
const SHORTENED = "Ministry's list of shortened days (sayasat.kg, 12 December 2025)";
const ANNOUNCED = 'Announced on 11 March 2026 (24.kg)';
const BY_RULE = 'The working day before a holiday is shorter, by rule; nobody confirmed it';
const MOON = 'hijridate 2.6.0 (Umm al-Qura)';
const MOON_TABLE = 'Tabular Islamic calendar';

export const KYRGYZSTAN_YEARS: readonly ReviewedYear[] = [
  { year: 2024, status: 'law', source: CODE_2024, note: 'Shortened days of 2024 are in no source read.' },
  { year: 2026, status: 'law', source: `${CODE}; ${DECREE}`, note: 'The worked Saturdays of the draft decree (7 February, 25 April) were dropped.' },
  { year: 2027, status: 'law', source: CODE, note: 'Holidays on a weekend do not move. A decree like that of 2026 may still come.' },
];

export const KYRGYZSTAN_DAYS: DayRows = {
  ...rows('2024', 'law', CODE_2024, [
    ['01-01', off('new-year')],
    ['01-07', off('orthodox-christmas')],
    ['02-23', off('defender-day')],
    ['03-08', off('womens-day')],
    ['03-21', off('nooruz')],
    ['04-07', off('april-revolution')],
    ['04-10', off('orozo-ait')],
    ['05-01', off('labour-day')],
    ['05-05', off('constitution-day')],
    ['05-09', off('victory-day')],
    ['06-17', off('kurman-ait')],
    ['08-31', off('independence-day')],
    ['11-07 11-08', off('history-days')],
  ]),
  ...rows('2024', 'official', 'Days off moved by decree; holidays 0.109', [
    ['01-02 01-03 01-04 01-05', off('new-year-break')],
    ['03-22', off('nooruz')],
    ['05-02 05-03', off('may-break')],
    ['01-27', worked('2024-01-03')],
    ['03-02', worked('2024-01-04')],
    ['05-11', worked('2024-05-03')],
  ]),
  ...rows('2026', 'law', CODE, [
    ['01-01', off('new-year')],
    ['01-02 01-03 01-04 01-05 01-06', off('new-year-break')],
    ['01-07', off('orthodox-christmas')],
    ['03-08', off('womens-day')],
    ['03-21', off('nooruz')],
    ['05-01', off('labour-day')],
    ['05-02 05-03 05-04 05-06 05-07 05-08', off('may-break')],
    ['05-05', off('constitution-day')],
    ['05-09', off('victory-day')],
    ['05-27', off('kurman-ait')],
    ['08-31', off('independence-day')],
  ]),
  ...rows('2026', 'official', 'Orozo Ait announced; holidays 0.109', [['03-20', off('orozo-ait')]]),
  ...rows('2026', 'official', SHORTENED, [
    ['02-23', oneHourShorter('defender-day')],
    ['04-07', oneHourShorter('april-revolution')],
    ['04-30 12-31', oneHourShorter('eve')],
  ]),
  ...rows('2026', 'official', ANNOUNCED, [['03-19', oneHourShorter('eve')]]),
  ...rows('2026', 'provisional', BY_RULE, [['05-26', oneHourShorter('eve')]]),
  ...rows('2027', 'law', CODE, [
    ['01-01', off('new-year')],
    ['01-02 01-03 01-04 01-05 01-06', off('new-year-break')],
    ['01-07', off('orthodox-christmas')],
    ['03-08', off('womens-day')],
    ['03-21', off('nooruz')],
    ['05-01', off('labour-day')],
    ['05-02 05-03 05-04 05-06 05-07 05-08', off('may-break')],
    ['05-05', off('constitution-day')],
    ['05-09', off('victory-day')],
    ['08-31', off('independence-day')],
  ]),
  ...rows('2027', 'estimated', MOON, [
    ['03-09', off('orozo-ait')],
    ['05-16', off('kurman-ait')],
  ]),
  ...rows('2027', 'estimated', MOON_TABLE, [
    ['03-10', uncertain('orozo-ait', 'Orozo Ait, if the moon puts it on the 10th')],
    ['05-17', uncertain('kurman-ait', 'Kurman Ait, if the moon puts it on the 17th')],
  ]),
  ...rows('2027', 'provisional', BY_RULE, [
    ['02-23', oneHourShorter('defender-day')],
    ['04-07', oneHourShorter('april-revolution')],
    ['04-30 08-30 12-31', oneHourShorter('eve')],
    ['11-08', oneHourShorter('history-days')],
  ]),
};

/** What the state's own institutions have off besides. */
export const KYRGYZSTAN_STATE_FUNDED: DayRows = {
  ...KYRGYZSTAN_DAYS,
  ...rows('2026', 'official', DECREE, [['01-08 01-09', off('new-year-break')]]),
};
