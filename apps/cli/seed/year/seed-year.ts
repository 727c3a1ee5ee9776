import type { DataSource } from 'typeorm';
import { instantOf, type BoardDefinition, type Instant } from '#domain';
import { domainStreams, MemoryDoor, readOn, writeOut, type KeptStream, type Put } from '#door';
import { refer } from './referral.js';
import { sitting } from './sitting.js';
import { Year } from './year.js';

const day = 86_400_000;
/** Streams that one transaction stores: some megabytes. */
const atOnce = 40;
/** What a sitting gets through; beyond it a board sits more than once a week. */
const casesASitting = 22;

export interface YearWish {
  readonly cases: number; readonly seed: number; readonly until: Instant; readonly days?: number;
  readonly journal?: (put: Put) => void; readonly say?: (line: string) => void;
}
export interface YearMade { readonly cases: number; readonly sittings: number; readonly events: number; readonly refused: ReadonlyMap<string, number> }

/** Makes up a year of cases over the boards of a database and stores it: the same seed and the same end, the same year. */
export async function seedYear(source: DataSource, wish: YearWish): Promise<YearMade> {
  const { cases, seed, until, days = 365, say = () => undefined } = wish;
  const from = new Date(Date.parse(until) - days * day).toISOString();
  const memory = await MemoryDoor.over(source, domainStreams, wish.journal);
  const closed = new Set<string>();
  const year = new Year(memory, seed, from, until, (id) => closed.add(id));
  const boards = [...memory.boards.values()].sort((a, b) => a.id.localeCompare(b.id));
  const sittings = await plan(source, year, boards, wish, from);
  let events = 0;
  const store = async (streams: readonly KeptStream[]): Promise<void> => {
    for (let index = 0; index < streams.length; index += atOnce) await writeOut(source, memory, streams.slice(index, index + atOnce));
    for (const stream of streams) { events += stream.events.length; memory.forget(stream.id); }
  };
  for (let week = Date.parse(from) + 7 * day; week < Date.parse(until) + 7 * day; week += 7 * day) {
    year.clock.run(new Date(Math.min(week, Date.parse(until))).toISOString());
    await store([...closed].flatMap((id) => memory.streams.get(id) ?? []));
    closed.clear();
    say(`${year.now.slice(0, 10)}: ${events} events are stored, ${memory.streams.size} streams go on`);
  }
  await store([...memory.streams.values()]);
  await readOn(source);
  return { cases, sittings, events, refused: year.refused };
}

/** Referrals come evenly over the time; a board sits as often as they need. */
async function plan(source: DataSource, year: Year, boards: readonly BoardDefinition[], { cases, until, days = 365 }: YearWish, from: Instant): Promise<number> {
  const numbers = await next(source, 'case_number', cases);
  const aWeek = Math.min(4, Math.max(1, Math.ceil((cases * 7) / days / boards.length / casesASitting)));
  const slots = boards.flatMap((board) => slotsOf(board, from, until, aWeek).map((startsAt) => ({ board, startsAt })));
  const meetings = await next(source, 'meeting_number', slots.length);
  for (const [place, { board, startsAt }] of slots.entries()) year.clock.at(Date.parse(startsAt) - 42 * day, () => { sitting(year, board, startsAt, `M-${meetings[place] ?? 0}`); });
  for (let number = 0; number < cases; number += 1) {
    const board = year.chance.pick(boards);
    year.clock.at(Date.parse(from) + ((number + year.chance.next()) / cases) * days * day, () => { year.inHours(0, () => { refer(year, board, number, `C-${1000 + (numbers[number] ?? 0)}`); }); });
  }
  return slots.length;
}

/** On other days than the series itself, so that a sitting that the product plans stands beside them; three weeks ahead too. */
function slotsOf(board: BoardDefinition, from: Instant, until: Instant, aWeek: number): readonly Instant[] {
  const { weekday, localTime, zone } = board.series;
  const weekdays = [1, 2, 3, 4].map((step) => ((weekday - 1 + step) % 5) + 1).slice(0, aWeek);
  const slots: Instant[] = [];
  for (let at = Date.parse(from) + day; at < Date.parse(until) + 21 * day; at += day) {
    const date = new Date(at).toISOString().slice(0, 10);
    if (weekdays.includes(new Date(at).getUTCDay())) slots.push(instantOf(date, localTime, zone));
  }
  return slots;
}

const next = async (source: DataSource, sequence: string, count: number): Promise<readonly number[]> =>
  (await source.query<{ n: number }[]>('select nextval($1::regclass) as n from generate_series(1, $2::int)', [sequence, count])).map(({ n }) => n);
