import type { ReviewedYear } from '../time/calendar.js';
import { type DayRows, off, rows, uncertain, untilNoon } from './day-rows.js';

const FEASTS_2024 = 'Hours of Work and Rest Law; holidays 0.109';
const EVES_2024 = 'The day before a feast of holidays 0.109; noon is the institution\'s choice';
const FEASTS = 'Hours of Work and Rest Law; holidays 0.109 and pyluach 2.3.0 agree';
const EVES = 'workalendar 17.0.0, checked against pyluach 2.3.0; the law limits an eve to seven hours, noon is the institution\'s choice';

export const ISRAEL_YEARS: readonly ReviewedYear[] = [
  { year: 2024, status: 'law', source: FEASTS_2024, note: 'Local election days are in no source read.' },
  {
    year: 2026,
    status: 'law',
    source: FEASTS,
    note: 'Election day of the 26th Knesset is a day off: set for 27 October, a bill of June named 8 September to 20 October.',
  },
  { year: 2027, status: 'law', source: FEASTS },
];

const OWN_SETTING = 'Ordinary working time by law; half days are the institution\'s own setting';

/** The days between the first and the last day of Pesach and Sukkot are ordinary working time by law: an institution's own setting. */
export const ISRAEL_DAYS: DayRows = {
  ...rows('2024', 'law', FEASTS_2024, [
    ['04-23', off('pesach')],
    ['04-29', off('pesach-seventh')],
    ['05-14', off('independence-day')],
    ['06-12', off('shavuot')],
    ['10-03 10-04', off('rosh-hashanah')],
    ['10-12', off('yom-kippur')],
    ['10-17', off('sukkot')],
    ['10-24', off('simchat-torah')],
  ]),
  ...rows('2024', 'law', EVES_2024, [['04-22 04-28 05-13 06-11 10-02 10-11 10-16 10-23', untilNoon('eve')]]),
  ...rows('2026', 'law', FEASTS, [
    ['04-02', off('pesach')],
    ['04-08', off('pesach-seventh')],
    ['04-22', off('independence-day')],
    ['05-22', off('shavuot')],
    ['09-12 09-13', off('rosh-hashanah')],
    ['09-21', off('yom-kippur')],
    ['09-26', off('sukkot')],
    ['10-03', off('simchat-torah')],
  ]),
  ...rows('2026', 'law', EVES, [['04-01 04-07 04-21 05-21 09-11 09-20 09-25 10-02', untilNoon('eve')]]),
  ...rows('2026', 'provisional', 'Set in May 2026; whether it stood could not be read', [
    ['10-27', uncertain('election-day', 'Election day of the 26th Knesset may fall on this day')],
  ]),
  ...rows('2027', 'law', FEASTS, [
    ['04-22', off('pesach')],
    ['04-28', off('pesach-seventh')],
    ['05-12', off('independence-day')],
    ['06-11', off('shavuot')],
    ['10-02 10-03', off('rosh-hashanah')],
    ['10-11', off('yom-kippur')],
    ['10-16', off('sukkot')],
    ['10-23', off('simchat-torah')],
  ]),
  ...rows('2027', 'law', EVES, [['04-21 04-27 05-11 06-10 10-01 10-10 10-15 10-22', untilNoon('eve')]]),
};

/** Chol HaMoed as half days, as many hospitals make it: the working days that are no eve already. */
export const ISRAEL_CHOL_HAMOED: DayRows = {
  ...rows('2024', 'official', OWN_SETTING, [['04-24 04-25 10-20 10-21 10-22', untilNoon('chol-hamoed')]]),
  ...rows('2026', 'official', OWN_SETTING, [['04-05 04-06 09-27 09-28 09-29 09-30 10-01', untilNoon('chol-hamoed')]]),
  ...rows('2027', 'official', OWN_SETTING, [['04-25 04-26 10-17 10-18 10-19 10-20 10-21', untilNoon('chol-hamoed')]]),
  ...ISRAEL_DAYS,
};
