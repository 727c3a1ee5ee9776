import { verifyExport, type Verdict } from '#proof';
import { apiFetch } from '../api/http.js';
import { linesOf } from './lines.js';

async function* piecesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}

/** Every few hundred lines the page gets to draw, so that it doesn't stand still while it computes. */
async function* counted(lines: AsyncIterable<string>, onCount: (events: number) => void): AsyncGenerator<string> {
  let events = 0;
  for await (const line of lines) {
    yield line;
    if (line.startsWith('{"kind":"event"')) events += 1;
    if (events % 250 === 0) { onCount(events); await new Promise((resolve) => setTimeout(resolve)); }
  }
  onCount(events);
}

/** Fetches the chains that the reader answers for and computes every hash here. Throws a ProblemError where they can't be fetched. */
export async function verifyHere(onCount: (events: number) => void, signal: AbortSignal): Promise<Verdict> {
  const response = await apiFetch('/api/audit/export', { signal });
  if (!response.body) return { ok: false, stream: null, seq: null, why: 'CUT', line: 0 };
  return verifyExport(counted(linesOf(piecesOf(response.body)), onCount));
}
