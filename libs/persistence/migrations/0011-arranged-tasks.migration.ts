import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was arranged about a task: handed to whom, done for whom, laid aside until when. Both lists of the inbox walk an index of their own. */
export class ArrangedTasks1790000000011 implements MigrationInterface {
  readonly name = 'ArrangedTasks1790000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table task_row add column handed_to uuid, add column acting_for uuid, add column arranged jsonb not null default '{}'`);
    await runner.query(`create index task_handed_to on task_row (handed_to, coalesce(due_at, 'infinity'), id) where handed_to is not null and status in ('created','ready','inProgress')`);
    await runner.query(`create index task_acting_for on task_row (acting_for, coalesce(due_at, 'infinity'), id) where acting_for is not null and status in ('created','ready','inProgress')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table task_row drop column handed_to, drop column acting_for, drop column arranged');
  }
}
