import { yearDatabase } from '../factories/year.js';
import { timed, type Timing } from './figures.js';
import { signedIn, startApi } from './http.js';

export interface NumbersAt { readonly cases: number; readonly events: number; readonly facts: number; readonly madeInSeconds: number; readonly pages: readonly { readonly what: string; readonly page: Timing }[] }

/** A year of cases, and each page of its numbers: all, narrowed by one filter and by all of them, and the cases behind the longest bar. */
export async function numbers(cases: number, days: number, times: number): Promise<NumbersAt> {
  const begun = performance.now();
  const { database, made } = await yearDatabase({ cases, seed: 1, until: '2026-11-20T00:00:00.000Z', days });
  const madeInSeconds = Math.round((performance.now() - begun) / 1000);
  await database.asSuperuser('analyze');
  const api = await startApi(database);
  try {
    const wu = await signedIn(database, api.port, 'wu');
    const { facets } = (await wu.get('numbers')) as { facets: { boards: { id: string }[]; hospitals: { id: string }[]; tumorTypes: string[] } };
    const [board, hospital] = [facets.boards[0]?.id ?? '', facets.hospitals[0]?.id ?? ''];
    const asked = { all: 'numbers', quarter: 'numbers?period=2026-Q3', everyFilter: `numbers?boardId=${board}&hospitalId=${hospital}&tumorType=${facets.tumorTypes[0] ?? ''}&urgency=routine&period=2026-09`, casesBehind: 'numbers/cases?figure=hearing&code=decided' };
    const pages = [];
    for (const [what, path] of Object.entries(asked)) pages.push({ what, page: await timed(1, Array.from({ length: times }, () => () => wu.get(path))) });
    const [counted] = await database.door.query<{ facts: number }[]>('select count(*)::int as facts from numbers_fact');
    return { cases, events: made.events, facts: counted?.facts ?? 0, madeInSeconds, pages };
  } finally {
    await api.end();
    await database.end();
  }
}
