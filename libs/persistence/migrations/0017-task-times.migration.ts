import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long done tasks took, by board, kind and urgency: from them come usual times. No case, no patient, no person: open to every reader. */
export class TaskTimes1790000000017 implements MigrationInterface {
  readonly name = 'TaskTimes1790000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table task_time (id bigint generated always as identity primary key, board_id uuid not null, kind text not null, urgency text not null, institution_id uuid not null, worked_ms bigint not null, closed_at timestamptz not null)`);
    await runner.query('create index task_time_newest on task_time (board_id, kind, urgency, closed_at desc)');
    await runner.query('grant select, insert on task_time to door');
    await runner.query('grant select on task_time to reader');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table task_time');
  }
}
