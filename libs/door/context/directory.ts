import { allNamed, dateAt, type BoardDefinition, type Calendar, type DisciplineSubstitute, type Instant, type Leave, type NotificationSettings, type People, type PersonSummary, type Post } from '#domain';
import type { Tx } from '../transaction.js';

export interface PersonEntry { readonly id: string; readonly name: string; readonly active: boolean; readonly zone: string; readonly substituteId: string | null; readonly substitutes: readonly DisciplineSubstitute[]; readonly leave: readonly Leave[]; readonly posts: readonly Post[]; readonly notifications?: NotificationSettings }
export interface InstitutionEntry { readonly id: string; readonly zone: string; readonly calendarId: string }
/** People, posts, institutions, calendars and boards as they stand: read once a change, kept by the process until the next. */
export interface Directory {
  readonly people: ReadonlyMap<string, PersonEntry>;
  readonly institutions: ReadonlyMap<string, InstitutionEntry>;
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly boardVersions: ReadonlyMap<string, number>;
}

interface PersonRow { id: string; name: string; active: boolean; zone: string; substitute_id: string | null; substitutes: DisciplineSubstitute[]; leave: { from: string; to: string }[]; posts: Post[]; notification_settings: NotificationSettings | null }

const people = `
  select p.id, p.name, p.active, p.zone, p.substitute_id, p.substitutes, p.leave, p.notification_settings,
    coalesce((select jsonb_agg(jsonb_build_object('institutionId', o.institution_id, 'role', o.role, 'discipline', o.discipline) order by o.institution_id, o.role) from post o where o.person_id = p.id), '[]') as posts
  from person p order by p.name, p.id`;
const calendars = 'select distinct on (id) id, definition from calendar order by id, version desc';

/** Keeps the directory and board definitions of a process. A definition's version never changes, so it is kept for good. */
export class DirectoryCache {
  private kept: { readonly version: number; readonly directory: Directory } | null = null;
  private readonly definitions = new Map<string, BoardDefinition>();

  /** `version` is `installation.directory` as this transaction read it. */
  async at(tx: Tx, version: number): Promise<Directory> {
    if (this.kept?.version !== version) this.kept = { version, directory: await load(tx) };
    return this.kept.directory;
  }

  /** A board's definition; throws where there is no such version: a case never outlives its board's versions. */
  async board(tx: Tx, id: string, version: number): Promise<BoardDefinition> {
    const key = `${id}/${version}`;
    const known = this.definitions.get(key);
    if (known !== undefined) return known;
    const [row] = await tx.query<{ definition: BoardDefinition }[]>('select definition from board_version where board_id = $1 and version = $2', [id, version]);
    if (row === undefined) throw new Error(`Board ${id} has no version ${version}`);
    this.definitions.set(key, row.definition);
    return row.definition;
  }
}

async function load(tx: Tx): Promise<Directory> {
  const persons = await tx.query<PersonRow[]>(people);
  const institutions = await tx.query<InstitutionEntry[]>('select id, zone, calendar_id as "calendarId" from institution');
  const rows = await tx.query<{ id: string; definition: Calendar }[]>(calendars);
  const boards = await tx.query<{ id: string; version: number }[]>('select id, version from board');
  return {
    people: new Map(persons.map((row) => [row.id, { id: row.id, name: row.name, active: row.active, zone: row.zone, substituteId: row.substitute_id, substitutes: row.substitutes, leave: row.leave.map(leaveOf), posts: row.posts, ...(row.notification_settings === null ? {} : { notifications: row.notification_settings }) }])),
    institutions: new Map(institutions.map((row) => [row.id, row])),
    calendars: new Map(rows.map((row) => [row.id, row.definition])),
    boardVersions: new Map(boards.map((row) => [row.id, row.version])),
  };
}

/** Leave is planned in whole days, or from one instant to another. */
const leaveOf = ({ from, to }: { from: string; to: string }): Leave =>
  (from.length === 'YYYY-MM-DD'.length ? { kind: 'dates', from, to, label: 'leave' } : { kind: 'instants', from, to, label: 'leave' });

/** People as decisions ask for them, with who is away at this moment. */
export function peopleAt(directory: Directory, now: Instant): People {
  const summary = (person: PersonEntry): PersonSummary => ({
    id: person.id, name: person.name, posts: person.posts, active: person.active, substituteId: person.substituteId, substitutes: person.substitutes,
    ...(person.notifications === undefined ? {} : { notifications: person.notifications }),
    away: person.leave.some((leave) => isOn(leave, now, person.zone)),
  });
  return {
    byId: (id) => {
      const person = directory.people.get(id);
      return person === undefined ? null : summary(person);
    },
    holding: (role, institutionId, discipline) => [...directory.people.values()]
      .filter(({ posts }) => posts.some((post) => post.role === role && post.institutionId === institutionId && (discipline === undefined || post.discipline === discipline)))
      .map(summary),
    holdingAnywhere: (role) => [...directory.people.values()].filter(({ posts }) => posts.some((post) => post.role === role)).map(summary),
    whoNamed: (personId) => [...directory.people.values()].filter((person) => allNamed(person).includes(personId)).map(summary),
  };
}

function isOn(leave: Leave, now: Instant, zone: string): boolean {
  if (leave.kind === 'instants') return leave.from <= now && now < leave.to;
  const today = dateAt(now, zone);
  return leave.from <= today && today <= leave.to;
}
