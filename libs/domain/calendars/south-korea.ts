import type { ReviewedYear } from '../time/calendar.js';
import { type DayRows, off, rows } from './day-rows.js';

const LAW = 'Public Holidays Act with its days in lieu; holidays 0.109';

export const SOUTH_KOREA_YEARS: readonly ReviewedYear[] = [2024, 2026, 2027].map((year) => ({ year, status: 'law', source: LAW, note: 'Temporary holidays may still be announced.' }));

export const SOUTH_KOREA_DAYS: DayRows = {
  ...rows('2024', 'law', LAW, [
    ['01-01', off('new-year')], ['02-09 02-10 02-11 02-12', off('seollal')], ['03-01', off('independence-movement-day')], ['04-10', off('election-day')], ['05-05 05-06', off('childrens-day')],
    ['05-15', off('buddhas-birthday')], ['06-06', off('memorial-day')], ['08-15', off('liberation-day')], ['09-16 09-17 09-18', off('chuseok')], ['10-01', off('armed-forces-day')],
    ['10-03', off('national-foundation-day')], ['10-09', off('hangul-day')], ['12-25', off('christmas')],
  ]),
  ...rows('2026', 'law', LAW, [
    ['01-01', off('new-year')], ['02-16 02-17 02-18', off('seollal')], ['03-01 03-02', off('independence-movement-day')], ['05-01', off('labour-day')], ['05-05', off('childrens-day')],
    ['05-24 05-25', off('buddhas-birthday')], ['06-03', off('election-day')], ['06-06', off('memorial-day')], ['07-17', off('constitution-day')], ['08-15 08-17', off('liberation-day')],
    ['09-24 09-25 09-26', off('chuseok')], ['10-03 10-05', off('national-foundation-day')], ['10-09', off('hangul-day')], ['12-25', off('christmas')],
  ]),
  ...rows('2027', 'law', LAW, [
    ['01-01', off('new-year')], ['02-06 02-07 02-08 02-09', off('seollal')], ['03-01', off('independence-movement-day')], ['05-01 05-03', off('labour-day')], ['05-05', off('childrens-day')],
    ['05-13', off('buddhas-birthday')], ['06-06', off('memorial-day')], ['07-17 07-19', off('constitution-day')], ['08-15 08-16', off('liberation-day')],
    ['09-14 09-15 09-16', off('chuseok')], ['10-03 10-04', off('national-foundation-day')], ['10-09 10-11', off('hangul-day')], ['12-25 12-27', off('christmas')],
  ]),
};
