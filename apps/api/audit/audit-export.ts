import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { Asker } from '../http/request.js';
import { Directories } from '../reading/directory.js';
import { Names } from '../reading/names.js';
import { Reader } from '../reading/reader.js';
import type { AuditEntryDto, AuditQueryDto } from './audit.dto.js';
import { auditRows } from './audit.reading.js';
import { auditEntryOf } from './audit-rows.js';
import { linesOf, type ChainEvent, type ChainHead } from './chain-lines.js';

const mostRows = 50_000;

/** The audit as files. Both are read and recorded before the first byte leaves. */
@Injectable()
export class AuditExport {
  constructor(private readonly reader: Reader, private readonly directories: Directories) {}

  async csv(by: Asker, query: AuditQueryDto): Promise<StreamableFile> {
    const entries = await this.reader.ofAudit(by, 'auditCsv', async (rows) => {
      const found = await auditRows(rows, { ...query }, mostRows);
      const names = new Names(await this.directories.at(rows), by.language);
      const answer = found.map((row) => auditEntryOf(row, names));
      return { answer, caseIds: answer.flatMap(({ cases }) => cases.map(({ id }) => id)) };
    });
    // a spreadsheet takes a file without the mark for its own code page and spoils every name
    return new StreamableFile(Readable.from(['\ufeff', head.map(cell).join(',') + '\r\n', ...entries.map(line)]), { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="audit.csv"' });
  }

  /** Chains as NDJSON: events in order, each stream's head, an end line; what `consilium audit verify --file` and the browser check. */
  async chains(by: Asker, caseId: string | null): Promise<StreamableFile> {
    const lines = await this.reader.ofAudit(by, 'auditExport', async (rows) => {
      const events = await rows.query<ChainEvent>(`select e.stream, e.seq, e.canonical as text, e.hash from event e where $1::uuid is null or e.stream = $1 order by e.stream, e.seq`, [caseId]);
      // also of chains of which no event is left: their heads still say that there were some
      const heads = await rows.query<ChainHead>(`select id as stream, kind, seq, hash from stream where id = any ($1::uuid[]) or ($2::uuid is null or id = $2) and (kind in ('meeting', 'board') or kind = 'case' and may_audit_case(id)) order by id`, [[...new Set(events.map(({ stream }) => stream))], caseId]);
      return { answer: linesOf(events, heads), caseIds: caseId === null ? [] : [caseId] };
    });
    return new StreamableFile(Readable.from(lines), { type: 'application/x-ndjson', disposition: `attachment; filename="${caseId === null ? 'audit' : `case-${caseId}`}.ndjson"` });
  }
}

const head = ['at', 'recordedAt', 'kind', 'type', 'what', 'who', 'process', 'onBehalfOf', 'institution', 'from', 'purpose', 'cases', 'fields', 'code', 'stream', 'seq', 'hash'] as const;

function line(entry: AuditEntryDto): string {
  const { at, recordedAt, kind, type, what, actor, process, onBehalfOf, institution, from, purpose, cases, fields, code, stream, seq, hash } = entry;
  return [at, recordedAt, kind, type, what, actor?.name, process, onBehalfOf?.name, institution?.name, from, purpose, cases.map(({ number, id }) => number ?? id).join(' '), fields, code, stream, String(seq), hash].map(cell).join(',') + '\r\n';
}

/** Quoted, and never a formula: a cell that begins like one is a text. */
function cell(value: string | null | undefined): string {
  const text = value ?? '';
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
