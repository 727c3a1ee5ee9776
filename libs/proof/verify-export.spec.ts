import {
  canonicalText, GENESIS, hashEventSync, verifyExport, writeExportLine, type EventLine, type ExportLine, type Verdict,
} from './index.js';

function event(stream: string, seq: number, prev: string, data: unknown = { step: seq }): EventLine {
  const text = canonicalText({
    prev, stream, seq, data, type: 'case.moved', version: 1, at: '2026-11-25T02:48:00.000Z', actor: 'p1',
    onBehalf: null, institution: null, purpose: null, commandId: `${stream}-${seq}`,
  });
  return { kind: 'event', stream, seq, text, hash: hashEventSync(text) };
}

function chain(stream: string, length: number): EventLine[] {
  const events: EventLine[] = [];
  for (let seq = 1; seq <= length; seq += 1) events.push(event(stream, seq, events.at(-1)?.hash ?? GENESIS));
  return events;
}

const a = chain('a', 5);
const b = chain('b', 3);

function log(events: readonly EventLine[], heads: readonly EventLine[] = [a[4], b[2]]): ExportLine[] {
  return [
    ...events,
    ...heads.map(({ stream, seq, hash }) => ({ kind: 'head' as const, stream, seq, hash })),
    { kind: 'end', streams: heads.length, events: events.length },
  ];
}

const verify = (lines: readonly ExportLine[]): Promise<Verdict> => verifyExport(lines.map(writeExportLine));
const edited = { ...a[2], text: a[2].text.replace('"step":3', '"step":4') };
const rewritten = event('a', 3, a[1].hash, { step: 'other' });

describe('an untouched export', () => {
  it('verifies, streams one after the other or mixed', async () => {
    expect(await verify(log([...a, ...b]))).toEqual({ ok: true, streams: 2, events: 8 });
    expect(await verify(log([a[0], b[0], a[1], b[1], b[2], a[2], a[3], a[4]]))).toMatchObject({ ok: true });
  });
});

describe('a changed export names the first bad event', () => {
  it.each([
    ['edited', [...a.slice(0, 2), edited, ...a.slice(3), ...b], 3, 'EDITED'],
    ['edited with its hash made anew', [...a.slice(0, 2), rewritten, ...a.slice(3), ...b], 3, 'REWRITTEN'],
    ['deleted', [...a.slice(0, 2), ...a.slice(3), ...b], 3, 'GAP'],
    ['inserted twice', [...a.slice(0, 3), a[2], ...a.slice(3), ...b], 3, 'REPEATED'],
    ['inserted in between', [...a.slice(0, 2), event('a', 3, a[1].hash, 'x'), ...a.slice(2), ...b], 3, 'REPEATED'],
    ['reordered', [a[0], a[2], a[1], ...a.slice(3), ...b], 2, 'GAP'],
    ['truncated', [...a.slice(0, 4), ...b], 5, 'TRUNCATED'],
    ['gone as a whole', [...b], 1, 'TRUNCATED'],
    ['continued beyond the head', [...a, event('a', 6, a[4].hash), ...b], 6, 'BEYOND_HEAD'],
    ['of another stream', [a[0], { ...b[1], stream: 'a' }, ...a.slice(2), ...b], 2, 'MISPLACED'],
  ])('%s', async (_, events, seq, why) => {
    expect(await verify(log(events))).toMatchObject({ ok: false, stream: 'a', seq, why });
  });

  it('rewritten to its end: the head contradicts', async () => {
    const end = event('a', 5, a[3].hash, 'x');
    expect(await verify(log([...a.slice(0, 4), end, ...b]))).toMatchObject({ stream: 'a', seq: 5, why: 'REWRITTEN' });
  });

  it('a text that is not canonical, though its hash fits', async () => {
    const text = a[2].text.replace('"version":1', '"version":1.0');
    const line = { ...a[2], text, hash: hashEventSync(text) };
    expect(await verify(log([...a.slice(0, 2), line, ...b]))).toMatchObject({ stream: 'a', seq: 3, why: 'NOT_CANONICAL' });
  });
});

describe('a changed file', () => {
  it('rewritten as a whole is seen by a head noted earlier', async () => {
    const other = [...a.slice(0, 2), rewritten, event('a', 4, rewritten.hash)];
    const lines = log([...other, ...b], [other[3], b[2]]).map(writeExportLine);
    expect(await verifyExport(lines)).toMatchObject({ ok: true });
    expect(await verifyExport(lines, [a[3]])).toMatchObject({ stream: 'a', seq: 4, why: 'REWRITTEN' });
    expect(await verifyExport(lines, [a[4]])).toMatchObject({ stream: 'a', seq: 5, why: 'TRUNCATED' });
  });

  it('cut anywhere never verifies', async () => {
    const lines = log([...a, ...b]);
    for (let length = 0; length < lines.length; length += 1) {
      expect(await verify(lines.slice(0, length))).toMatchObject({ ok: false, why: 'CUT' });
    }
  });

  it('without a head, or with something that is no line', async () => {
    expect(await verify(log([...a, ...b], [a[4]]))).toMatchObject({ stream: 'b', seq: 3, why: 'NO_HEAD' });
    expect(await verifyExport(['{"kind":"event"}'])).toEqual({ ok: false, stream: null, seq: null, why: 'UNREADABLE', line: 1 });
    expect(await verifyExport([...log([...a, ...b]).map(writeExportLine), writeExportLine(a[0])])).toMatchObject({
      why: 'UNREADABLE',
    });
  });
});
