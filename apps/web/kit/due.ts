import type { Status } from './status.js';

/** How a due time came about, as the api tells it. Everything but the allowance may be absent. */
export interface DueExplanation {
  began: string;
  allowance: { amount: number; unit: 'workingHours' | 'workingDays' | 'clockHours' | 'clockDays' };
  /** Name of the calendar that was counted by; absent where the clock runs day and night. */
  calendarName?: string;
  /** Days not counted, with what they are ("Independence Day"); `to` where it is more than one. */
  skipped?: readonly { date: string; to?: string; name: string }[];
  paused?: readonly { from: string; to?: string; reason: string }[];
  /** A year of the calendar that nobody has reviewed was used. */
  provisional?: boolean;
}

export interface Due {
  /** ISO instant, UTC. */
  at: string;
  /** The owner's zone. */
  zone: string;
  place?: string;
  /** Working milliseconds left; negative when late. Clock milliseconds where the unit is the clock. */
  leftMs?: number;
  status: Status;
  /** The explanation, or how to ask for it when someone wants to know. */
  how?: DueExplanation | (() => Promise<DueExplanation>);
}

/** What is left, in the unit that one would say: minutes below two hours, hours else. Late ones count upwards. */
export function spokenLeft(leftMs: number): { late: boolean; unit: 'h' | 'min'; count: number } {
  const minutes = Math.abs(leftMs) / 60_000;
  const late = leftMs < 0;
  return minutes < 120 ? { late, unit: 'min', count: Math.floor(minutes) } : { late, unit: 'h', count: Math.floor(minutes / 60) };
}
