import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much each person has open, over every case: whom to ask is judged by the whole load. A number names no case, so it is open to every reader. */
export class OpenTaskCounts1790000000030 implements MigrationInterface {
  readonly name = 'OpenTaskCounts1790000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create function open_tasks_of_all() returns table (owner uuid, open bigint) language sql stable security definer set search_path = public as $$
      select owner_id, count(*) from task_row where owner_id is not null and status in ('created', 'ready', 'inProgress') group by owner_id $$`);
    await runner.query('revoke all on function open_tasks_of_all() from public; grant execute on function open_tasks_of_all() to reader');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function open_tasks_of_all()');
  }
}
