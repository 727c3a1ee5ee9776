import { Inject, Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { refuse, type PersonActor } from '#domain';
import type { AccessEntry, DoorPort } from '#door';
import { queryWithin, read } from '#persistence';
import { DOOR, READER } from '../door/tokens.js';
import { RefusalError } from '../door/refusal-error.js';
import type { Asker } from '../http/request.js';

/** Statements of one read: one transaction as role `reader`, in which only rows that this person may see are there. */
export interface Rows {
  query<T>(sql: string, values?: readonly unknown[]): Promise<T[]>;
  /** For what counts everything that somebody may see: so many milliseconds instead of a page's. */
  within<T>(ms: number, sql: string, values: readonly unknown[]): Promise<T[]>;
}

/** An answer with whose data it shows. */
export interface Shown<T> { readonly answer: T; readonly caseIds: readonly string[] }

/** Every read of a patient's data: answered after its record is durable. What isn't there and what isn't open are one answer, and one record. */
@Injectable()
export class Reader {
  constructor(@Inject(READER) private readonly source: DataSource, @Inject(DOOR) private readonly door: DoorPort) {}

  /** Of one case: null answers "not there", and the refusal is on record with the id that was asked for. */
  async ofCase<T>(by: Asker, what: string, caseId: string, fields: AccessEntry['fields'], fn: (rows: Rows) => Promise<T | null>): Promise<T> {
    const answer = await this.rows(by.actor, fn);
    if (answer === null) return this.refused(by, what, [caseId]);
    await this.door.recordAccess({ kind: 'read', what, caseIds: [caseId], fields, code: null }, by.actor);
    return answer;
  }

  /** Of several cases at once: one record with the ids that were shown. */
  async ofCases<T>(by: Asker, what: string, fields: AccessEntry['fields'], fn: (rows: Rows) => Promise<Shown<T>>): Promise<T> {
    const { answer, caseIds } = await this.rows(by.actor, fn);
    if (caseIds.length > 0) await this.door.recordAccess({ kind: 'read', what, caseIds: [...new Set(caseIds)], fields, code: null }, by.actor);
    return answer;
  }

  /** Reading the audit is itself audited, also where nothing was found. */
  async ofAudit<T>(by: Asker, what: string, fn: (rows: Rows) => Promise<Shown<T>>): Promise<T> {
    const { answer, caseIds } = await this.rows(by.actor, fn);
    await this.door.recordAccess({ kind: 'read', what, caseIds: [...new Set(caseIds)], fields: 'audit', code: null }, by.actor);
    return answer;
  }

  /** Numbers over many cases, of which none is named: on record as a read of no case. */
  async ofNumbers<T>(by: Asker, what: string, fn: (rows: Rows) => Promise<T>): Promise<T> {
    const answer = await this.rows(by.actor, fn);
    await this.door.recordAccess({ kind: 'read', what, caseIds: [], fields: 'aggregate', code: null }, by.actor);
    return answer;
  }

  /** Nothing of a patient: people, boards, one's own notifications. */
  plain<T>(by: Asker, fn: (rows: Rows) => Promise<T>): Promise<T> {
    return this.rows(by.actor, fn);
  }

  async refused(by: Asker, what: string, caseIds: readonly string[]): Promise<never> {
    await this.door.recordAccess({ kind: 'refused', what, caseIds, fields: 'clinical', code: 'ACCESS.NOT_FOUND' }, by.actor);
    throw new RefusalError(refuse('ACCESS.NOT_FOUND', {}));
  }

  private rows<T>(actor: PersonActor, fn: (rows: Rows) => Promise<T>): Promise<T> {
    return read(this.source, actor, (manager) => fn(rowsOf(manager)));
  }
}

export const rowsOf = (manager: EntityManager): Rows => ({
  query: <T>(sql: string, values: readonly unknown[] = []) => manager.query<T[]>(sql, [...values]),
  within: <T>(ms: number, sql: string, values: readonly unknown[]) => queryWithin<T>(manager, ms, sql, values),
});
