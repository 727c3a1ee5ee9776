import { writeExportLine } from '#proof';

export interface ChainEvent { readonly stream: string; readonly seq: number; readonly text: string; readonly hash: string }
/** A chain's last link, and how many of its links are open to the reader; not counted where a chain is open whole or not at all. */
export interface ChainHead { readonly stream: string; readonly kind: string; readonly seq: number; readonly hash: string; readonly seen: number }

/** Chains that are open to a reader whole or not at all. Of any other (people's access chains, their own streams) a reader may see some links only. */
export const wholeOrNone: readonly string[] = ['case', 'meeting', 'board'];

/**
 * Those chains that an export shows. One of which the reader sees only some links can't be verified and is left out, whole; where it
 * should be seen whole, what is missing is missing, and stands there for the verifier to find.
 */
export const shownOf = (heads: readonly ChainHead[]): readonly ChainHead[] => heads.filter(({ kind, seq, seen }) => wholeOrNone.includes(kind) || seen === seq);

/** An export for the verifier, a text a page: events in order, then each stream's head and an end line. No page is asked for before the one before it was taken. */
export async function* chainTexts(pages: AsyncIterable<readonly ChainEvent[]>, shown: readonly ChainHead[]): AsyncGenerator<string> {
  let events = 0;
  for await (const page of pages) {
    events += page.length;
    yield page.map(({ stream, seq, text, hash }) => `${writeExportLine({ kind: 'event', stream, seq, text, hash })}\n`).join('');
  }
  for (const { stream, seq, hash } of shown) yield `${writeExportLine({ kind: 'head', stream, seq, hash })}\n`;
  yield `${writeExportLine({ kind: 'end', streams: shown.length, events })}\n`;
}
