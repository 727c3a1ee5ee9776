import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { resolveLanguage } from '#locales';
import { LOGGER } from '../door/tokens.js';
import type { AskedRequest } from '../http/request.js';
import { problemOf } from './problem.js';
import { troubleOf } from './trouble-of.js';

/** Answers everything that was thrown as a problem in the reader's language. Words of a fault of ours stay in the log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<AskedRequest>();
    const response = http.getResponse<Response>();
    const trouble = troubleOf(error) ?? this.fault(error, request);
    if (response.headersSent) { response.destroy(); return; }
    const problem = problemOf({ ...trouble, instance: request.requestId }, readerOf(request));
    if (problem.status === 503) response.setHeader('Retry-After', '5');
    response.status(problem.status).type('application/problem+json').setHeader('Cache-Control', 'no-store');
    response.send(JSON.stringify(problem));
  }

  private fault(error: unknown, request: AskedRequest) {
    // the message of a driver's error may quote a value: only its kind, code and place are logged
    const { name, stack } = error instanceof Error ? error : new Error('not an error');
    const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
    this.log.error({ requestId: request.requestId, error: name, code: typeof code === 'string' ? code : undefined, at: stack?.split('\n').filter((line) => line.trim().startsWith('at ')).slice(0, 12) }, 'fault');
    return { code: 'SERVICE.FAULT' };
  }
}

/** The language asked for by the browser wins over the one in the person's settings: it is what the screen shows. */
export function readerOf(request: AskedRequest): { language: string; zone: string } {
  const wanted = (request.headers['accept-language'] ?? '').split(',').map((part) => part.split(';')[0]?.trim());
  return { language: resolveLanguage([...wanted, request.asker?.language]), zone: request.asker?.zone ?? 'UTC' };
}
