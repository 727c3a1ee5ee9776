import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { Role } from '#domain';
import { ProblemDto } from './problem.dto.js';

/**
 * What a route is, said on each of them; a route without it fails a test and is refused by the guard.
 * Roles name who may come this far; relationship to the case is asked by `mayDo` and by row-level security.
 */
export type RouteAccess =
  /** Signed in or not: health, sign-in, the pages' own description. */
  | { readonly who: 'anyone'; readonly does: 'read' | 'signIn' }
  | { readonly who: 'signedIn'; readonly does: 'read'; readonly shows: 'nothing' | 'aggregate' | 'list' | 'identity' | 'clinical' | 'audit'; readonly roles: readonly Role[] | 'any' }
  | { readonly who: 'signedIn'; readonly does: 'change'; readonly roles: readonly Role[] | 'any' };

export const accessKey = 'consilium:access';
export const Access = (access: RouteAccess): MethodDecorator => SetMetadata(accessKey, access);

const problem = (status: number, description: string) =>
  ApiResponse({ status, description, type: ProblemDto });

/** A GET (or a question by POST body). Recorded in the reader's access chain wherever it shows a patient's data. */
export const Reads = (shows: 'nothing' | 'aggregate' | 'list' | 'identity' | 'clinical' | 'audit', roles: readonly Role[] | 'any' = 'any') => applyDecorators(
  Access({ who: 'signedIn', does: 'read', shows, roles }), HttpCode(200),
  problem(401, 'Signed out'), problem(404, 'Not there, or not open to the reader: the two answer alike'),
);

/** A change: needs `Idempotency-Key` and `X-CSRF-Token`. */
export const Changes = (roles: readonly Role[] | 'any' = 'any') => applyDecorators(
  Access({ who: 'signedIn', does: 'change', roles }), HttpCode(200),
  ApiHeader({ name: 'Idempotency-Key', required: true, description: 'UUID of this change; the same again gets the same answer', schema: { type: 'string', format: 'uuid' } }),
  ApiHeader({ name: 'X-CSRF-Token', required: true, description: '`csrf` of the session', schema: { type: 'string' } }),
  problem(400, 'A field is at fault'), problem(401, 'Signed out'), problem(403, 'Not yours to do, or a fresh sign-in is needed'),
  problem(404, 'Not there, or not open to you'), problem(409, 'The state does not allow it, or somebody was first'), problem(422, 'Refused by a rule, or the key was used with another body'),
);
