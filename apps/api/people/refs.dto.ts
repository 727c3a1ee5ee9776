import type { Discipline, Role } from '#domain';

/** A person by name. */
export class PersonRefDto {
  id!: string;
  name!: string;
  nameOriginal!: string | null;
  title!: string | null;
}

/** An institution by name in the reader's language. */
export class InstitutionRefDto {
  id!: string;
  code!: string;
  name!: string;
  zone!: string;
}

export class BoardRefDto {
  id!: string;
  name!: string;
}

/** A pool: whoever holds this post may claim. */
export class PoolDto {
  institution!: InstitutionRefDto;
  role!: Role;
  discipline!: Discipline | null;
}

/** Clinical words, with who wrote them and in which language. */
export class TextDto {
  id!: string;
  /** null once erased. */
  text!: string | null;
  language!: string | null;
  author!: PersonRefDto | null;
  at!: string;
}
