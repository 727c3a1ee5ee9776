import type { ReviewedYear } from '../time/calendar.js';
import { type DayRows, off, rows, uncertain, worked } from './day-rows.js';

const LAW = 'Labour Code and Law on Holidays; holidays 0.109';
const LAW_2026 = `${LAW}; state portal's list (inform.kz, 2 January 2026)`;
const AIT_2026 = 'Kurban Ait announced; holidays 0.109';
const SIX_DAY = "Six-day week: Ministry's production calendar (news.mail.ru, 10 December 2025)";
const SIX_DAY_BY_RULE = 'Six-day week by rule: a holiday on a Saturday does not move; nobody confirmed it';
const MOON = 'hijridate 2.6.0 (Umm al-Qura)';

export const KAZAKHSTAN_YEARS: readonly ReviewedYear[] = [
  { year: 2024, status: 'law', source: LAW },
  {
    year: 2026,
    status: 'law',
    source: LAW_2026,
    note: '31 August is a working day after the referendum of 15 March 2026 (Ministry, taspanews.kz, 18 March 2026); older lists have it off.',
  },
  { year: 2027, status: 'law', source: LAW, note: '15 March is first off in 2027. Kurban Ait on a weekend does not move.' },
];

/** Holidays and moved days that both weeks share. */
const BOTH: DayRows = {
  ...rows('2024', 'law', LAW, [
    ['01-01 01-02', off('new-year')],
    ['01-07', off('orthodox-christmas')],
    ['03-08', off('womens-day')],
    ['03-21 03-22 03-23', off('nauryz')],
    ['05-01', off('unity-day')],
    ['05-07', off('defender-day')],
    ['05-09', off('victory-day')],
    ['06-16', off('kurban-ait')],
    ['07-06', off('capital-day')],
    ['08-30', off('constitution-day')],
    ['10-25', off('republic-day')],
    ['12-16', off('independence-day')],
  ]),
  ...rows('2026', 'law', LAW_2026, [
    ['01-01 01-02', off('new-year')],
    ['01-07', off('orthodox-christmas')],
    ['03-08 03-09', off('womens-day')],
    ['03-21 03-22 03-23 03-24', off('nauryz')],
    ['05-01', off('unity-day')],
    ['05-07', off('defender-day')],
    ['05-09', off('victory-day')],
    ['07-06', off('capital-day')],
    ['10-25 10-26', off('republic-day')],
    ['12-16', off('independence-day')],
  ]),
  ...rows('2026', 'official', AIT_2026, [['05-27', off('kurban-ait')]]),
  ...rows('2027', 'law', LAW, [
    ['01-01 01-02', off('new-year')],
    ['01-07', off('orthodox-christmas')],
    ['03-08', off('womens-day')],
    ['03-15', off('constitution-day')],
    ['03-21 03-22 03-23 03-24', off('nauryz')],
    ['05-01', off('unity-day')],
    ['05-07', off('defender-day')],
    ['05-09 05-10', off('victory-day')],
    ['07-06', off('capital-day')],
    ['10-25', off('republic-day')],
    ['12-16', off('independence-day')],
  ]),
  ...rows('2027', 'estimated', MOON, [
    ['05-16', off('kurban-ait')],
    ['05-17', uncertain('kurban-ait', 'Kurban Ait, if the moon puts it on the 17th')],
  ]),
};

export const KAZAKHSTAN_FIVE_DAY: DayRows = {
  ...BOTH,
  ...rows('2024', 'law', LAW, [
    ['03-25', off('nauryz')],
    ['07-08', off('capital-day')],
  ]),
  ...rows('2024', 'official', 'Day off moved by government decree; holidays 0.109', [
    ['05-04', worked('2024-05-08')],
    ['05-08', off('day-moved')],
  ]),
  ...rows('2026', 'law', LAW_2026, [
    ['03-25', off('nauryz')],
    ['05-11', off('victory-day')],
  ]),
  ...rows('2027', 'law', LAW, [
    ['01-04', off('new-year')],
    ['05-03', off('unity-day')],
  ]),
};

/** Saturdays are working days: a holiday on one is off and does not move to a Monday. */
export const KAZAKHSTAN_SIX_DAY: DayRows = {
  ...BOTH,
  ...rows('2024', 'provisional', SIX_DAY_BY_RULE, [
    ['03-25', uncertain('nauryz', 'Worked in a six-day week')],
    ['05-04 05-08', uncertain('day-moved', 'The day off moved in 2024 is known for the five-day week only')],
    ['07-08', uncertain('capital-day', 'Worked in a six-day week')],
  ]),
  ...rows('2026', 'official', SIX_DAY, [['03-25', uncertain('nauryz', 'Worked in a six-day week')]]),
  ...rows('2026', 'provisional', SIX_DAY_BY_RULE, [['05-11', uncertain('victory-day', 'Worked in a six-day week')]]),
  ...rows('2027', 'provisional', SIX_DAY_BY_RULE, [
    ['01-04', uncertain('new-year', 'Worked in a six-day week')],
    ['05-03', uncertain('unity-day', 'Worked in a six-day week')],
  ]),
};
