import { HttpException } from '@nestjs/common';
import { ProviderUnreachable } from '#access';
import { RefusalError } from '../door/refusal-error.js';
import { FieldsError } from '../http/validation.js';
import type { Trouble } from './problem.js';

/** What went wrong, of anything that was thrown; null for a fault of ours, which is logged and answered without its words. */
export function troubleOf(error: unknown): Trouble | null {
  if (error instanceof RefusalError) return { code: error.refusal.code, facts: { ...error.refusal.facts, ...error.names }, field: error.refusal.field };
  if (error instanceof FieldsError) return { code: 'INPUT.FIELDS', errors: error.errors, field: error.errors[0]?.field, facts: { fields: error.errors.map(({ field }) => field) } };
  if (error instanceof ProviderUnreachable) return { code: 'SERVICE.SIGN_IN_DOWN' };
  if (databaseIsDown(error)) return { code: 'SERVICE.DATABASE_DOWN' };
  const status = statusFrom(error);
  if (status === 413) return { code: 'INPUT.TOO_LARGE' };
  if (status === 404) return { code: 'ACCESS.NOT_FOUND' };
  if (status !== null && status >= 400 && status < 500) return { code: 'INPUT.NOT_READABLE', status };
  return null;
}

/** Status of Nest's own exceptions and of the body parser's errors. */
function statusFrom(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const status: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'status') : null;
  return typeof status === 'number' ? status : null;
}

/** Nobody listens, it is starting or stopping, it is out of connections, or it refuses us a right that migrations give (P32 c). */
const down = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|57P0[123]|53300|08\w{3}|42501|57014)$/;
/** TypeORM gives a connection back by itself once it is lost in the middle of a transaction; whatever asks on it next is told "released". */
const downWords = /Connection terminated|Query read timeout|Query runner already released|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after calling end|DataSource is not initialized|not yet established|Driver not Connected|not yet initialized/i;

export function databaseIsDown(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, message, driverError, errors, cause }: { code?: unknown; message?: unknown; driverError?: unknown; errors?: unknown; cause?: unknown } = error;
  if (typeof code === 'string' && down.test(code)) return true;
  if (typeof message === 'string' && downWords.test(message)) return true;
  if (Array.isArray(errors) && errors.some(databaseIsDown)) return true;
  return (driverError !== error && databaseIsDown(driverError)) || databaseIsDown(cause);
}
