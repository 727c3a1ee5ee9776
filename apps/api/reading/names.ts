import type { Discipline, Role } from '#domain';
import type { BoardRefDto, InstitutionRefDto, PersonRefDto, PoolDto } from '../people/refs.dto.js';
import type { Directory } from './directory.js';

/** In the reader's language, else English, else whatever there is. */
export const inLanguage = (name: Readonly<Record<string, string>>, language: string): string => name[language] ?? name['en'] ?? Object.values(name)[0] ?? '';

/** Ids turned into what people read. */
export class Names {
  constructor(readonly directory: Directory, readonly language: string) {}

  /** A person who isn't in the directory any more is still somebody: the id stands for the name. */
  person(id: string): PersonRefDto {
    const found = this.directory.people.get(id);
    return { id, name: found?.name ?? id.slice(0, 8), nameOriginal: found?.nameOriginal ?? null, title: found?.title ?? null };
  }
  maybe(id: string | null | undefined): PersonRefDto | null {
    return id === null || id === undefined || !this.directory.people.has(id) ? null : this.person(id);
  }
  institution(id: string): InstitutionRefDto {
    const found = this.directory.institutions.get(id);
    return { id, code: found?.code ?? '', name: found ? inLanguage(found.name, this.language) : '', zone: found?.zone ?? 'UTC' };
  }
  board(id: string): BoardRefDto {
    const found = this.directory.boards.get(id);
    return { id, name: found ? inLanguage(found.definition.name, this.language) : '' };
  }
  /** Zone of a board's sittings, by whose dates waiting times are counted. */
  boardZone(id: string): string {
    return this.directory.boards.get(id)?.definition.series.zone ?? 'UTC';
  }
  pool(institutionId: string, role: Role, discipline: Discipline | null): PoolDto {
    return { institution: this.institution(institutionId), role, discipline };
  }
}
