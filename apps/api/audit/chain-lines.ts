import { writeExportLine } from '#proof';

export interface ChainEvent { readonly stream: string; readonly seq: number; readonly text: string; readonly hash: string }
export interface ChainHead { readonly stream: string; readonly kind: string; readonly seq: number; readonly hash: string }

/** Chains that are open to a reader whole or not at all. Of any other (people's access chains, their own streams) a reader may see some links only. */
const wholeOrNone: readonly string[] = ['case', 'meeting', 'board'];

/**
 * An export for the verifier: events in order, each stream's head, an end line. A chain of which the reader sees only some links can't be
 * verified and is left out, whole; where it should be seen whole, what is missing is missing, and stands there for the verifier to find.
 */
export function linesOf(events: readonly ChainEvent[], heads: readonly ChainHead[]): string[] {
  const seen = new Map<string, ChainEvent[]>();
  for (const event of events) {
    const chain = seen.get(event.stream);
    if (chain) chain.push(event); else seen.set(event.stream, [event]);
  }
  const shown = heads.filter(({ stream, kind, seq }) => wholeOrNone.includes(kind) || (seen.get(stream)?.length ?? 0) === seq);
  const links = shown.flatMap(({ stream }) => seen.get(stream) ?? []);
  return [
    ...links.map(({ stream, seq, text, hash }) => writeExportLine({ kind: 'event', stream, seq, text, hash })),
    ...shown.map(({ stream, seq, hash }) => writeExportLine({ kind: 'head', stream, seq, hash })),
    writeExportLine({ kind: 'end', streams: shown.length, events: links.length }),
  ].map((line) => `${line}\n`);
}
