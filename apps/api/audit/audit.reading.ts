import { Injectable } from '@nestjs/common';
import { beforeKey, writeCursor } from '#persistence';
import type { Asker } from '../http/request.js';
import { Directories } from '../reading/directory.js';
import { Names } from '../reading/names.js';
import { cut, keyOf, pageSize } from '../reading/page.js';
import { Reader, type Rows } from '../reading/reader.js';
import type { AuditEntryDto, AuditFacetsDto, AuditPageDto, AuditQueryDto } from './audit.dto.js';
import { auditColumns, auditConditions, auditEntryOf, auditKeyId, auditOrder, type AuditRow } from './audit-rows.js';

/** Who, what, when, from where, on whose behalf: within what the asker answers for, by row-level security. */
@Injectable()
export class AuditReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories) {}

  page(by: Asker, query: AuditQueryDto): Promise<AuditPageDto> {
    return this.reader.ofAudit(by, 'audit', async (rows) => {
      const answer = await this.entries(by, rows, query, pageSize(query.limit));
      return { answer, caseIds: casesOf(answer) };
    });
  }

  /** Page after page, newest first, as far as so many entries. Asking is recorded; so are, before each page is shown, those of its cases that no page before has named. */
  async *pages(by: Asker, query: AuditQueryDto, size: number, most: number): AsyncGenerator<readonly AuditEntryDto[]> {
    const named = new Set<string>();
    const read = (after: string | undefined) => async (rows: Rows) => {
      const answer = await this.entries(by, rows, { ...query, ...(after === undefined ? {} : { after }) }, size);
      const caseIds = casesOf(answer).filter((id) => !named.has(id));
      for (const id of caseIds) named.add(id);
      return { answer, caseIds };
    };
    let page = await this.reader.ofAudit(by, 'auditCsv', read(query.after));
    yield page.entries;
    for (let count = size; page.next !== null && count < most; count += size) {
      page = await this.reader.ofCases(by, 'auditCsv', 'audit', read(page.next));
      yield page.entries;
    }
  }

  private async entries(by: Asker, rows: Rows, query: AuditQueryDto, size: number): Promise<AuditPageDto> {
    const found = await auditRows(rows, query, size + 1);
    const names = new Names(await this.directories.at(rows), by.language);
    const { page, more } = cut(found, size);
    const last = page.at(-1);
    return { entries: page.map((row) => auditEntryOf(row, names)), next: more && last ? writeCursor({ at: last.key_at, id: last.key_id }) : null };
  }

  facets(by: Asker): Promise<AuditFacetsDto> {
    return this.reader.plain(by, async (rows) => {
      const names = new Names(await this.directories.at(rows), by.language);
      const actions = await rows.query<{ action: string }>(`select distinct action from (select type as action from event where kind <> 'access' union select data ->> 'what' from event where kind = 'access' and data ? 'what') every order by action`);
      return { people: [...names.directory.people.keys()].map((id) => names.person(id)), actions: actions.map(({ action }) => action) };
    });
  }
}

const casesOf = ({ entries }: AuditPageDto): string[] => entries.flatMap(({ cases }) => cases.map(({ id }) => id));

/** Rows of the audit, newest first. */
async function auditRows(rows: Rows, query: AuditQueryDto, limit: number): Promise<AuditRow[]> {
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
