import { Injectable, Inject } from '@nestjs/common';
import { keyColumn, writeCursor, beforeKey } from '#persistence';
import { CLOCK, type Clock } from '../door/tokens.js';
import type { Asker } from '../http/request.js';
import { Directories } from '../reading/directory.js';
import { Names } from '../reading/names.js';
import { cut, keyOf, pageSize } from '../reading/page.js';
import { Reader } from '../reading/reader.js';
import { conditionsOf, filtersOf } from './filters.js';
import type { NumbersCasesDto, NumbersCasesQueryDto } from './numbers.dto.js';

/** One case of the page; all of it null where there is none. */
interface Row { open: number; id: string | null; number: string; tumor_type: string; urgency: string; hospital_id: string; at: string; ms: number | null; key_at: string }

/** Behind a bar: its cases, those that the reader may open anyway and no others; newest first. */
@Injectable()
export class NumbersCasesReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories, @Inject(CLOCK) private readonly clock: Clock) {}

  cases(by: Asker, query: NumbersCasesQueryDto): Promise<NumbersCasesDto> {
    return this.reader.ofCases(by, 'numbersCases', 'list', async (rows) => {
      const conditions = conditionsOf(filtersOf(query), this.clock()).and('f.figure = ?', query.figure).and('f.part = ?', query.part ?? '').and('f.code = ?', query.code);
      const [size, key] = [pageSize(query.limit), keyOf(query.after)];
      const after = key === null ? '' : `where ${beforeKey('at', 'id', conditions.values.length + 1)}`;
      // Which cases somebody may open is asked once, for the count and the page together: it is most of the work.
      const found = await rows.query<Row>(`
        with seen as materialized (select c.id, c.number, f.tumor_type, f.urgency, f.hospital_id, f.at, f.value_ms as ms
          from (select f.case_id, f.at, f.value_ms, f.tumor_type, f.urgency, f.hospital_id from numbers_fact f where f.case_id is not null and ${conditions.where}) f join case_row c on c.id = f.case_id)
        select counted.open, page.* from (select count(*)::int as open from seen) counted
        left join lateral (select seen.*, ${keyColumn('at')} as key_at from seen ${after} order by at desc, id desc limit ${size + 1}) page on true order by page.at desc, page.id desc`,
      key === null ? conditions.values : [...conditions.values, key.at, key.id]);
      const { page, more } = cut(found.filter((row): row is Row & { id: string } => row.id !== null), size);
      const names = new Names(await this.directories.at(rows), by.language);
      const last = page.at(-1);
      const items = page.map(({ id, number, tumor_type: tumorType, urgency, hospital_id: hospital, at, ms }) => ({ id, number, tumorType, urgency, hospital: names.institution(hospital), at, ms }));
      return { answer: { items, open: found[0]?.open ?? 0, next: more && last ? writeCursor({ at: last.key_at, id: last.id }) : null }, caseIds: page.map(({ id }) => id) };
    });
  }
}
