import { i18n } from '../i18n/i18n.js';
import { ProblemError, type Problem } from './problem.js';

let csrf = '';

/** Told by the session; sent with everything that changes something. */
export function setCsrf(token: string): void {
  csrf = token;
}

export interface RequestOptions { method?: string; body?: unknown; headers?: Record<string, string>; signal?: AbortSignal }

/** JSON in and out. Anything but success is thrown as a ProblemError, also an answer that isn't JSON. */
export async function request<T>(path: string, { method = 'GET', body, headers, signal }: RequestOptions = {}): Promise<T> {
  const form = body instanceof FormData;
  const response = await fetch(path, {
    method,
    signal,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json, application/problem+json',
      'accept-language': i18n.language,
      ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
      ...(method === 'GET' ? {} : { 'x-csrf-token': csrf }),
      ...headers,
    },
    body: body === undefined ? undefined : form ? body : JSON.stringify(body),
  });
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T;
  throw new ProblemError(await readProblem(response));
}

async function readProblem(response: Response): Promise<Problem> {
  const fallback = { status: response.status, code: codeOfStatus(response.status) };
  if (!/json/.test(response.headers.get('content-type') ?? '')) return fallback;
  const said = await response.json().catch(() => ({})) as Partial<Problem>;
  return { ...fallback, ...said, status: response.status, code: said.code ?? fallback.code };
}

/** The catalogue's own words for an answer without a code. */
function codeOfStatus(status: number): string {
  switch (status) {
    case 401: return 'signedOut';
    case 403: return 'forbidden';
    case 404: return 'missing';
    case 409: case 412: return 'conflict';
    case 502: case 503: case 504: return 'unavailable';
    default: return 'unknown';
  }
}
