import { testDatabase, type TestDatabase } from '../factories/database.js';
import { OwnTemporal } from '../factories/processes.js';
import { cases, type Cases } from './cases.js';
import { commandCost, type Cost } from './commands.js';
import type { Timing } from './figures.js';
import { floor } from './floor.js';
import { completing, startApi } from './http.js';
import { caseBoard, inbox, ownInbox, type BoardAt, type InboxAt, type OwnInbox } from './inbox.js';
import { marks, type Marks } from './marks.js';
import { memory, type Memory } from './memory.js';
import { numbers, type NumbersAt } from './numbers.js';
import { prepared, type Prepared } from './prepared.js';
import { race, type Race } from './race.js';
import { replan, type Replanned } from './replan.js';
import { workingTime, type Computed } from './working-time.js';

export const parts = ['time', 'floor', 'http', 'cases', 'inbox', 'race', 'replan', 'marks', 'memory', 'numbers'] as const;
export type Part = (typeof parts)[number];
export interface Figures {
  readonly floor?: { readonly one: Timing; readonly eight: Timing };
  readonly completing?: { readonly one: Timing; readonly eight: Timing };
  readonly command?: Cost;
  readonly cases?: Cases;
  readonly board?: BoardAt;
  readonly inbox?: readonly InboxAt[];
  readonly ownInbox?: readonly OwnInbox[];
  readonly race?: Race;
  readonly replan?: Replanned;
  readonly marks?: Marks;
  readonly memory?: Memory;
  readonly numbers?: NumbersAt;
  readonly workingTime?: readonly Computed[];
}
interface Sizes { readonly computed: number; readonly floor: number; readonly signed: number; readonly cases: number; readonly board: number; readonly inbox: readonly number[]; readonly pages: number; readonly own: readonly (readonly [string, number])[]; readonly idle: number; readonly race: readonly [people: number, tasks: number]; readonly replan: number; readonly marks: number; readonly year: readonly [cases: number, days: number] }
const quickly: Sizes = { computed: 200, floor: 40, signed: 6, cases: 2, board: 40, own: [['wang', 4], ['gao', 30]], inbox: [50, 400], pages: 5, idle: 60, race: [8, 3], replan: 12, marks: 12, year: [12, 60] };
const fully: Sizes = { computed: 20_000, floor: 2000, signed: 160, cases: 24, board: 500, own: [['wang', 40], ['gao', 4_000]], inbox: [1_000, 10_000, 100_000], pages: 100, idle: 10_000, race: [50, 200], replan: 5_000, marks: 10_000, year: [5_000, 365] };

/** All figures of one run, each part on a database of its own or after the others on one; in the order of what disturbs what. */
export async function measure(quick: boolean, only: readonly Part[], say: (text: string) => void): Promise<Figures> {
  const sizes = quick ? quickly : fully;
  const computed = only.includes('time') ? { workingTime: (say('working time'), workingTime(sizes.computed)) } : {};
  const database = await testDatabase();
  const temporal = await OwnTemporal.make();
  try {
    const first = await measureDoor(database, sizes, only, say);
    const whole = only.includes('cases') ? { cases: (say('whole cases'), await cases(temporal, sizes.cases)) } : {};
    const times = await measureTimes(temporal, sizes, only, say);
    const last = first.caseId !== null && only.includes('memory') ? { memory: (say('memory'), await memory(database, temporal, first.caseId, sizes.idle)) } : {};
    const counted = only.includes('numbers') ? { numbers: (say('numbers of a year'), await numbers(...sizes.year, Math.ceil(sizes.pages / 4))) } : {};
    return { ...computed, ...first.figures, ...whole, ...times, ...last, ...counted };
  } finally {
    await temporal.end();
    await database.end();
  }
}

/** What many people, and many deadlines at once, do: each on a database of its own, so that nothing of one is due in another. */
async function measureTimes(temporal: OwnTemporal, sizes: Sizes, only: readonly Part[], say: (text: string) => void): Promise<Pick<Figures, 'race' | 'replan' | 'marks'>> {
  const raced = only.includes('race') ? { race: (say('the race for tasks'), await onItsOwn('race', async (database, made) => { const api = await startApi(database); try { return await race(database, api, made, ...sizes.race); } finally { await api.end(); } })) } : {};
  const replanned = only.includes('replan') ? { replan: (say('open deadlines planned anew'), await onItsOwn('replan', (database, made) => replan(database, temporal, made, sizes.replan, sizes.pages))) } : {};
  const told = only.includes('marks') ? { marks: (say('marks of one minute'), await onItsOwn('marks', (database, made) => marksOnTheirOwn(database, made, sizes.marks))) } : {};
  return { ...raced, ...replanned, ...told };
}

/** Its server syncs nothing to disk: telling so many workflows is most of the part's time, and not what it measures. */
async function marksOnTheirOwn(database: TestDatabase, made: Prepared, count: number): Promise<Marks> {
  const temporal = await OwnTemporal.make(['--sqlite-pragma', 'synchronous=off']);
  try {
    return await marks(database, temporal, made, count);
  } finally {
    await temporal.end();
  }
}

async function onItsOwn<T>(name: Part, work: (database: TestDatabase, made: Prepared) => Promise<T>): Promise<T> {
  const database = await testDatabase();
  try {
    return await work(database, await prepared(database, 1, name));
  } finally {
    await database.end();
  }
}

async function measureDoor(database: TestDatabase, sizes: Sizes, only: readonly Part[], say: (text: string) => void): Promise<{ readonly figures: Figures; readonly caseId: string | null }> {
  const atFloor = only.includes('floor') ? { floor: (say('the floor'), await floor(database, sizes.floor)) } : {};
  if (!only.some((part) => part === 'http' || part === 'inbox' || part === 'memory')) return { figures: atFloor, caseId: null };
  say('cases are prepared');
  const { signed } = sizes;
  const spare = Math.max(4, Math.floor(signed / 6));
  const made = await prepared(database, signed + 2 * spare);
  const api = await startApi(database);
  try {
    say('completing a task over HTTP');
    const http = only.includes('http') ? {
      completing: await completing(database, api, made.imaging.slice(0, signed), made.pathology.slice(0, signed), made.imaging.slice(signed, signed + spare)),
      command: await commandCost(database, { ...made, imaging: made.imaging.slice(signed + spare) }),
    } : {};
    const caseId = made.imaging[0]?.caseId ?? null;
    say('the inbox');
    const copied = made.imaging.at(-1)?.caseId ?? caseId;
    const pages = only.includes('inbox') && copied !== null
      ? { board: await caseBoard(database, api, copied, sizes.board, Math.ceil(sizes.pages / 4)), inbox: await inbox(database, api, copied, sizes.inbox, sizes.pages, sizes.board), ownInbox: await ownInbox(database, api, sizes.own, sizes.pages) } : {};
    return { figures: { ...atFloor, ...http, ...pages }, caseId };
  } finally {
    await api.end();
  }
}
