import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever checks a letter asks the log for its hash: it looks among the letters alone, not through every event. */
export class LettersByHash1790000000041 implements MigrationInterface {
  readonly name = 'LettersByHash1790000000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index event_letter_made on event (case_id) where type = 'LetterMade'`);
    await runner.query(`create index event_letter_marked on event (case_id) where type = 'LetterMarked'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index event_letter_made');
    await runner.query('drop index event_letter_marked');
  }
}
