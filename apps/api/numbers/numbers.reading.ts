import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { fewest, figureNames, figures, told, type CountedRow, type FigureDefinition, type SetFilter } from '#domain';
import { readOn } from '#door';
import { CLOCK, DOOR_SOURCE, type Clock } from '../door/tokens.js';
import type { Asker } from '../http/request.js';
import { Directories } from '../reading/directory.js';
import { Names } from '../reading/names.js';
import { Reader, type Rows } from '../reading/reader.js';
import { columnOf, conditionsOf, filtersOf, matches } from './filters.js';
import type { BarDto, FigureDto, NumbersDto, NumbersFacetsDto, NumbersFilterDto, PartDto, TimesDto } from './numbers.dto.js';

interface Row extends CountedRow { readonly figure: string; readonly part: string }
interface Times { readonly figure: string; readonly part: string; readonly code: string; readonly median: number | null; readonly p90: number | null; readonly worked_median: number | null; readonly worked_p90: number | null }

/** The numbers of the boards that the reader answers for: of no patient, and on record as read. */
@Injectable()
export class NumbersReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories, @Inject(DOOR_SOURCE) private readonly door: DataSource, @Inject(CLOCK) private readonly clock: Clock) {}

  async numbers(by: Asker, query: NumbersFilterDto): Promise<NumbersDto> {
    await readOn(this.door);
    const asOf = this.clock();
    const filters = filtersOf(query);
    return this.reader.ofNumbers(by, 'numbers', async (rows) => {
      const counted = grouped(await counts(rows, filters, asOf));
      const times = new Map((await timesOf(rows, filters, asOf)).map((row) => [`${row.figure}/${row.part}/${row.code}`, row]));
      return { asOf, fewest, figures: figures.map((figure) => figureOf(figure, filters, counted, times)), facets: await this.facets(by, rows) };
    });
  }

  private async facets(by: Asker, rows: Rows): Promise<NumbersFacetsDto> {
    const names = new Names(await this.directories.at(rows), by.language);
    const boards = (await rows.query<{ id: string }>('select numbers_boards() as id')).flatMap(({ id }) => names.directory.boards.get(id) ?? []);
    const [months] = await rows.query<{ first: string | null; last: string | null }>(`select to_char(min(month), 'YYYY-MM') as first, to_char(max(month), 'YYYY-MM') as last from numbers_cell where month <= ($1::timestamptz at time zone 'UTC')::date`, [this.clock()]);
    const hospitals = new Set(boards.flatMap(({ definition }) => [definition.hostInstitutionId, ...definition.partnerInstitutionIds]));
    return {
      boards: boards.map(({ id }) => names.board(id)).sort((a, b) => a.name.localeCompare(b.name)), hospitals: [...hospitals].map((id) => names.institution(id)).sort((a, b) => a.name.localeCompare(b.name)),
      tumorTypes: [...new Set(boards.flatMap(({ definition }) => definition.tumorTypes.map(({ code }) => code)))].sort(), firstMonth: months?.first ?? null, lastMonth: months?.last ?? null,
    };
  }
}

/** One pass over the cells: grouped by each filter that is set, with which of them a cell matches. Where a month still has facts to come, those that have come about are counted. */
function counts(rows: Rows, filters: readonly SetFilter[], now: string): Promise<Row[]> {
  const bits = filters.map(({ name }, place) => `case when ${matches(name, `$${place + 3}`)} then ${1 << place} else 0 end`).join(' + ');
  const columns = ['figure', 'part', 'code', `${bits === '' ? '0' : bits} as bits`, ...filters.map(({ name }, place) => `${columnOf(name)} as f${place}`)].join(', ');
  const groups = filters.map((_, place) => `(f${place})`).join(', ');
  const filter = filters.map(({ name }, place) => `when grouping(f${place}) = 0 then '${name}'`).join(' ');
  return rows.query<Row>(`
    with later as materialized (select distinct board_id, figure, month from numbers_cell where upto > $2),
    f as (
      select ${columns}, n from numbers_cell where figure = any ($1) and upto <= $2
      union all select ${columns}, 1 from numbers_fact join later using (board_id, figure, month) where figure = any ($1) and at <= $2)
    select figure, part, code, bits, ${filters.length === 0 ? 'null as filter, null as value' : `case ${filter} end as filter, coalesce(${filters.map((_, place) => `f${place}::text`).join(', ')}) as value`}, sum(n)::int as n
    from f group by figure, part, code, bits${filters.length === 0 ? '' : `, grouping sets (${groups})`}`, [figureNames, now, ...filters.map(({ value }) => value)]);
}

/** The value that really stands there: half of all are not above it, or nine of ten. */
function timesOf(rows: Rows, filters: readonly SetFilter[], now: string): Promise<Times[]> {
  const conditions = conditionsOf(filters, now);
  // both of a column at once: each call sorts all values anew
  const at = (column: string, name: string): string => `percentile_disc(array[0.5, 0.9]) within group (order by ${column}) as ${name}`;
  return rows.query<Times>(`select figure, part, code, clock[1] as median, clock[2] as p90, worked[1] as worked_median, worked[2] as worked_p90 from (
    select figure, part, code, ${at('value_ms', 'clock')}, ${at('worked_ms', 'worked')} from numbers_fact f where figure in ('stageTime', 'minutes') and ${conditions.where} group by figure, part, code) t`, conditions.values);
}

const grouped = (rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> => {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.figure}/${row.part}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, [row]); else known.push(row);
  }
  return found;
};

function figureOf(definition: FigureDefinition, filters: readonly SetFilter[], counted: ReadonlyMap<string, readonly Row[]>, times: ReadonlyMap<string, Times>): FigureDto {
  const { figure, kind, parts, codes, aboutPatients } = definition;
  return { figure, kind, aboutPatients, parts: parts.map((part) => partOf(part, codes, definition, filters, counted.get(`${figure}/${part}`) ?? [], times)) };
}

function partOf(part: string, codes: readonly string[], { figure, aboutPatients, hasWorkingTime }: FigureDefinition, filters: readonly SetFilter[], rows: readonly Row[], times: ReadonlyMap<string, Times>): PartDto {
  const { all, byCode } = told(codes, filters, rows, aboutPatients);
  const bars = codes.map((code): BarDto => {
    const n = byCode.get(code) ?? null;
    const found = n === null || n < fewest ? undefined : times.get(`${figure}/${part}/${code}`);
    return { code, n, clock: timeOf(found?.median, found?.p90), working: hasWorkingTime === true ? timeOf(found?.worked_median, found?.worked_p90) : null };
  });
  return { part, of: all, bars };
}

const timeOf = (median: number | null | undefined, p90: number | null | undefined): TimesDto | null => (median == null || p90 == null ? null : { median: Number(median), p90: Number(p90) });
