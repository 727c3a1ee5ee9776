import { statusOfRefusal } from '#domain';

/** Codes of the api itself: what is refused before the domain is asked. */
const own: Readonly<Record<string, number>> = {
  'ACCESS.SIGNED_OUT': 401,
  'ACCESS.ROLE_NEEDED': 403,
  'ACCESS.CSRF': 403,
  'ACCESS.OTHER_PERSON': 409,
  'INPUT.NOT_READABLE': 400,
  'INPUT.FIELDS': 400,
  'INPUT.CURSOR': 400,
  'INPUT.KEY_MISSING': 400,
  'INPUT.FILE_MISSING': 400,
  'INPUT.TOO_LARGE': 413,
  'INPUT.TOO_MANY': 429,
  'SETUP.DONE': 409,
  'SETUP.SIGN_IN_FIRST': 401,
  'SERVICE.DATABASE_DOWN': 503,
  'SERVICE.SIGN_IN_DOWN': 503,
  'SERVICE.FAULT': 500,
};

/** The HTTP status of a code; the domain's table says that of its own. A file is refused for what it is: 422, or 413 for its size. */
export function statusOf(code: string): number {
  if (code === 'FILE.TOO_LARGE') return 413;
  return own[code] ?? (code.startsWith('FILE.') ? 422 : statusOfRefusal(code));
}
export const ownCodes = Object.keys(own);
