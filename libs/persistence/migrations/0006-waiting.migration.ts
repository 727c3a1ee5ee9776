import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Waiting-time clocks on a case's card, and the first instants of their lights, by which a board is filtered. Filled with each case's next event. */
export class Waiting1790000000006 implements MigrationInterface {
  readonly name = 'Waiting1790000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table case_row add column waiting jsonb not null default '[]', add column waiting_amber_at timestamptz, add column waiting_red_at timestamptz, add column waiting_breach_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table case_row drop column waiting, drop column waiting_amber_at, drop column waiting_red_at, drop column waiting_breach_at');
  }
}
