import type { AttendanceDto } from '../generated/types.gen.js';

/** One way of attending, and from when to when. */
export interface Stay { readonly how: AttendanceDto['how']; readonly from: string; readonly to: string | null }

export const otherWay = (how: AttendanceDto['how']): AttendanceDto['how'] => (how === 'present' ? 'byVideo' : 'present');

/** A stay in its parts: in the room until, by video from then on. */
export const staysOf = ({ how, earlier, from, leftAt }: Pick<AttendanceDto, 'how' | 'earlier' | 'from' | 'leftAt'>): readonly Stay[] =>
  [...earlier.map((one, place) => ({ how: one.how, from: earlier[place - 1]?.until ?? from, to: one.until })), { how, from: earlier.at(-1)?.until ?? from, to: leftAt }];
