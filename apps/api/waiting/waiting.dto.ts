import type { WaitingClockCode, WaitingPauseReason } from '#domain';
import { waitingPauseReasons } from '#domain';
import { ChangeDto, NotedChangeDto } from '../http/change.dto.js';
import { CalendarDate, OneOf } from '../http/fields.js';

export const waitingLights = ['onTime', 'amber', 'red', 'breached'] as const;

/** Why a clock stands still, and since which day. */
export class WaitingPauseDto { reason!: WaitingPauseReason; since!: string; }

/** A waiting-time clock in calendar days of the board's zone; a hold never stops it. */
export class WaitingClockDto {
  code!: WaitingClockCode;
  /** Within so many days. */
  days!: number;
  status!: 'notStarted' | 'running' | 'paused' | 'stopped' | 'ended';
  startedOn!: string | null;
  stoppedOn!: string | null;
  /** It stopped on that day at the latest: treatment had begun, nobody said when. */
  atTheLatest!: boolean;
  usedDays!: number;
  /** Negative after the last day. */
  leftDays!: number;
  light!: 'onTime' | 'amber' | 'red' | 'breached';
  /** Days that were not counted. */
  pausedDays!: number;
  pause!: WaitingPauseDto | null;
  amberOn!: string | null;
  redOn!: string | null;
  breachOn!: string | null;
}

export class PauseWaitingTimeDto extends NotedChangeDto {
  @OneOf(waitingPauseReasons) because!: WaitingPauseReason;
}
export class ResumeWaitingTimeDto extends ChangeDto {}
export class RecordFirstTreatmentDto extends ChangeDto {
  @CalendarDate() on!: string;
}
