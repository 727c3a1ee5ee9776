import type { ReviewedYear } from '../time/calendar.js';
import { type DayRows, off, rows, worked } from './day-rows.js';

const NOTICE_2024 = 'State Council notice for 2024; chinesecalendar 1.11.0 and holidays 0.109 agree';
const NOTICE_2026 =
  'State Council notice of 4 November 2025; chinesecalendar 1.11.0, chinese-days 0.0.2, lunar_python 1.4.8 agree; pairs: holidays 0.109';
const STATUTORY_2027 = 'Statutory holidays by the law in force; holidays 0.109';
const GUESSED_2027 = 'Day in lieu as guessed by holidays 0.109; no notice was read';

export const CHINA_YEARS: readonly ReviewedYear[] = [
  { year: 2024, status: 'official', source: NOTICE_2024 },
  { year: 2026, status: 'official', source: NOTICE_2026, note: 'Which worked day pays for which is holidays 0.109, not the notice.' },
  {
    year: 2027,
    status: 'provisional',
    source: STATUTORY_2027,
    note: "The year's arrangement of worked weekends and days in lieu is in no source read.",
  },
];

/** Weekend days within a block are rows too: they matter to whoever works on weekends. */
export const CHINA_DAYS: DayRows = {
  ...rows('2024', 'official', NOTICE_2024, [
    ['01-01', off('new-year')],
    ['02-10 02-11 02-12 02-13 02-14 02-15 02-16 02-17', off('spring-festival')],
    ['02-04', worked('2024-02-15')],
    ['02-18', worked('2024-02-16')],
    ['04-04 04-05 04-06', off('qingming')],
    ['04-07', worked('2024-04-05')],
    ['05-01 05-02 05-03 05-04 05-05', off('labour-day')],
    ['04-28', worked('2024-05-02')],
    ['05-11', worked('2024-05-03')],
    ['06-10', off('dragon-boat-festival')],
    ['09-15 09-16 09-17', off('mid-autumn-festival')],
    ['09-14', worked('2024-09-16')],
    ['10-01 10-02 10-03 10-04 10-05 10-06 10-07', off('national-day')],
    ['09-29', worked('2024-10-04')],
    ['10-12', worked('2024-10-07')],
  ]),
  ...rows('2026', 'official', NOTICE_2026, [
    ['01-01 01-02 01-03', off('new-year')],
    ['01-04', worked('2026-01-02')],
    ['02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 02-23', off('spring-festival')],
    ['02-14', worked('2026-02-20')],
    ['02-28', worked('2026-02-23')],
    ['04-04 04-05 04-06', off('qingming')],
    ['05-01 05-02 05-03 05-04 05-05', off('labour-day')],
    ['05-09', worked('2026-05-05')],
    ['06-19 06-20 06-21', off('dragon-boat-festival')],
    ['09-25 09-26 09-27', off('mid-autumn-festival')],
    ['10-01 10-02 10-03 10-04 10-05 10-06 10-07', off('national-day')],
    ['09-20', worked('2026-10-06')],
    ['10-10', worked('2026-10-07')],
  ]),
  ...rows('2027', 'law', STATUTORY_2027, [
    ['01-01', off('new-year')],
    ['02-05 02-06 02-07 02-08', off('spring-festival')],
    ['04-05', off('qingming')],
    ['05-01 05-02', off('labour-day')],
    ['06-09', off('dragon-boat-festival')],
    ['09-15', off('mid-autumn-festival')],
    ['10-01 10-02 10-03', off('national-day')],
  ]),
  ...rows('2027', 'provisional', GUESSED_2027, [
    ['02-09 02-10', off('spring-festival')],
    ['05-03 05-04', off('labour-day')],
    ['10-04 10-05', off('national-day')],
  ]),
};
