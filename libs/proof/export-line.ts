/**
 * The export of a log: NDJSON, UTF-8, one object a line, three kinds of line.
 *
 *   {"kind":"event","stream":"case:7","seq":1,"text":"{\"actor\":...}","hash":"9f..."}
 *       one event: `text` is the stored canonical text, letter for letter, `hash` the stored SHA-256 of its UTF-8.
 *       A stream's events stand in the order of their seq; streams may be mixed.
 *   {"kind":"head","stream":"case:7","seq":12,"hash":"04..."}
 *       one a stream, after its last event: what the stream's head row says. Read from the heads, not from the events,
 *       so that a log cut at its end contradicts it.
 *   {"kind":"end","streams":4,"events":96}
 *       the last line, so that a file cut anywhere is seen to be cut.
 *
 * Whoever can write all three kinds anew can rewrite history within the file; against that, give the verifier heads
 * that were noted earlier and elsewhere (`known`).
 */
export interface EventLine {
  readonly kind: 'event';
  readonly stream: string;
  readonly seq: number;
  readonly text: string;
  readonly hash: string;
}

export interface HeadLine {
  readonly kind: 'head';
  readonly stream: string;
  readonly seq: number;
  readonly hash: string;
}

export interface EndLine {
  readonly kind: 'end';
  readonly streams: number;
  readonly events: number;
}

export type ExportLine = EventLine | HeadLine | EndLine;

/** The line's text without its line end. */
export function writeExportLine(line: ExportLine): string {
  return JSON.stringify(line);
}

/** The line's meaning, or null for what is not a line of an export: nothing is guessed. */
export function readExportLine(text: string): ExportLine | null {
  const value = parse(text);
  if (value === null) return null;
  const { kind, stream, seq, hash, text: canonical, streams, events } = value;
  if (kind === 'end' && isCount(streams) && isCount(events)) return { kind, streams, events };
  if (typeof stream !== 'string' || !isCount(seq) || typeof hash !== 'string') return null;
  if (kind === 'head') return { kind, stream, seq, hash };
  if (kind === 'event' && typeof canonical === 'string') return { kind, stream, seq, text: canonical, hash };
  return null;
}

/** A JSON object's members, or null. */
export function parse(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
