import { told, type CountedRow, type SetFilter } from './views.js';

interface Fact { readonly code: string; readonly board: string; readonly hospital: string; readonly quarter: string; readonly year: string }
const facts = (n: number, code: string, hospital: string, quarter = '2026-Q1', board = 'bone'): Fact[] => Array.from({ length: n }, () => ({ code, board, hospital, quarter, year: quarter.slice(0, 4) }));

/** As the database groups them: once by each filter that is set, with which of them a fact matches. */
function rowsOf(all: readonly Fact[], filters: readonly SetFilter[]): CountedRow[] {
  const counted = new Map<string, CountedRow>();
  for (const fact of all) {
    const bits = filters.reduce((sum, { name, value }, place) => (Reflect.get(fact, name) === value ? sum | (1 << place) : sum), 0);
    for (const filter of filters.length === 0 ? [null] : filters.map(({ name }) => name)) {
      const value = filter === null ? null : String(Reflect.get(fact, filter));
      const key = [fact.code, bits, filter, value].join('/');
      counted.set(key, { code: fact.code, bits, filter, value, n: (counted.get(key)?.n ?? 0) + 1 });
    }
  }
  return [...counted.values()];
}
const codes = ['followed', 'offGuideline'];
const under = (all: readonly Fact[], ...filters: SetFilter[]) => { const { all: of, byCode } = told(codes, filters, rowsOf(all, filters), true); return [of, ...byCode.values()]; };
const at = (value: string): SetFilter => ({ name: 'hospital', value });

describe('numbers under filters', () => {
  const all = [...facts(90, 'followed', 'a'), ...facts(40, 'followed', 'b'), ...facts(50, 'followed', 'c'), ...facts(28, 'offGuideline', 'a'), ...facts(2, 'offGuideline', 'b'), ...facts(10, 'offGuideline', 'c')];

  it('are told whole where nothing is small', () => {
    expect(under(all)).toEqual([220, 180, 40]);
    expect(under(all, at('a'))).toEqual([118, 90, 28]);
  });

  it('hide a small one with what it could be worked out from: within the hospital, and among hospitals', () => {
    expect(under(all, at('b'))).toEqual([42, null, null]);
    expect(under(all, at('c'))).toEqual([60, null, null]);
  });

  it('hide a whole hospital that has few, and another one, so that all less the others is not it', () => {
    const few = [...facts(90, 'followed', 'a'), ...facts(40, 'followed', 'b'), ...facts(3, 'followed', 'c')];
    expect(under(few, at('c'))).toEqual([null, null, null]);
    expect(under(few, at('b'))).toEqual([null, null, null]);
    expect(under(few, at('a'))).toEqual([90, 90, 0]);
  });

  it('stay hidden in every part of what is hidden', () => {
    const quarters = [...facts(30, 'followed', 'c', '2026-Q1'), ...facts(30, 'followed', 'c', '2026-Q2'), ...facts(6, 'offGuideline', 'c', '2026-Q1'), ...facts(6, 'offGuideline', 'c', '2026-Q2'),
      ...facts(90, 'followed', 'a', '2026-Q1'), ...facts(60, 'offGuideline', 'a', '2026-Q1'), ...facts(40, 'followed', 'b', '2026-Q1'), ...facts(3, 'offGuideline', 'b', '2026-Q1')];
    const period: SetFilter[] = [{ name: 'year', value: '2026' }, { name: 'quarter', value: '2026-Q2', within: 'year' }];
    expect(under(quarters, at('c'), ...period.slice(0, 1))).toEqual([72, null, null]);
    expect(under(quarters, at('c'), ...period)[2]).toBeNull();
  });

  it('of sittings are no patients and told as they are', () => {
    expect([...told(['present', 'absent'], [], [{ code: 'absent', bits: 0, filter: null, value: null, n: 1 }], false).byCode]).toEqual([['present', 0], ['absent', 1]]);
  });
});
