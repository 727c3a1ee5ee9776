import type { WaitingClockDto } from '../generated/types.gen.js';
import type { Status } from '../kit/status.js';

type Shown = Pick<WaitingClockDto, 'status' | 'light'>;

/** The state that a clock's colour and shape stand for; a clock that stopped in time is done. */
export function statusOf({ status, light }: Shown): Status {
  if (status === 'notStarted') return 'waiting';
  if (light === 'breached') return 'overdue';
  if (status === 'stopped' || status === 'ended') return 'done';
  if (light === 'red') return 'overdue';
  if (light === 'amber') return 'dueSoon';
  return status === 'paused' ? 'onHold' : 'onTime';
}

const order = { breached: 0, red: 1, amber: 2, onTime: 3 } as const;

/** The clock that a card names: the gravest of those that are amber or worse, or paused; undefined where all is well. */
export function gravest<C extends Shown & Pick<WaitingClockDto, 'leftDays'>>(clocks: readonly C[]): C | undefined {
  return clocks.filter(({ light, status }) => light !== 'onTime' || status === 'paused').toSorted((a, b) => order[a.light] - order[b.light] || a.leftDays - b.leftDays)[0];
}
