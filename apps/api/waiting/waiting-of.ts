import { showing, type WaitingClock } from '#domain';
import type { WaitingClockDto } from './waiting.dto.js';

/** Clocks as they show on a date of the board's zone. */
export const waitingOf = (clocks: readonly WaitingClock[], today: string): WaitingClockDto[] => clocks.map((clock) => {
  const shown = showing(clock, today) ?? { usedDays: 0, leftDays: clock.days, light: 'onTime' as const };
  return { ...clock, pause: clock.pause && { ...clock.pause }, ...shown };
});

/** Those that still count: what a card shows. */
export const isLive = ({ status }: Pick<WaitingClock, 'status'>): boolean => status === 'running' || status === 'paused';
