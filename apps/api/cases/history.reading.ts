import { Injectable } from '@nestjs/common';
import type { CaseState, Instant, Stage } from '#domain';
import { beforeKey, keyColumn, writeCursor } from '#persistence';
import type { Asker } from '../http/request.js';
import { looksLikeId } from '../http/fields.js';
import { caseState } from '../reading/case-state.js';
import { Conditions } from '../reading/conditions.js';
import { Directories } from '../reading/directory.js';
import { Names } from '../reading/names.js';
import { keyOf, pageSize } from '../reading/page.js';
import { Reader } from '../reading/reader.js';
import { textsOf } from '../reading/texts.js';
import { kindOfEvent, typesOfKind } from './history-kinds.js';
import type { HistoryEntryDto, HistoryPageDto, HistoryQueryDto } from './history.dto.js';

export interface EventRow { stream: string; seq: number; type: string; at: Instant; actor: string; on_behalf: string | null; institution: string | null; data: Record<string, unknown> }
interface Row extends EventRow { key_at: string; total: number }
type Texts = Awaited<ReturnType<typeof textsOf>>;

/** An event's place in the case as a page's key: instants may be shared, a stream's positions never are. */
const placeId = (seq: number): string => `00000000-0000-4000-8000-${seq.toString(16).padStart(12, '0')}`;
const place = (column: string): string => `('00000000-0000-4000-8000-' || lpad(to_hex(${column}), 12, '0'))::uuid`;

/** The merged history of a case. */
@Injectable()
export class HistoryReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories) {}

  page(by: Asker, caseId: string, query: HistoryQueryDto): Promise<HistoryPageDto> {
    return this.reader.ofCase(by, 'history', caseId, 'clinical', async (rows) => {
      const state = await caseState(rows, caseId);
      if (!state) return null;
      const size = pageSize(query.limit);
      const conditions = new Conditions(caseId).and('e.case_id = $1');
      if (query.kind) conditions.and('e.type = any (?)', typesOfKind(query.kind));
      const counted = await rows.query<{ total: number }>(`select count(*) as total from event e where ${conditions.where}`, conditions.values);
      const key = keyOf(query.after);
      if (key) conditions.and(beforeKey('e.at', place('e.seq'), conditions.values.length + 1)).values.push(key.at, key.id);
      const found = await rows.query<Row>(`select e.stream, e.seq, e.type, e.at, e.actor, e.on_behalf, e.institution, e.data, ${keyColumn('e.at')} as key_at
        from event e where ${conditions.where} order by e.at desc, e.seq desc limit ${size + 1}`, conditions.values);
      const names = new Names(await this.directories.at(rows), by.language);
      const texts = await textsOf(rows, caseId, names);
      const entries = found.slice(0, size).map((row) => entryOf(row, state, names, texts));
      const last = found[size - 1];
      return { entries, total: counted[0]?.total ?? 0, next: found.length > size && last ? writeCursor({ at: last.key_at, id: placeId(last.seq) }) : null };
    });
  }
}

/** A stored event as people read it. */
export function entryOf(row: EventRow, state: CaseState, names: Names, texts: Texts): HistoryEntryDto {
  const taskId = taskOfData(row.data);
  return {
    stream: row.stream, seq: row.seq, type: row.type, kind: kindOfEvent(row.type), at: row.at, actor: names.maybe(row.actor), process: row.actor.startsWith('process:') ? row.actor.slice('process:'.length) : null,
    onBehalfOf: names.maybe(row.on_behalf), institution: row.institution === null ? null : names.institution(row.institution), stage: stageOf(row.data) ?? (taskId ? (state.tasks[taskId]?.stage ?? null) : null), taskId,
    data: row.data, people: peopleIn(row.data, names), texts: texts.namedIn(row.data),
  };
}

function taskOfData(data: Record<string, unknown>): string | null {
  if (typeof data['taskId'] === 'string') return data['taskId'];
  const task = data['task'];
  const id: unknown = typeof task === 'object' && task !== null ? Reflect.get(task, 'id') : null;
  return typeof id === 'string' ? id : null;
}
function stageOf(data: Record<string, unknown>): Stage | null {
  return typeof data['stage'] === 'string' ? (data['stage'] as Stage) : null;
}

/** People whom the event names anywhere, each once. */
function peopleIn(data: unknown, names: Names) {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string') { if (looksLikeId(value) && names.directory.people.has(value)) found.add(value); return; }
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  look(data);
  return [...found].map((id) => names.person(id));
}
