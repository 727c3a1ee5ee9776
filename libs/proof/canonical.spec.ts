import { createHash } from 'node:crypto';
import { canonicalJson, canonicalText, GENESIS, hashEvent, hashEventSync, NotCanonicalizable, type EventFields } from './index.js';

const fields: EventFields = {
  prev: GENESIS,
  stream: 'case:7',
  seq: 1,
  type: 'case.submitted',
  version: 1,
  at: '2026-11-25T02:48:00.000Z',
  actor: { person: 'p1' },
  onBehalf: null,
  institution: 'i1',
  purpose: 'care',
  commandId: 'c1',
  data: { b: 1, a: [0.1 + 0.2, 1e21, -0, 1.0], kk: 'Әлия', zh: '欧阳', he: 'בן־דוד', astral: '𬎆' },
};

describe('canonical text', () => {
  it('sorts members and writes numbers as RFC 8785 says', () => {
    expect(canonicalJson({ b: 1, a: { d: -0, c: 1e21 }, n: 0.1 + 0.2 })).toBe(
      '{"a":{"c":1e+21,"d":0},"b":1,"n":0.30000000000000004}',
    );
  });

  it.each([
    ['an undefined member', { a: { b: undefined } }, 'a.b'],
    ['a hole in an array', { a: [1, , 2] }, 'a[1]'],  
    ['a Date', { at: new Date(0) }, 'at'],
    ['a lone surrogate', { a: '\ud83d' }, 'a'],
    ['a lone surrogate in a key', { '\udc00': 1 }, '\udc00'],
    ['U+0000', { a: 'x\u0000y' }, 'a'],
    ['a bigint', { a: 1n }, 'a'],
    ['NaN', { a: Number.NaN }, 'a'],
    ['a function called toJSON', { toJSON: (): string => 'other' }, 'toJSON'],
  ])('refuses %s and names its place', (_, value, path) => {
    let thrown: unknown;
    try {
      canonicalJson(value);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ name: 'NotCanonicalizable', path });
  });

  it('refuses a value that contains itself', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    expect(() => canonicalJson(loop)).toThrow(NotCanonicalizable);
  });

  it('takes no instant finer or coarser than the store keeps', () => {
    expect(() => canonicalText({ ...fields, at: '2026-11-25T02:48:00.000001Z' })).toThrow('at');
    expect(() => canonicalText({ ...fields, at: '2026-11-25T02:48:00Z' })).toThrow('at');
  });

  it('covers each of the twelve fields and nothing else', () => {
    const read: unknown = JSON.parse(canonicalText({ ...fields, ...{ recordedAt: 'later' } }));
    expect(Object.keys(read as object)).toEqual([
      'actor', 'at', 'commandId', 'data', 'institution', 'onBehalf', 'prev', 'purpose', 'seq', 'stream', 'type', 'version',
    ]);
  });

  it('survives the way through its own text', () => {
    const text = canonicalText(fields);
    expect(canonicalJson(JSON.parse(text))).toBe(text);
  });
});

describe('hash', () => {
  it('is the SHA-256 of the text in UTF-8, the same with and without waiting', async () => {
    const text = canonicalText(fields);
    const expected = createHash('sha256').update(Buffer.from(text, 'utf8')).digest('hex');
    expect(hashEventSync(text)).toBe(expected);
    expect(await hashEvent(fields)).toBe(expected);
  });
});
