import { describe, expect, it } from '@jest/globals';
import { canonicalText, GENESIS, hashText, verifyExport } from '#proof';
import { chainTexts, shownOf, type ChainEvent, type ChainHead } from './chain-lines.js';

/** A chain of so many events, as it is stored. */
async function chain(stream: string, kind: string, length: number): Promise<{ events: ChainEvent[]; head: Omit<ChainHead, 'seen'> }> {
  const events: ChainEvent[] = [];
  let prev = GENESIS;
  for (let seq = 1; seq <= length; seq += 1) {
    const text = canonicalText({ prev, stream, seq, type: 'X', version: 1, at: '2026-11-25T03:00:00.000Z', actor: 'a', onBehalf: null, institution: null, purpose: 'care', commandId: 'c', data: { seq } });
    prev = await hashText(text);
    events.push({ stream, seq, text, hash: prev });
  }
  return { events, head: { stream, kind, seq: length, hash: prev } };
}
/** As they are read: heads with what is open of each chain, and only the links of chains that are shown, two a page. */
async function verdict(events: readonly ChainEvent[], heads: readonly Omit<ChainHead, 'seen'>[]) {
  const shown = shownOf(heads.map((head) => ({ ...head, seen: events.filter(({ stream }) => stream === head.stream).length })));
  const links = events.filter(({ stream }) => shown.some((head) => head.stream === stream));
  async function* pages() { for (let index = 0; index < links.length; index += 2) yield links.slice(index, index + 2); }
  let text = '';
  for await (const part of chainTexts(pages(), shown)) text += part;
  return verifyExport(text.trimEnd().split('\n'));
}

describe('the export of chains', () => {
  it('is whole as it stands', async () => {
    const [a, b] = [await chain('a', 'case', 3), await chain('b', 'access', 2)];
    expect(await verdict([...a.events, ...b.events], [a.head, b.head])).toEqual({ ok: true, streams: 2, events: 5 });
  });
  it('leaves out an access chain of which only some links are open', async () => {
    const [a, b] = [await chain('a', 'case', 3), await chain('b', 'access', 4)];
    expect(await verdict([...a.events, ...b.events.slice(1, 3)], [a.head, b.head])).toEqual({ ok: true, streams: 1, events: 3 });
  });
  it.each([
    ['the last', (events: ChainEvent[]) => events.slice(0, 2), { seq: 3, why: 'TRUNCATED' }],
    ['one between', (events: ChainEvent[]) => events.filter(({ seq }) => seq !== 2), { seq: 2, why: 'GAP' }],
    ['every', () => [], { seq: 1, why: 'TRUNCATED' }],
  ])('does not hide that %s event of a case is gone', async (_what, left, fault) => {
    const { events, head } = await chain('a', 'case', 3);
    expect(await verdict(left(events), [head])).toMatchObject({ ok: false, stream: 'a', ...fault });
  });
});
