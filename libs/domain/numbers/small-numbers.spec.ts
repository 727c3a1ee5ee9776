import { crossing, fewest, hiddenCells, hiddenIn, total, type Crossed } from './small-numbers.js';
import fc from 'fast-check';

const table = (rows: Readonly<Record<string, readonly number[]>>): Crossed => {
  const codes = Object.keys(rows);
  return { codes, values: (rows[codes[0] ?? ''] ?? []).map((_, place) => `v${place}`), at: (code, value) => rows[code]?.[Number(value.slice(1))] ?? 0 };
};
const shown = (crossed: Crossed, code: string, value: string): number | null => (hiddenIn(crossed).has(crossing(code, value)) ? null : code === total || value === total ? NaN : crossed.at(code, value));

describe('numbers under five', () => {
  it('are not told, nor a second one beside them, by which the first could be worked out', () => {
    const counts = new Map([['yes', 40], ['partly', 3], ['no', 12], ['all', 55]]);
    expect([...hiddenCells(counts, [{ sum: 'all', parts: ['yes', 'partly', 'no'] }])].sort()).toEqual(['no', 'partly']);
  });

  it('take their sum along where all others are none', () => {
    const counts = new Map([['yes', 3], ['no', 0], ['all', 3]]);
    expect([...hiddenCells(counts, [{ sum: 'all', parts: ['yes', 'no'] }])].sort()).toEqual(['all', 'yes']);
  });

  it('two of them need no third', () => {
    const counts = new Map([['a', 3], ['b', 2], ['c', 12], ['all', 17]]);
    expect([...hiddenCells(counts, [{ sum: 'all', parts: ['a', 'b', 'c'] }])].sort()).toEqual(['a', 'b']);
  });

  it('none and five are told', () => {
    const counts = new Map([['a', 0], ['b', fewest], ['all', fewest]]);
    expect(hiddenCells(counts, [{ sum: 'all', parts: ['a', 'b'] }]).size).toBe(0);
  });

  it('of one hospital are not worked out from all and the others', () => {
    const offGuideline = table({ offGuideline: [28, 2, 10], followed: [90, 40, 50] });
    expect([shown(offGuideline, 'offGuideline', 'v1'), shown(offGuideline, 'offGuideline', 'v2'), shown(offGuideline, 'offGuideline', 'v0')]).toEqual([null, null, 28]);
  });
});

describe('a table of any counts', () => {
  const anyTable = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).chain(([codes, values]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 14 }), { minLength: values, maxLength: values }), { minLength: codes, maxLength: codes }))
    .map((rows) => table(Object.fromEntries(rows.map((row, place) => [`c${place}`, row]))));

  /** What somebody finds out who fills in, again and again, the one cell of a line that is missing. */
  function workedOut(crossed: Crossed, hidden: ReadonlySet<string>): readonly string[] {
    const unknown = new Set(hidden);
    const lines = [...[...crossed.codes, total].map((code) => [...crossed.values, total].map((value) => crossing(code, value))), ...[...crossed.values, total].map((value) => [...crossed.codes, total].map((code) => crossing(code, value)))];
    for (let found = true; found;) {
      const line = lines.find((cells) => cells.filter((cell) => unknown.has(cell)).length === 1);
      found = line !== undefined;
      for (const cell of line ?? []) unknown.delete(cell);
    }
    return [...hidden].filter((cell) => !unknown.has(cell));
  }

  it('hides every small one, and none that is hidden can be worked out', () => {
    fc.assert(fc.property(anyTable, (crossed) => {
      const hidden = hiddenIn(crossed);
      for (const code of crossed.codes) for (const value of crossed.values) {
        const n = crossed.at(code, value);
        if (n > 0 && n < fewest) expect(hidden).toContain(crossing(code, value));
      }
      expect(workedOut(crossed, hidden)).toEqual([]);
    }), { numRuns: 400 });
  });

  it('tells everything where nothing is small', () => {
    fc.assert(fc.property(anyTable, (crossed) => {
      const isLarge = crossed.codes.every((code) => crossed.values.every((value) => crossed.at(code, value) === 0 || crossed.at(code, value) >= fewest));
      if (isLarge) expect(hiddenIn(crossed).size).toBe(0);
    }), { numRuns: 400 });
  });
});
