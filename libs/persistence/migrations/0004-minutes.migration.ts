import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nobody has approved the minutes of the meetings that stand already. */
export class Minutes1790000000004 implements MigrationInterface {
  readonly name = 'Minutes1790000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`update stream set state = '{"minutesApproved": null}'::jsonb || state where kind = 'meeting' and state is not null`);
    await runner.query(`update meeting_row set meeting = '{"minutesApproved": null}'::jsonb || meeting`);
  }

  /** Events are never taken back: an older state is a restored backup. */
  async down(): Promise<void> {
    throw new Error('Approved minutes are not undone: restore a backup.');
  }
}
