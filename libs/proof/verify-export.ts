/** Verifies an export (see export-line.ts) line by line, holding one head a stream in memory and nothing else. */
import { canonicalJson } from './canonical.js';
import { GENESIS } from './event-text.js';
import { parse, readExportLine, type EndLine, type EventLine, type HeadLine } from './export-line.js';
import { hashText } from './hash.js';

/**
 * UNREADABLE      the line is no line of an export
 * EDITED          the text doesn't give its stored hash
 * NOT_CANONICAL   the text is not what RFC 8785 makes of its own content
 * MISPLACED       the text says another stream or seq than the line (an event of elsewhere put here)
 * GAP             an event is missing here: deleted, or moved further down
 * REPEATED        this seq was there already: inserted, or moved further up
 * REWRITTEN       the next event or the head builds on another hash: the event was replaced with its hash
 * TRUNCATED       the head says that there are later events
 * BEYOND_HEAD     an event after the one that the head names as the last
 * NO_HEAD         the stream has no head line, or two
 * CUT             the file ends before its end line, or that line counts more or fewer
 */
export type Fault =
  | 'UNREADABLE' | 'EDITED' | 'NOT_CANONICAL' | 'MISPLACED' | 'GAP' | 'REPEATED' | 'REWRITTEN' | 'TRUNCATED'
  | 'BEYOND_HEAD' | 'NO_HEAD' | 'CUT';

export type Verdict =
  | { readonly ok: true; readonly streams: number; readonly events: number }
  /** `stream` and `seq` name the first event that is wrong or missing; null where the fault is the file's. */
  | { readonly ok: false; readonly stream: string | null; readonly seq: number | null; readonly why: Fault; readonly line: number };

export interface KnownHead {
  readonly stream: string;
  readonly seq: number;
  readonly hash: string;
}

interface Chain {
  seq: number;
  hash: string;
  closed: boolean;
}

type Finding = { readonly stream: string | null; readonly seq: number | null; readonly why: Fault } | null;

/**
 * Reads the export once and answers with the first fault in the order of its lines.
 *
 * `known` are heads noted at an earlier time in a safe place: each must still be passed by its stream with the same
 * hash, which a history rewritten as a whole does not do.
 */
export async function verifyExport(
  lines: AsyncIterable<string> | Iterable<string>,
  known: Iterable<KnownHead> = [],
): Promise<Verdict> {
  const reader = new ExportVerifier(known);
  let number = 0;
  for await (const line of lines) {
    number += 1;
    const finding = await reader.take(line);
    if (finding !== null) return { ok: false, ...finding, line: number };
  }
  const finding = reader.finish();
  if (finding !== null) return { ok: false, ...finding, line: number };
  return { ok: true, ...reader.counts() };
}

class ExportVerifier {
  private readonly chains = new Map<string, Chain>();
  private readonly known = new Map<string, string>();
  private events = 0;
  private ended = false;

  constructor(known: Iterable<KnownHead>) {
    for (const head of known) this.known.set(keyOf(head.stream, head.seq), head.hash);
  }

  async take(text: string): Promise<Finding> {
    if (this.ended) return text.trim() === '' ? null : { stream: null, seq: null, why: 'UNREADABLE' };
    const line = readExportLine(text);
    if (line === null) return { stream: null, seq: null, why: 'UNREADABLE' };
    switch (line.kind) {
      case 'event':
        return this.takeEvent(line);
      case 'head':
        return this.takeHead(line);
      case 'end':
        return this.takeEnd(line);
    }
  }

  counts(): { streams: number; events: number } {
    return { streams: this.chains.size, events: this.events };
  }

  finish(): Finding {
    if (!this.ended) return { stream: null, seq: null, why: 'CUT' };
    for (const key of this.known.keys()) {
      const { stream, seq } = placeOf(key);
      return { stream, seq, why: 'TRUNCATED' };
    }
    return null;
  }

  private async takeEvent(line: EventLine): Promise<Finding> {
    const { stream, seq, hash } = line;
    const chain = this.chains.get(stream) ?? { seq: 0, hash: GENESIS, closed: false };
    const order = orderFault(chain, line);
    if (order !== null) return order;
    if ((await hashText(line.text)) !== hash) return { stream, seq, why: 'EDITED' };
    const fields = parse(line.text);
    if (fields === null || !isCanonical(fields, line.text)) return { stream, seq, why: 'NOT_CANONICAL' };
    if (fields['stream'] !== stream || fields['seq'] !== seq) return { stream, seq, why: 'MISPLACED' };
    if (fields['prev'] !== chain.hash) return { stream, seq: Math.max(1, seq - 1), why: 'REWRITTEN' };
    const noted = this.known.get(keyOf(stream, seq));
    if (noted !== undefined && noted !== hash) return { stream, seq, why: 'REWRITTEN' };
    this.known.delete(keyOf(stream, seq));
    this.chains.set(stream, { seq, hash, closed: false });
    this.events += 1;
    return null;
  }

  private takeHead({ stream, seq, hash }: HeadLine): Finding {
    const chain = this.chains.get(stream);
    if (chain === undefined) return { stream, seq: 1, why: 'TRUNCATED' };
    if (chain.closed) return { stream, seq, why: 'NO_HEAD' };
    if (seq > chain.seq) return { stream, seq: chain.seq + 1, why: 'TRUNCATED' };
    if (seq < chain.seq) return { stream, seq: seq + 1, why: 'BEYOND_HEAD' };
    if (hash !== chain.hash) return { stream, seq, why: 'REWRITTEN' };
    chain.closed = true;
    return null;
  }

  private takeEnd(line: EndLine): Finding {
    for (const [stream, chain] of this.chains) {
      if (!chain.closed) return { stream, seq: chain.seq, why: 'NO_HEAD' };
    }
    if (line.streams !== this.chains.size || line.events !== this.events) {
      return { stream: null, seq: null, why: 'CUT' };
    }
    this.ended = true;
    return null;
  }
}

function orderFault(chain: Chain, { stream, seq }: EventLine): Finding {
  if (chain.closed) return { stream, seq, why: 'BEYOND_HEAD' };
  if (seq <= chain.seq) return { stream, seq, why: 'REPEATED' };
  if (seq > chain.seq + 1) return { stream, seq: chain.seq + 1, why: 'GAP' };
  return null;
}

function isCanonical(fields: object, text: string): boolean {
  try {
    return canonicalJson(fields) === text;
  } catch {
    return false;
  }
}

function keyOf(stream: string, seq: number): string {
  return `${seq} ${stream}`;
}

function placeOf(key: string): { stream: string; seq: number } {
  const space = key.indexOf(' ');
  return { stream: key.slice(space + 1), seq: Number(key.slice(0, space)) };
}
