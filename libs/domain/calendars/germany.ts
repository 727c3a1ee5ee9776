import type { ReviewedYear } from '../time/calendar.js';
import { type DayRows, off, rows } from './day-rows.js';

const LAW = 'Holiday law of the Land Berlin; holidays 0.109';

export const GERMANY_YEARS: readonly ReviewedYear[] = [2024, 2026, 2027].map((year) => ({ year, status: 'law', source: LAW, note: 'Other Länder have other holidays.' }));

/** Holidays on a weekend do not move. */
export const BERLIN_DAYS: DayRows = {
  ...rows('2024', 'law', LAW, [['03-29', off('good-friday')], ['04-01', off('easter-monday')], ['05-09', off('ascension-day')], ['05-20', off('whit-monday')]]),
  ...rows('2026', 'law', LAW, [['04-03', off('good-friday')], ['04-06', off('easter-monday')], ['05-14', off('ascension-day')], ['05-25', off('whit-monday')]]),
  ...rows('2027', 'law', LAW, [['03-26', off('good-friday')], ['03-29', off('easter-monday')], ['05-06', off('ascension-day')], ['05-17', off('whit-monday')]]),
  ...['2024', '2026', '2027'].reduce<DayRows>((days, year) => ({ ...days, ...rows(year, 'law', LAW, [
    ['01-01', off('new-year')], ['03-08', off('womens-day')], ['05-01', off('labour-day')], ['10-03', off('german-unity-day')], ['12-25 12-26', off('christmas')],
  ]) }), {}),
};
