import { Injectable } from '@nestjs/common';
import { stages } from '#domain';
import { afterKey, dated, writeCursor } from '#persistence';
import { Outlooks } from '../forecast/outlooks.js';
import type { Asker } from '../http/request.js';
import { Conditions } from '../reading/conditions.js';
import { Directories } from '../reading/directory.js';
import { Names } from '../reading/names.js';
import { cut, keyOf, pageSize } from '../reading/page.js';
import { Reader, type Rows } from '../reading/reader.js';
import type { CaseBoardDto, CaseFacetsDto, CasePageDto } from './card.dto.js';
import { cardColumns, cardFrom, type CardRow } from './card-rows.js';
import { cardOf } from './card-of.js';
import type { CaseFilterDto, CasePageQueryDto } from './case-list.dto.js';

const columns = ['draft', ...stages, 'closed'] as const;
const cardsAColumn = 60;
interface Counted extends CardRow { in_column: number; late_in_column: number }

/** The case board and its table: the same filters, the same cards. */
@Injectable()
export class CaseBoardReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories, private readonly outlooks: Outlooks) {}

  columns(by: Asker, filter: CaseFilterDto): Promise<CaseBoardDto> {
    return this.reader.ofCases(by, 'caseBoard', 'list', async (rows) => {
      const { where, values } = conditionsOf(filter);
      const found = await rows.query<Counted>(`
        select ${cardColumns}, c.in_column, c.late_in_column from (
          select c.*, row_number() over (partition by column_stage order by ${dated('due_at')}, id) as place,
            count(*) over (partition by column_stage) as in_column, count(*) filter (where due_at < clock_timestamp()) over (partition by column_stage) as late_in_column
          from case_row c where ${where}) c left join patient p on p.id = c.patient_id
        where c.place <= ${cardsAColumn} order by ${dated('c.due_at')}, c.id`, values);
      const names = new Names(await this.directories.at(rows), by.language);
      const outlook = await this.outlooks.at(rows, names.directory);
      const shown = columns.filter((column) => column !== 'closed' || filter.closed === 'true').map((column) => {
        const own = found.filter((row) => row.column_stage === column);
        const [last, count] = [own.at(-1), own[0]?.in_column ?? 0];
        return { column, count, late: own[0]?.late_in_column ?? 0, cards: own.map((row) => cardOf(row, names, outlook)), next: last && own.length < count ? writeCursor({ at: last.key_at, id: last.id }) : null };
      });
      return { answer: { columns: shown, filters: await facets(rows, names) }, caseIds: found.map(({ id }) => id) };
    });
  }

  page(by: Asker, query: CasePageQueryDto): Promise<CasePageDto> {
    return this.reader.ofCases(by, 'casePage', 'list', async (rows) => {
      const size = pageSize(query.limit);
      const key = keyOf(query.after);
      const conditions = conditionsOf(query);
      const [counted] = await rows.query<{ total: number }>(`select count(*) as total from case_row c where ${conditions.where}`, conditions.values);
      if (key) conditions.and(afterKey('c.due_at', 'c.id', conditions.values.length + 1)).values.push(key.at, key.id);
      const found = await rows.query<CardRow>(`select ${cardColumns} from ${cardFrom} where ${conditions.where} order by ${dated('c.due_at')}, c.id limit ${size + 1}`, conditions.values);
      const names = new Names(await this.directories.at(rows), by.language);
      const outlook = await this.outlooks.at(rows, names.directory);
      const { page, more } = cut(found, size);
      const last = page.at(-1);
      const items = page.map((row) => cardOf(row, names, outlook));
      return { answer: { items, total: counted?.total ?? 0, next: more && last ? writeCursor({ at: last.key_at, id: last.id }) : null }, caseIds: page.map(({ id }) => id) };
    });
  }
}

function conditionsOf(filter: CaseFilterDto): Conditions {
  const conditions = new Conditions();
  conditions.when(filter.boardId, 'c.board_id = ?').when(filter.column, 'c.column_stage = ?').when(filter.tumorType, 'c.tumor_type = ?').when(filter.urgency, 'c.urgency = ?')
    .when(filter.status, 'c.status = ?').when(filter.originId, 'c.origin_institution_id = ?').when(filter.meetingId, 'c.meeting_id = ?')
    .when(filter.ownerId, `exists (select 1 from task_row t where t.case_id = c.id and t.owner_id = ? and t.status in ('created', 'ready', 'inProgress'))`);
  if (filter.late === 'true') conditions.and('c.due_at < clock_timestamp()');
  const waitingAt = { amber: 'c.waiting_amber_at', red: 'c.waiting_red_at', breached: 'c.waiting_breach_at' }[filter.waiting ?? ''];
  if (waitingAt !== undefined) conditions.and(`${waitingAt} <= clock_timestamp()`);
  if (filter.closed !== 'true' && filter.column !== 'closed') conditions.and(`c.column_stage <> 'closed'`);
  return conditions;
}

interface Facet { boards: string[] | null; tumor_types: string[] | null; origins: string[] | null; owners: string[] | null }

async function facets(rows: Rows, names: Names): Promise<CaseFacetsDto> {
  const [row] = await rows.query<Facet>(`select array_agg(distinct board_id::text) as boards, array_agg(distinct tumor_type) as tumor_types, array_agg(distinct origin_institution_id::text) as origins,
    (select array_agg(distinct owner_id::text) from task_row where owner_id is not null and status in ('created', 'ready', 'inProgress')) as owners from case_row where column_stage <> 'closed'`);
  return {
    boards: (row?.boards ?? []).map((id) => names.board(id)), tumorTypes: row?.tumor_types ?? [], origins: (row?.origins ?? []).map((id) => names.institution(id)),
    owners: (row?.owners ?? []).map((id) => names.person(id)).sort((a, b) => a.name.localeCompare(b.name)),
  };
}
