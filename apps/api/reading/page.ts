import { refuse } from '#domain';
import { readCursor, type PageKey } from '#persistence';
import { RefusalError } from '../door/refusal-error.js';

/** Size of a page: as asked for, within bounds. */
export function pageSize(asked: string | number | undefined, usual = 50, most = 200): number {
  const wanted = Number(asked ?? usual);
  return Number.isInteger(wanted) && wanted > 0 ? Math.min(wanted, most) : usual;
}

/** The key in a cursor; what is none is refused, never taken for the first page. */
export function keyOf(after: string | undefined): PageKey | null {
  if (after === undefined) return null;
  const key = readCursor(after);
  if (key === null) throw new RefusalError(refuse('INPUT.CURSOR', {}, 'after'));
  return key;
}

/** One row more than the page was asked for: whether there is a next page, without counting. */
export function cut<T>(rows: readonly T[], size: number): { readonly page: readonly T[]; readonly more: boolean } {
  return { page: rows.slice(0, size), more: rows.length > size };
}
