import { Injectable } from '@nestjs/common';
import { beforeKey, writeCursor } from '#persistence';
import type { Asker } from '../http/request.js';
import { Directories } from '../reading/directory.js';
import { Names } from '../reading/names.js';
import { cut, keyOf, pageSize } from '../reading/page.js';
import { Reader, type Rows } from '../reading/reader.js';
import type { AuditFacetsDto, AuditPageDto, AuditQueryDto } from './audit.dto.js';
import { auditColumns, auditConditions, auditEntryOf, auditKeyId, auditOrder, type AuditRow } from './audit-rows.js';

/** Who, what, when, from where, on whose behalf: within what the asker answers for, by row-level security. */
@Injectable()
export class AuditReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories) {}

  page(by: Asker, query: AuditQueryDto): Promise<AuditPageDto> {
    return this.reader.ofAudit(by, 'audit', async (rows) => {
      const size = pageSize(query.limit);
      const found = await auditRows(rows, query, size + 1);
      const names = new Names(await this.directories.at(rows), by.language);
      const { page, more } = cut(found, size);
      const last = page.at(-1);
      const entries = page.map((row) => auditEntryOf(row, names));
      return { answer: { entries, next: more && last ? writeCursor({ at: last.key_at, id: last.key_id }) : null }, caseIds: entries.flatMap(({ cases }) => cases.map(({ id }) => id)) };
    });
  }

  facets(by: Asker): Promise<AuditFacetsDto> {
    return this.reader.plain(by, async (rows) => {
      const names = new Names(await this.directories.at(rows), by.language);
      const actions = await rows.query<{ action: string }>(`select distinct action from (select type as action from event where kind <> 'access' union select data ->> 'what' from event where kind = 'access' and data ? 'what') every order by action`);
      return { people: [...names.directory.people.keys()].map((id) => names.person(id)), actions: actions.map(({ action }) => action) };
    });
  }
}

/** Rows of the audit, newest first. */
export async function auditRows(rows: Rows, query: AuditQueryDto, limit: number): Promise<AuditRow[]> {
  const conditions = auditConditions(query, await casesAsked(rows, query));
  const key = keyOf(query.after);
  if (key) conditions.and(beforeKey('e.at', auditKeyId, conditions.values.length + 1)).values.push(key.at, key.id);
  return rows.query<AuditRow>(`select ${auditColumns} from event e where ${conditions.where} order by ${auditOrder} limit ${limit}`, conditions.values);
}

/** Cases by id, number or patient; null where none was asked for. What isn't open to the reader as a case may still be theirs to audit: by the head of its stream. */
async function casesAsked(rows: Rows, { caseId, caseNumber, patientId }: AuditQueryDto): Promise<string[] | null> {
  if (caseId !== undefined && caseNumber === undefined && patientId === undefined) return [caseId];
  if (caseNumber === undefined && patientId === undefined) return null;
  const found = await rows.query<{ id: string }>(`select id from stream where kind = 'case' and ($1::text is null or state ->> 'number' = $1) and ($2::text is null or state ->> 'patientId' = $2) and ($3::uuid is null or id = $3)`,
    [caseNumber ?? null, patientId ?? null, caseId ?? null]);
  return found.map(({ id }) => id);
}
