import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tasks offered to a role without a discipline have an index of their own: "is null" gives no order in an index over the discipline,
 * and under row-level security every row that has to be sorted is a row whose case has to be judged (100,000 open cases: 10 s a page).
 */
export class InboxPools1790000000010 implements MigrationInterface {
  readonly name = 'InboxPools1790000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index task_pool_any on task_row (offer_institution_id, offer_role, coalesce(due_at, 'infinity'), id)
      where owner_id is null and offer_discipline is null and status in ('created','ready','inProgress')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index task_pool_any');
  }
}
