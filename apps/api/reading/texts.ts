import type { Instant } from '#domain';
import type { TextDto } from '../people/refs.dto.js';
import type { Names } from './names.js';
import type { Rows } from './reader.js';

interface TextRow { id: string; field: string; body: string | null; author: string; language: string | null; at: Instant; erased_at: Instant | null }

/** All clinical words of a case by id, with who wrote them. */
export async function textsOf(rows: Rows, caseId: string, names: Names): Promise<Texts> {
  const found = await rows.query<TextRow>('select id, field, body, author, language, at, erased_at from text_row where case_id = $1 order by at, id', [caseId]);
  return new Texts(found, names);
}

export class Texts {
  private readonly byId: ReadonlyMap<string, TextRow>;
  constructor(private readonly rows: readonly TextRow[], private readonly names: Names) {
    this.byId = new Map(rows.map((row) => [row.id, row]));
  }
  get(id: string | null | undefined): TextDto | null {
    const row = id ? this.byId.get(id) : undefined;
    return row ? this.shown(row) : null;
  }
  /** The newest text of a field, or the newest that was there at an instant. */
  newest(field: string, until?: Instant): TextDto | null {
    const row = this.rows.filter((text) => text.field === field && (until === undefined || text.at <= until)).at(-1);
    return row ? this.shown(row) : null;
  }
  /** Texts that an event's data name by id, at any depth. */
  namedIn(data: unknown): TextDto[] {
    if (typeof data === 'string') { const one = this.get(data); return one ? [one] : []; }
    if (typeof data !== 'object' || data === null) return [];
    return Object.values(data).flatMap((value: unknown) => this.namedIn(value));
  }
  private shown({ id, body, language, author, at, erased_at }: TextRow): TextDto {
    return { id, text: erased_at === null ? body : null, language, author: this.names.maybe(author), at };
  }
}
