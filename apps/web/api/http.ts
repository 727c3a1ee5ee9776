import { i18n } from '../i18n/i18n.js';
import { ProblemError, type Problem } from './problem.js';

let csrf = '';
let openedBy = '';

/** Told by the session; sent with everything that changes something: the token, and who opened the screen, so that nobody changes a thing as another. */
export function setAuthor(token: string, personId: string): void {
  csrf = token;
  openedBy = personId;
}

/** `fetch` for our api: the reader's language and the token go with it; anything but success is thrown as a ProblemError. */
export const apiFetch: typeof fetch = async (input, init) => {
  const request = new Request(input, { credentials: 'same-origin', ...init });
  request.headers.set('accept-language', i18n.language);
  if (request.method !== 'GET') {
    request.headers.set('x-csrf-token', csrf);
    request.headers.set('x-opened-by', openedBy);
  }
  const response = await fetch(request);
  if (!response.ok) throw new ProblemError(await readProblem(response));
  return response;
};

export interface RequestOptions { method?: string; body?: unknown; headers?: Record<string, string>; signal?: AbortSignal }

/** JSON in and out; a FormData goes as it is. */
export async function request<T>(path: string, { method = 'GET', body, headers, signal }: RequestOptions = {}): Promise<T> {
  const json = body !== undefined && !(body instanceof FormData);
  const response = await apiFetch(path, {
    method,
    signal,
    headers: { accept: 'application/json, application/problem+json', ...(json ? { 'content-type': 'application/json' } : {}), ...headers },
    body: body instanceof FormData ? body : json ? JSON.stringify(body) : undefined,
  });
  return (response.status === 204 ? undefined : await response.json()) as T;
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
