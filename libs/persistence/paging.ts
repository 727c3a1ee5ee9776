/**
 * Pages by key: (instant, id), both in full. A cursor made from milliseconds would lose the rows that share one, since
 * PostgreSQL keeps microseconds; so the instant travels as the text that the database itself made.
 */
export interface PageKey {
  /** As `keyColumn` gives it: microseconds, or `infinity` for a row without date. */
  readonly at: string;
  readonly id: string;
}

/** SQL: a row without date comes last. Order by it and the id, so that the index serves page and order alike. */
export const dated = (column: string): string => `coalesce(${column}, 'infinity'::timestamptz)`;

/** SQL for the cursor's instant of a row, exact to the microsecond. */
export const keyColumn = (column: string): string =>
  `case when isfinite(${dated(column)}) then to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') else 'infinity' end`;

/** Condition "after this key" with parameters $n (instant) and $n+1 (id), for `order by dated(at), id`. */
export const afterKey = (at: string, id: string, n: number): string => `(${dated(at)}, ${id}) > ($${n}::timestamptz, $${n + 1}::uuid)`;
/** The same for `order by dated(at) desc, id desc`. */
export const beforeKey = (at: string, id: string, n: number): string => `(${dated(at)}, ${id}) < ($${n}::timestamptz, $${n + 1}::uuid)`;

/** The cursor as it travels: opaque to the screen. */
export const writeCursor = ({ at, id }: PageKey): string => Buffer.from(JSON.stringify([at, id])).toString('base64url');

/** The key in a cursor; null for what is none, which a route answers with 400. */
export function readCursor(cursor: string): PageKey | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(read)) return null;
    const [at, id] = read as unknown[];
    if (typeof at !== 'string' || typeof id !== 'string') return null;
    return instant.test(at) && uuid.test(id) ? { at, id } : null;
  } catch {
    return null;
  }
}

const instant = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z|infinity)$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
