import { Injectable } from '@nestjs/common';
import { refuse, type Discipline, type DisciplineSubstitute, type Role, type Zone } from '#domain';
import type { Asker } from '../http/request.js';
import { Conditions } from '../reading/conditions.js';
import { Directories } from '../reading/directory.js';
import { Mays, probe } from '../reading/may.js';
import { Names } from '../reading/names.js';
import { pageSize } from '../reading/page.js';
import { Reader, type Rows } from '../reading/reader.js';
import { RefusalError } from '../door/refusal-error.js';
import type { PeopleQueryDto, PersonDto, PersonPageDto } from './people.dto.js';

interface Row { id: string; name: string; name_original: string | null; title: string | null; email: string; phone: string | null; language: string; zone: string; active: boolean; substitute_id: string | null; substitutes: DisciplineSubstitute[]; leave: { from: string; to: string }[]; version: number; mail_refused_at: string | null; posts: { institutionId: string; role: Role; discipline: Discipline | null }[] }
const columns = `p.id, p.name, p.name_original, p.title, p.email, p.phone, p.language, p.zone, p.active, p.substitute_id, p.substitutes, p.leave, p.version, p.mail_refused_at,
  coalesce((select jsonb_agg(jsonb_build_object('institutionId', o.institution_id, 'role', o.role, 'discipline', o.discipline) order by o.role) from post o where o.person_id = p.id), '[]') as posts`;

/** The directory of staff: by name, paged by (name, id). */
@Injectable()
export class PeopleReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories, private readonly mays: Mays) {}

  page(by: Asker, query: PeopleQueryDto): Promise<PersonPageDto> {
    return this.reader.plain(by, async (rows) => {
      const size = pageSize(query.limit, 100);
      const conditions = new Conditions();
      if (query.disabled !== 'true') conditions.and('p.active');
      if (query.institutionId ?? query.role ?? query.discipline) {
        const post = new Conditions(...conditions.values).and('o.person_id = p.id').when(query.institutionId, 'o.institution_id = ?').when(query.role, 'o.role = ?').when(query.discipline, 'o.discipline = ?');
        conditions.values.splice(0, conditions.values.length, ...post.values);
        conditions.and(`exists (select 1 from post o where ${post.where})`);
      }
      const after = query.after === undefined ? null : readNameCursor(query.after);
      if (after) conditions.and('(p.name, p.id) > (?, ?::uuid)', after.name, after.id);
      const found = await rows.query<Row>(`select ${columns} from person p where ${conditions.where} order by p.name, p.id limit ${size + 1}`, conditions.values);
      const names = new Names(await this.directories.at(rows), by.language);
      const last = found[size - 1];
      return { items: found.slice(0, size).map((row) => personOf(row, names)), next: found.length > size && last ? writeNameCursor(last) : null };
    });
  }

  async person(by: Asker, personId: string): Promise<PersonDto> {
    const person = await this.reader.plain(by, async (rows) => this.one(rows, by, personId));
    if (!person) throw new RefusalError(refuse('ACCESS.NOT_FOUND', {}));
    const posts = person.posts.map(({ institution, role, discipline }) => ({ institutionId: institution.id, role, discipline }));
    const extra = posts.map((post) => ({ ...post, role: post.role === 'auditor' ? ('scribe' as const) : ('auditor' as const) })).slice(0, 1);
    return { ...person, may: await this.mays.of(by, personId, [probe('changePosts', { posts: [...posts, ...extra] }), probe('nameSubstitute', { substituteId: null }), probe('planLeave', { leave: [] }), probe('disablePerson', {}), probe('enablePerson', {})]) };
  }

  /** By whose clock a person's leave is entered. */
  async zoneOf(by: Asker, personId: string): Promise<Zone> {
    const found = await this.reader.plain(by, async (rows) => (await this.directories.at(rows)).people.get(personId));
    if (!found) throw new RefusalError(refuse('ACCESS.NOT_FOUND', {}));
    return found.zone;
  }

  private async one(rows: Rows, by: Asker, personId: string): Promise<PersonDto | null> {
    const [row] = await rows.query<Row>(`select ${columns} from person p where p.id = $1`, [personId]);
    return row ? personOf(row, new Names(await this.directories.at(rows), by.language)) : null;
  }
}

const personOf = (row: Row, names: Names): PersonDto => ({
  id: row.id, name: row.name, nameOriginal: row.name_original, title: row.title, email: row.email, phone: row.phone, language: row.language, zone: row.zone, active: row.active,
  posts: row.posts.map(({ institutionId, role, discipline }) => ({ institution: names.institution(institutionId), role, discipline })), substitute: names.maybe(row.substitute_id),
  substitutes: row.substitutes.map(({ discipline, personId }) => ({ discipline, person: names.person(personId) })),
  leave: row.leave.map(({ from, to }) => ({ from, to })), mailRefusedAt: row.mail_refused_at, version: row.version, may: [],
});

const writeNameCursor = ({ name, id }: Pick<Row, 'name' | 'id'>): string => Buffer.from(JSON.stringify([name, id])).toString('base64url');
function readNameCursor(cursor: string): { name: string; id: string } {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(read) && typeof read[0] === 'string' && typeof read[1] === 'string') return { name: read[0], id: read[1] };
  } catch { /* the same answer as for what is no cursor */ }
  throw new RefusalError(refuse('INPUT.CURSOR', {}, 'after'));
}
