import type { MigrationInterface, QueryRunner } from 'typeorm';
import { numbers } from './0032-numbers.sql.js';

/** Facts for the numbers, made from the log by SQL. Those of what stands already are made when somebody first asks. */
export class Numbers1790000000032 implements MigrationInterface {
  readonly name = 'Numbers1790000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(numbers);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function write_minutes(uuid[]); drop function write_meeting_facts(uuid[]); drop function write_case_facts(uuid[]); drop function ms_between(timestamptz, timestamptz);
      drop function worked_until(text, timestamptz); drop table working_span; drop table numbers_read; drop table numbers_fact; drop function numbers_boards()`);
  }
}
