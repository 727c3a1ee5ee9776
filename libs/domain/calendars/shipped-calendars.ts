import type { Calendar, Interval, IsoWeekday } from '../time/calendar.js';
import { CHINA_DAYS, CHINA_YEARS } from './china.js';
import { BERLIN_DAYS, GERMANY_YEARS } from './germany.js';
import { ISRAEL_CHOL_HAMOED, ISRAEL_DAYS, ISRAEL_YEARS } from './israel.js';
import { KAZAKHSTAN_FIVE_DAY, KAZAKHSTAN_SIX_DAY, KAZAKHSTAN_YEARS } from './kazakhstan.js';
import { KYRGYZSTAN_DAYS, KYRGYZSTAN_STATE_FUNDED, KYRGYZSTAN_YEARS } from './kyrgyzstan.js';
import { RUSSIA_DAYS, RUSSIA_YEARS } from './russia.js';
import { SOUTH_KOREA_DAYS, SOUTH_KOREA_YEARS } from './south-korea.js';

/*
 * Hours are an institution's own choice; these are defaults (ours) to begin from. Days and years are reviewed facts, read on
 * 24 November 2026. 2025 was not reviewed, and no calendar here answers for it.
 */

type Week = Readonly<Record<IsoWeekday, readonly Interval[]>>;

function hours(...texts: readonly string[]): readonly Interval[] {
  return texts.map((text) => ({ from: text.slice(0, 5), to: text.slice(6) }));
}

function mondayToFriday(day: readonly Interval[], saturday: readonly Interval[] = []): Week {
  return { 1: day, 2: day, 3: day, 4: day, 5: day, 6: saturday, 7: [] };
}

function sundayToThursday(day: readonly Interval[]): Week {
  return { 1: day, 2: day, 3: day, 4: day, 5: [], 6: [], 7: day };
}

const CENTRAL_ASIA = mondayToFriday(hours('09:00-13:00', '14:00-18:00'));
const CENTRAL_ASIA_SIX_DAY = mondayToFriday(hours('09:00-13:00', '14:00-17:00'), hours('09:00-14:00'));
const FIVE_DAY = { version: 1, zone: 'Asia/Almaty', week: CENTRAL_ASIA, days: KAZAKHSTAN_FIVE_DAY, reviewedYears: KAZAKHSTAN_YEARS };
const SIX_DAY = { version: 1, zone: 'Asia/Almaty', week: CENTRAL_ASIA_SIX_DAY, days: KAZAKHSTAN_SIX_DAY, reviewedYears: KAZAKHSTAN_YEARS };
const KYRGYZSTAN = { version: 1, zone: 'Asia/Bishkek', week: CENTRAL_ASIA, reviewedYears: KYRGYZSTAN_YEARS };

export const SHANGHAI: Calendar = {
  id: 'shanghai',
  version: 1,
  zone: 'Asia/Shanghai',
  week: mondayToFriday(hours('08:00-12:00', '13:30-17:30')),
  days: CHINA_DAYS,
  reviewedYears: CHINA_YEARS,
};
export const ASTANA: Calendar = { id: 'astana', ...FIVE_DAY };
export const ALMATY: Calendar = { id: 'almaty', ...FIVE_DAY };
export const ASTANA_SIX_DAY: Calendar = { id: 'astana-six-day', ...SIX_DAY };
export const ALMATY_SIX_DAY: Calendar = { id: 'almaty-six-day', ...SIX_DAY };
export const BISHKEK: Calendar = { id: 'bishkek', ...KYRGYZSTAN, days: KYRGYZSTAN_DAYS };
export const BISHKEK_STATE_FUNDED: Calendar = { id: 'bishkek-state-funded', ...KYRGYZSTAN, days: KYRGYZSTAN_STATE_FUNDED };
export const TEL_AVIV: Calendar = {
  id: 'tel-aviv',
  version: 1,
  zone: 'Asia/Jerusalem',
  week: sundayToThursday(hours('08:00-16:00')),
  days: ISRAEL_DAYS,
  reviewedYears: ISRAEL_YEARS,
};

/** A hospital's own setting, see `ISRAEL_CHOL_HAMOED`. */
export const TEL_AVIV_CHOL_HAMOED: Calendar = { ...TEL_AVIV, id: 'tel-aviv-chol-hamoed', days: ISRAEL_CHOL_HAMOED };
/** Of partners who only give opinions. */
const OFFICE = mondayToFriday(hours('09:00-13:00', '14:00-18:00'));
export const MOSCOW: Calendar = { id: 'moscow', version: 1, zone: 'Europe/Moscow', week: OFFICE, days: RUSSIA_DAYS, reviewedYears: RUSSIA_YEARS };
export const BERLIN: Calendar = { id: 'berlin', version: 1, zone: 'Europe/Berlin', week: mondayToFriday(hours('08:00-12:00', '12:30-16:30')), days: BERLIN_DAYS, reviewedYears: GERMANY_YEARS };
export const SEOUL: Calendar = { id: 'seoul', version: 1, zone: 'Asia/Seoul', week: mondayToFriday(hours('09:00-12:00', '13:00-18:00')), days: SOUTH_KOREA_DAYS, reviewedYears: SOUTH_KOREA_YEARS };

/** All calendars that Consilium brings along, plain JSON each, to be stored as version 1. */
export const SHIPPED_CALENDARS: readonly Calendar[] = [
  SHANGHAI,
  ASTANA,
  ALMATY,
  ASTANA_SIX_DAY,
  ALMATY_SIX_DAY,
  BISHKEK,
  BISHKEK_STATE_FUNDED,
  TEL_AVIV,
  TEL_AVIV_CHOL_HAMOED,
  MOSCOW,
  BERLIN,
  SEOUL,
];
