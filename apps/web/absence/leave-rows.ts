import type { LeaveDto, LeaveInputDto } from '../generated/types.gen.js';
import { zonedParts } from '../kit/iso-dates.js';

/** Leave as it is typed: days, each with a time where it is half a one. Empty: not said, the whole day. */
export interface LeaveRow { readonly fromDay: string; readonly fromTime: string; readonly toDay: string; readonly toTime: string }

export const noLeave: LeaveRow = { fromDay: '', fromTime: '', toDay: '', toTime: '' };

/** Kept leave on the clock of its person; the very beginning of a day, and its very end, are the whole day. */
export function rowOf({ from, to }: LeaveDto, zone: string): LeaveRow {
  const at = (kept: string, whole: string): { day: string; time: string } => {
    if (kept.length === 'YYYY-MM-DD'.length) return { day: kept, time: '' };
    const { date, time } = zonedParts(kept, zone, 'en');
    return { day: date, time: time === whole ? '' : time };
  };
  const [first, last] = [at(from, '00:00'), at(to, '23:59')];
  return { fromDay: first.day, fromTime: first.time, toDay: last.day, toTime: last.time };
}

/** Over by the clock of its person: by days, once its last day is. */
export const isPast = ({ to }: LeaveDto, zone: string, now: string): boolean =>
  (to.length === 'YYYY-MM-DD'.length ? to < zonedParts(now, zone, 'en').date : to < now);

/** As the api takes it: the clock is the person's. */
export const givenOf = ({ fromDay, fromTime, toDay, toTime }: LeaveRow): LeaveInputDto =>
  ({ from: fromTime === '' ? fromDay : `${fromDay}T${fromTime}`, to: toTime === '' ? toDay : `${toDay}T${toTime}` });

export const isComplete = ({ fromDay, toDay }: LeaveRow): boolean => fromDay !== '' && toDay !== '';
