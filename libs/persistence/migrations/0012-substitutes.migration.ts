import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who stands in for a person in one field, before the substitute for all. */
export class Substitutes1790000000012 implements MigrationInterface {
  readonly name = 'Substitutes1790000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table person add column substitutes jsonb not null default '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table person drop column substitutes');
  }
}
