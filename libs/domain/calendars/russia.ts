import type { ReviewedYear } from '../time/calendar.js';
import { type DayRows, off, oneHourShorter, rows, worked } from './day-rows.js';

const CODE = 'Labour Code, articles 112 and 95; holidays 0.109';
const MOVED = 'Days off moved by government decree, as holidays 0.109 has them; no second source was read';
const BY_RULE = 'The working day before a holiday is an hour shorter (Labour Code, article 95), by rule; nobody confirmed it';

export const RUSSIA_YEARS: readonly ReviewedYear[] = [
  { year: 2024, status: 'law', source: CODE, note: 'A worked Saturday that is also the day before a holiday is shown with its whole hours.' },
  { year: 2026, status: 'law', source: CODE },
  { year: 2027, status: 'law', source: CODE, note: 'The decree that moves days off is in no second source read.' },
];

export const RUSSIA_DAYS: DayRows = {
  ...rows('2024', 'law', CODE, [
    ['01-01 01-02 01-03 01-04 01-05 01-06 01-08', off('new-year-break')],
    ['01-07', off('orthodox-christmas')],
    ['02-23', off('defender-day')],
    ['03-08', off('womens-day')],
    ['05-01', off('labour-day')],
    ['05-09', off('victory-day')],
    ['06-12', off('russia-day')],
    ['11-04', off('national-unity-day')],
  ]),
  ...rows('2024', 'provisional', MOVED, [
    ['04-29 04-30 05-10 12-30 12-31', off('day-moved')],
    ['04-27', worked('2024-04-29')],
    ['11-02', worked('2024-04-30')],
    ['12-28', worked('2024-12-30')],
  ]),
  ...rows('2024', 'provisional', BY_RULE, [['02-22 03-07 05-08 06-11', oneHourShorter('eve')]]),
  ...rows('2026', 'law', CODE, [
    ['01-01 01-02 01-03 01-04 01-05 01-06 01-08', off('new-year-break')],
    ['01-07', off('orthodox-christmas')],
    ['02-23', off('defender-day')],
    ['03-08 03-09', off('womens-day')],
    ['05-01', off('labour-day')],
    ['05-09 05-11', off('victory-day')],
    ['06-12', off('russia-day')],
    ['11-04', off('national-unity-day')],
  ]),
  ...rows('2026', 'provisional', MOVED, [['01-09 12-31', off('day-moved')]]),
  ...rows('2026', 'provisional', BY_RULE, [['04-30 05-08 06-11 11-03', oneHourShorter('eve')]]),
  ...rows('2027', 'law', CODE, [
    ['01-01 01-02 01-03 01-04 01-05 01-06 01-08', off('new-year-break')],
    ['01-07', off('orthodox-christmas')],
    ['02-23', off('defender-day')],
    ['03-08', off('womens-day')],
    ['05-01 05-03', off('labour-day')],
    ['05-09 05-10', off('victory-day')],
    ['06-12 06-14', off('russia-day')],
    ['11-04', off('national-unity-day')],
  ]),
  ...rows('2027', 'provisional', MOVED, [
    ['02-22 11-05 12-31', off('day-moved')],
    ['02-20', worked('2027-02-22')],
  ]),
  ...rows('2027', 'provisional', BY_RULE, [['04-30 06-11 11-03', oneHourShorter('eve')]]),
};
