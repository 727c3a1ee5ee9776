export class PartStateDto {
  /** up, down, behind, degraded, unknown */
  state!: 'up' | 'down' | 'behind' | 'degraded' | 'unknown';
  /** What is so and what to do, in English, for operators. */
  detail?: string;
  /** Age of the last sign of life. */
  ageMs?: number;
}
export class LiveDto { status!: 'up'; version!: string; }
/** Ready: the database answers and is migrated. Temporal and worker may be behind: people go on working. */
export class ReadyDto {
  status!: 'ready' | 'notReady';
  database!: PartStateDto;
  migrations!: PartStateDto;
  temporal!: PartStateDto;
  worker!: PartStateDto;
  /** Degraded where a hospital's calendar has a year that nobody reviewed although it is time: dates in it are provisional. */
  calendars!: PartStateDto;
  /** Degraded where a hospital has nobody as admin: its escalations end at another hospital's. */
  escalations!: PartStateDto;
}
