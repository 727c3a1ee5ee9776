import { Injectable } from '@nestjs/common';
import type { BoardDefinition, Calendar, Discipline, DisciplineSubstitute, Leave, Post, Role } from '#domain';
import type { Rows } from './reader.js';

export interface DirectoryPerson {
  readonly id: string; readonly name: string; readonly nameOriginal: string | null; readonly title: string | null; readonly active: boolean; readonly zone: string;
  readonly substituteId: string | null; readonly substitutes: readonly DisciplineSubstitute[]; readonly leave: readonly Leave[]; readonly posts: readonly Post[];
}
export interface DirectoryInstitution { readonly id: string; readonly code: string; readonly name: Readonly<Record<string, string>>; readonly zone: string; readonly country: string; readonly calendarId: string }
export interface DirectoryBoard { readonly id: string; readonly version: number; readonly definition: BoardDefinition }

/** People, institutions, calendars and boards by id: what names in answers are made of. */
export interface Directory {
  readonly people: ReadonlyMap<string, DirectoryPerson>;
  readonly institutions: ReadonlyMap<string, DirectoryInstitution>;
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly boards: ReadonlyMap<string, DirectoryBoard>;
}

interface PersonRow { id: string; name: string; nameOriginal: string | null; title: string | null; active: boolean; zone: string; substituteId: string | null; substitutes: DisciplineSubstitute[]; leave: { from: string; to: string }[]; posts: { institutionId: string; role: Role; discipline: Discipline | null }[] }

const people = `select p.id, p.name, p.name_original as "nameOriginal", p.title, p.active, p.zone, p.substitute_id as "substituteId", p.substitutes, p.leave,
  coalesce((select jsonb_agg(jsonb_build_object('institutionId', o.institution_id, 'role', o.role, 'discipline', o.discipline) order by o.institution_id, o.role) from post o where o.person_id = p.id), '[]') as posts
  from person p order by p.name, p.id`;
const institutions = 'select id, code, name, zone, country, calendar_id as "calendarId" from institution order by code';
const calendars = 'select distinct on (id) definition from calendar order by id, version desc';
const boards = 'select b.id, b.version, v.definition from board b join board_version v on v.board_id = b.id and v.version = b.version';

/** Read once a change of the directory and kept by the process until the next: names cost no statement a page. */
@Injectable()
export class Directories {
  private kept: { readonly version: number; readonly directory: Directory } | null = null;
  private readonly definitions = new Map<string, BoardDefinition>();

  /** `version` is `installation.directory` where the caller's own statement brought it along. */
  async at(rows: Rows, version?: number): Promise<Directory> {
    const now = version ?? (await rows.query<{ directory: number }>('select directory from installation'))[0]?.directory ?? 0;
    if (this.kept?.version !== now) this.kept = { version: now, directory: await load(rows) };
    return this.kept.directory;
  }

  /** A board's definition as a case began on it; a version never changes. */
  async board(rows: Rows, id: string, version: number): Promise<BoardDefinition> {
    const key = `${id}/${version}`;
    const known = this.definitions.get(key);
    if (known) return known;
    const [row] = await rows.query<{ definition: BoardDefinition }>('select definition from board_version where board_id = $1 and version = $2', [id, version]);
    if (!row) throw new Error(`Board ${id} has no version ${version}`);
    this.definitions.set(key, row.definition);
    return row.definition;
  }
}

async function load(rows: Rows): Promise<Directory> {
  const persons = await rows.query<PersonRow>(people);
  const hospitals = await rows.query<DirectoryInstitution>(institutions);
  const definitions = await rows.query<{ definition: Calendar }>(calendars);
  const standing = await rows.query<DirectoryBoard>(boards);
  return {
    people: new Map(persons.map((row) => [row.id, { ...row, leave: row.leave.map(leaveOf) }])),
    institutions: new Map(hospitals.map((row) => [row.id, row])),
    calendars: new Map(definitions.map(({ definition }) => [definition.id, definition])),
    boards: new Map(standing.map((row) => [row.id, row])),
  };
}

/** Leave is planned in whole days, or from one instant to another. */
const leaveOf = ({ from, to }: { from: string; to: string }): Leave =>
  (from.length === 'YYYY-MM-DD'.length ? { kind: 'dates', from, to, label: 'leave' } : { kind: 'instants', from, to, label: 'leave' });
