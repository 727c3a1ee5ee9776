import type { NextFunction, Request, Response } from 'express';
import { refuse } from '#domain';
import { RefusalError } from '../door/refusal-error.js';

/** U+0000 and its kin, U+000B, and halves of surrogate pairs: PostgreSQL or UTF-8 can't keep them (P26, H22). Tab and line ends are text. */
const unstorable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;
/** Deeper than any form; a body nested without end must not end the process. */
const deepest = 30;

interface Found { readonly field: string; readonly position: number }

/** Looks at every text of a body, keys too, before anything else does: named by field and position, nothing half stored. */
export function onlyStorable(request: Request, _response: Response, next: NextFunction): void {
  const found = firstUnstorable(request.body, '', 0) ?? firstUnstorable(request.query, '', 0);
  next(found === null ? undefined : new RefusalError(refuse('TEXT.NOT_STORABLE', { field: found.field, position: found.position }, found.field)));
}

export function firstUnstorable(value: unknown, field: string, depth: number): Found | null {
  if (typeof value === 'string') {
    const position = value.search(unstorable);
    return position < 0 ? null : { field, position };
  }
  if (typeof value !== 'object' || value === null) return null;
  if (depth > deepest) return { field, position: 0 };
  for (const [key, member] of Object.entries(value)) {
    const at = field === '' ? key : `${field}.${key}`;
    const position = key.search(unstorable);
    const found = position < 0 ? firstUnstorable(member, at, depth + 1) : { field, position };
    if (found !== null) return found;
  }
  return null;
}
