import { Injectable } from '@nestjs/common';
import { searchQuery } from '#persistence';
import type { Asker } from '../http/request.js';
import { patientNameColumns, patientNameOf, type PatientNameRow } from '../patients/patient-of.js';
import { Directories } from '../reading/directory.js';
import { Names } from '../reading/names.js';
import { Reader, type Rows } from '../reading/reader.js';
import type { SearchDto, SearchHitDto, SearchResultDto } from './search.dto.js';

interface CaseRow extends PatientNameRow { id: string; number: string; tumor_type: string }

/** Ctrl-K: within what the reader may see; what was shown is on record like any other list. */
@Injectable()
export class SearchReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories) {}

  find(by: Asker, { text, limit = 12 }: SearchDto): Promise<SearchResultDto> {
    return this.reader.ofCases(by, 'search', 'identity', async (rows) => {
      const typed = text.trim();
      if (typed === '') return { answer: { hits: [], more: false }, caseIds: [] };
      const cases = await this.cases(rows, typed, limit + 1);
      const meetings = await rows.query<{ id: string; number: string }>(`select id, number from meeting_row where number ilike $1 order by starts_at desc limit 5`, [`${likeText(typed)}%`]);
      const names = new Names(await this.directories.at(rows), by.language);
      const hits: SearchHitDto[] = [
        ...cases.slice(0, limit).map((row): SearchHitDto => ({ kind: 'case', id: row.id, label: row.number, patient: patientNameOf(row), detail: row.tumor_type })),
        ...meetings.map(({ id, number }): SearchHitDto => ({ kind: 'meeting', id, label: number, patient: null, detail: null })), ...people(names, typed),
      ];
      return { answer: { hits: hits.slice(0, limit), more: cases.length > limit || hits.length > limit }, caseIds: cases.slice(0, limit).map(({ id }) => id) };
    });
  }

  private cases(rows: Rows, typed: string, limit: number): Promise<CaseRow[]> {
    return rows.query<CaseRow>(`select c.id, c.number, c.tumor_type, c.patient_id, ${patientNameColumns} from case_row c left join patient p on p.id = c.patient_id
      where c.number ilike $1 or p.identifier = $2 or ($3::text is not null and to_tsvector('simple', p.search) @@ to_tsquery('simple', $3))
      order by (c.column_stage = 'closed'), c.updated_at desc, c.id limit $4`, [`%${likeText(typed)}%`, typed, searchQuery(typed), limit]);
  }
}

/** A person's own percent sign is a percent sign. */
const likeText = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

function people(names: Names, typed: string): SearchHitDto[] {
  const wanted = typed.toLocaleLowerCase();
  return [...names.directory.people.values()].filter((person) => person.active && `${person.name} ${person.nameOriginal ?? ''}`.toLocaleLowerCase().includes(wanted)).slice(0, 5)
    .map((person) => ({ kind: 'person', id: person.id, label: person.name, patient: null, detail: person.title }));
}
