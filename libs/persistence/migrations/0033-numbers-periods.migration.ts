import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Year and quarter (`20263`) of each fact as numbers: made of the month for every row of every question, they took most of its time. */
export class NumbersPeriods1790000000033 implements MigrationInterface {
  readonly name = 'NumbersPeriods1790000000033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table numbers_fact add column year int generated always as (extract(year from month)::int) stored,
      add column quarter int generated always as (extract(year from month)::int * 10 + extract(quarter from month)::int) stored`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table numbers_fact drop column year, drop column quarter');
  }
}
