import type { Leave } from './calendar.js';

/** Leave is planned in whole days, or from one instant to another. */
export const leaveOf = ({ from, to }: { readonly from: string; readonly to: string }): Leave =>
  (from.length === 'YYYY-MM-DD'.length ? { kind: 'dates', from, to, label: 'leave' } : { kind: 'instants', from, to, label: 'leave' });
