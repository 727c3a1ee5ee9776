import type { TaskKind } from '#domain';
import type { PersonRefDto, PoolDto } from '../people/refs.dto.js';

/** ready: nothing is open; onTrack: in time even if slow; atRisk: in time as usual, not if slow; notInTime: not even as usual. */
export type Verdict = 'ready' | 'onTrack' | 'atRisk' | 'notInTime';

/** One thing that must be done before the case can be heard. */
export class ForecastStepDto {
  kind!: TaskKind;
  taskId!: string | null;
  owner!: PersonRefDto | null;
  pool!: PoolDto;
  /** Places of the steps that come first. */
  after!: number[];
  basis!: 'measured' | 'allowance';
  samples!: number;
  elapsedMs!: number;
  usualMs!: number;
  slowMs!: number;
  /** Working time of whoever does it, from now until the cut. */
  leftMs!: number;
  /** A usual day of that calendar, in milliseconds: for "1 working day 2 h". */
  dayMs!: number;
  usualAt!: string | null;
  slowAt!: string | null;
}

/** Somebody who could take over what is in the way. */
export class ForecastCandidateDto {
  person!: PersonRefDto;
  openTasks!: number;
  leftMs!: number;
  doneAt!: string | null;
  inTime!: boolean;
}

/** "Will it make Thursday?", with its reasoning. */
export class ForecastDto {
  meetingId!: string;
  meetingNumber!: string;
  startsAt!: string;
  zone!: string;
  listed!: boolean;
  cutAt!: string;
  verdict!: Verdict;
  usualAt!: string | null;
  slowAt!: string | null;
  steps!: ForecastStepDto[];
  /** Place of the one blocker in `steps`. */
  blocker!: number | null;
  couldTakeIt!: ForecastCandidateDto[];
}

export class CaseForecastDto {
  /** Null where the case is not on its way to a meeting. */
  forecast!: ForecastDto | null;
}
