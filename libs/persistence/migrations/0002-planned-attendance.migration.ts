import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings that stand already get who answered (nobody) and their last look at the quorum, two hours before. */
export class PlannedAttendance1790000000002 implements MigrationInterface {
  readonly name = 'PlannedAttendance1790000000002';

  async up(runner: QueryRunner): Promise<void> {
    const added = `jsonb_build_object('answers', '[]'::jsonb, 'quorumLook', 'none', 'quorumAt', to_char(($$ ->> 'startsAt')::timestamptz at time zone 'UTC' - interval '2 hours', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;
    await runner.query(`update stream set state = ${added.replace('$$', 'state')} || state where kind = 'meeting' and state is not null`);
    await runner.query(`update meeting_row set meeting = ${added.replace('$$', 'meeting')} || meeting`);
  }

  /** Events are never taken back: an older state is a restored backup. */
  async down(): Promise<void> {
    throw new Error('Planned attendance is not undone: restore a backup.');
  }
}
