import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foundation } from './0001-foundation.sql.js';
import { grants } from './0001-grants.sql.js';
import { visibility } from './0001-visibility.sql.js';

/** Tables, who sees which row, who may do what. */
export class Foundation1790000000001 implements MigrationInterface {
  readonly name = 'Foundation1790000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(foundation);
    await runner.query(visibility);
    await runner.query(grants);
  }

  /** Events are never taken back: an older state is a restored backup. */
  async down(): Promise<void> {
    throw new Error('The foundation is not undone: restore a backup.');
  }
}
