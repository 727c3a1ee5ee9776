import { randomUUID } from 'node:crypto';
import { pino, type Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { AskedRequest } from './request.js';

/** Logs by allow-list: what isn't named here is never written. No address with its query, no header, no body. */
export const makeLog = (level: string, stream?: { write: (line: string) => void }): Logger =>
  (stream ? pino({ level, base: { process: 'api' } }, stream) : pino({ level, base: { process: 'api' } }));

/** The pattern of the route, never the address itself. */
function routeOf(request: AskedRequest): string {
  const route: unknown = request.route;
  const path: unknown = typeof route === 'object' && route !== null ? Reflect.get(route, 'path') : undefined;
  return typeof path === 'string' ? path : 'other';
}

/** All that is written of a request. */
const answered = (request: AskedRequest, status: number, { responseTime }: { responseTime?: number }) =>
  ({ requestId: request.requestId, method: request.method, route: routeOf(request), status, person: request.asker?.actor.personId, responseTime });

export const requestLog = (logger: Logger) => pinoHttp<AskedRequest>({
  logger,
  genReqId: (request) => (request.requestId = randomUUID()),
  quietReqLogger: true, quietResLogger: true,
  wrapSerializers: false,
  serializers: { req: () => undefined, res: () => undefined, err: () => undefined },
  customSuccessObject: (request, response, said: { responseTime?: number }) => answered(request, response.statusCode, said),
  customErrorObject: (request, response, _error, said: { responseTime?: number }) => answered(request, response.statusCode, said),
  customSuccessMessage: () => 'answered',
  customErrorMessage: () => 'answered',
  customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'debug'),
});
