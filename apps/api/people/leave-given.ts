import { endOfDate, instantOf, startOfDate, type Zone } from '#domain';
import { FieldsError } from '../http/validation.js';
import type { LeaveInputDto } from './people.dto.js';

const isDay = (given: string): boolean => given.length === 'YYYY-MM-DD'.length;
const wallTime = (given: string, zone: Zone): string => {
  const [date = '', time = ''] = given.split('T');
  try {
    return instantOf(date, time, zone);
  } catch {
    throw new FieldsError([{ field: 'leave', code: 'isLocalTime' }]);
  }
};

/** Leave as it was entered: whole days stay days; with a time on either side it runs between two instants, by the clock of the person's zone. */
export const leaveGiven = (leave: readonly LeaveInputDto[], zone: Zone): { from: string; to: string }[] => leave.map(({ from, to }) => (isDay(from) && isDay(to) ? { from, to }
  : { from: isDay(from) ? startOfDate(from, zone) : wallTime(from, zone), to: isDay(to) ? endOfDate(to, zone) : wallTime(to, zone) }));
