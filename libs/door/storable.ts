import { refuse, type Refusal } from '#domain';

/** U+0000 and its kin can't be kept by PostgreSQL or are never typed on purpose; tab and line ends are. Lone surrogates have no UTF-8. */
const unstorable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;

/** TEXT.NOT_STORABLE with the field's path, for the first text anywhere in the value that can't be kept letter for letter; null where all can. */
export function refuseUnstorable(value: unknown, path = ''): Refusal | null {
  if (typeof value === 'string') return unstorable.test(value) ? refuse('TEXT.NOT_STORABLE', { field: path }, path) : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, member] of Object.entries(value)) {
    const at = path === '' ? key : `${path}.${key}`;
    const found = unstorable.test(key) ? refuse('TEXT.NOT_STORABLE', { field: path }, path) : refuseUnstorable(member, at);
    if (found !== null) return found;
  }
  return null;
}

/** The first refused field of several named parts; a part's name doesn't appear in the field's path. */
export const firstUnstorable = (...parts: readonly unknown[]): Refusal | null =>
  parts.reduce<Refusal | null>((found, part) => found ?? refuseUnstorable(part), null);
