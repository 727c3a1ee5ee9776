import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { Asker } from '../http/request.js';
import type { AuditEntryDto, AuditQueryDto } from './audit.dto.js';
import { AuditReading } from './audit.reading.js';
import { chainTexts } from './chain-lines.js';
import { ChainsReading } from './chains.reading.js';

const mostRows = 50_000;

/**
 * The audit as files of any length: a page is read when the one before it has left, and recorded before its first byte leaves. A fault
 * on the way breaks the connection off, so that no file looks complete that isn't.
 */
@Injectable()
export class AuditExport {
  /** Entries or events that are held at a time. */
  pageSize = 500;

  constructor(private readonly entries: AuditReading, private readonly chained: ChainsReading) {}

  async csv(by: Asker, query: AuditQueryDto): Promise<StreamableFile> {
    const pages = this.entries.pages(by, query, this.pageSize, mostRows);
    // The first page before the answer begins: where it can't be read or recorded the answer is a 503.
    const first = await pages.next();
    return new StreamableFile(Readable.from(csvTexts(first.done === true ? [] : first.value, pages)), { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="audit.csv"' });
  }

  /** Chains as NDJSON: events in order, each stream's head, an end line; what `consilium audit verify --file` and the browser check. */
  async chains(by: Asker, caseId: string | null): Promise<StreamableFile> {
    const heads = await this.chained.heads(by, caseId);
    return new StreamableFile(Readable.from(chainTexts(this.chained.pages(by, heads, this.pageSize), heads)), { type: 'application/x-ndjson', disposition: `attachment; filename="${caseId === null ? 'audit' : `case-${caseId}`}.ndjson"` });
  }
}

/** A spreadsheet takes a file without the mark for its own code page and spoils every name. */
async function* csvTexts(first: readonly AuditEntryDto[], more: AsyncIterable<readonly AuditEntryDto[]>): AsyncGenerator<string> {
  yield `\ufeff${head.map(cell).join(',')}\r\n${first.map(line).join('')}`;
  for await (const page of more) yield page.map(line).join('');
}

const head = ['at', 'recordedAt', 'kind', 'type', 'what', 'who', 'process', 'onBehalfOf', 'institution', 'from', 'purpose', 'cases', 'task', 'fields', 'code', 'stream', 'seq', 'hash'] as const;

function line(entry: AuditEntryDto): string {
  const { at, recordedAt, kind, type, what, actor, process, onBehalfOf, institution, from, purpose, cases, task, fields, code, stream, seq, hash } = entry;
  return [at, recordedAt, kind, type, what, actor?.name, process, onBehalfOf?.name, institution?.name, from, purpose, cases.map(({ number, id }) => number ?? id).join(' '), task?.kind, fields, code, stream, String(seq), hash].map(cell).join(',') + '\r\n';
}

/** Quoted, and never a formula: a cell that begins like one is a text. */
export function cell(value: string | null | undefined): string {
  const text = value ?? '';
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
