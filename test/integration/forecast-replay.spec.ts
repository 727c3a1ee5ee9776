import { evolveCase, evolveMeeting, forecast, isPaused, missingForMeeting, tumorTypeOf, columnOf, opinionsInForce, type BoardDefinition, type CaseEvent, type CaseState, type ForecastCase, type ForecastVerdict, type Instant, type MeetingEvent, type MeetingState, type Task, type UsualTime } from '#domain';
import { clockOver } from '../../apps/api/forecast/clock-over.js';
import { Directories } from '../../apps/api/reading/directory.js';
import type { TestDatabase } from '../factories/database.js';
import { demoDatabase } from '../factories/demo.js';

let demo: TestDatabase;
beforeAll(async () => { demo = await demoDatabase(); }, 240_000);
afterAll(async () => { await demo?.end(); });

interface Stored { stream: string; type: string; version: 1; at: Instant; actor: string; data: never }
interface Told { readonly verdict: ForecastVerdict; readonly inTime: boolean }

const fold = <State>(events: readonly Stored[], evolve: (before: State | null, event: Stored) => State, until: Instant): State | null => events.filter(({ at }) => at <= until).reduce<State | null>(evolve, null);
const caseAt = (events: readonly Stored[], until: Instant): CaseState | null => fold<CaseState>(events, (before, event) => evolveCase(before, event as CaseEvent, event.at, event.actor.replace(/^process:/, ''), event.stream), until);
const meetingAt = (events: readonly Stored[], until: Instant): MeetingState | null => fold<MeetingState>(events, (before, event) => evolveMeeting(before, event as MeetingEvent, event.at, event.actor.replace(/^process:/, ''), event.stream), until);

/** Median and the time within which four of five were done, by nearest rank: as `percentile_disc` gives them to the product. */
function usualTimeOf(durations: readonly number[]): UsualTime | null {
  const sorted = durations.toSorted((a, b) => a - b);
  const rank = (part: number): number => sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0;
  return sorted.length === 0 ? null : { samples: sorted.length, medianMs: rank(0.5), slowMs: rank(0.8) };
}

/** The forecasts of the demo's months as they would have been made after each event, and what came of them. */
async function replay(): Promise<readonly Told[]> {
  const streams = await demo.door.query<{ id: string; kind: string }[]>(`select id, kind from stream where kind in ('case', 'meeting')`);
  const events = await demo.door.query<Stored[]>('select stream, type, version, at, actor, data from event order by stream, seq');
  const of = (id: string): readonly Stored[] => events.filter(({ stream }) => stream === id);
  const directory = await new Directories().at({ query: (sql: string, values: unknown[] = []) => demo.door.query(sql, values) } as never);
  const clock = clockOver(directory);
  const [row] = await demo.door.query<{ now: Instant }[]>('select now() as now');
  const meetings = streams.filter(({ kind }) => kind === 'meeting').map(({ id }) => of(id));
  const cases = streams.filter(({ kind }) => kind === 'case').map(({ id }) => of(id));
  const done = cases.flatMap((own) => Object.values(caseAt(own, row?.now ?? '')?.tasks ?? {})).filter((task) => task.status === 'completed' && task.closedAt !== null);
  const worked = (task: Task, until: Instant, clockTime: boolean): number => clock.between(task.deadline?.startedAt ?? task.createdAt, until, { institutionId: task.offer.institutionId, personId: task.ownerId }, clockTime)
    - task.pauses.reduce((sum, { from, to }) => sum + clock.between(from, to ?? until, { institutionId: task.offer.institutionId, personId: task.ownerId }, clockTime), 0);
  const told: Told[] = [];
  for (const own of cases) for (const { at: now } of own) {
    const state = caseAt(own, now);
    const column = state === null ? null : columnOf(state);
    if (state === null || state.status !== 'open' || (column !== 'intake' && column !== 'pathologyReview' && column !== 'imagingReview' && column !== 'discussion')) continue;
    const board = directory.boards.get(state.boardId)?.definition as BoardDefinition;
    const meeting = meetings.map((each) => meetingAt(each, now)).filter((each) => each !== null).filter((each) => each.boardId === state.boardId && each.cutAt > now && each.status !== 'cancelled').sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))[0];
    if (meeting === undefined || meeting.cutAt > (row?.now ?? '')) continue;
    const emergency = state.urgency === 'emergency';
    const signed = opinionsInForce(state).map(({ taskId }) => taskId);
    const of: ForecastCase = {
      column, urgency: state.urgency, hostInstitutionId: state.hostInstitutionId, accepted: state.incompleteFileAcceptedBy !== null,
      secondPathology: state.originInstitutionId !== state.hostInstitutionId && tumorTypeOf(board, state.tumorType)?.secondPathology === true,
      tasks: Object.values(state.tasks).filter((task) => task.status !== 'completed' || signed.includes(task.id)).map((task) => ({ id: task.id, kind: task.kind, status: task.status, ownerId: task.ownerId, offer: task.offer, elapsedMs: task.deadline === null || isPaused(task) ? 0 : worked(task, now, emergency), paused: isPaused(task), serves: task.about['taskId'] ?? null })),
    };
    // Only what was done by then is known then.
    const usual = (kind: string) => usualTimeOf(done.filter((task) => task.kind === kind && (task.closedAt ?? '') <= now).map((task) => worked(task, task.closedAt ?? now, emergency)));
    const { verdict } = forecast(of, meeting.cutAt, now, clock, { of: usual, allowance: (kind, urgency) => (board.ladders[`${kind}.${urgency}`] ?? board.ladders[kind])?.allowance ?? null });
    const then = caseAt(own, meeting.cutAt);
    told.push({ verdict, inTime: then !== null && columnOf(then) !== 'intake' && (missingForMeeting(then).length === 0 || columnOf(then) === 'recommendation') });
  }
  return told;
}

describe('the forecast over the demo\'s months', () => {
  it('was right far more often than not: what it called on track came in time, what it called too late did not', async () => {
    const told = await replay();
    const share = (verdicts: readonly ForecastVerdict[], inTime: boolean) => {
      const own = told.filter(({ verdict }) => verdicts.includes(verdict));
      return { forecasts: own.length, right: own.filter((each) => each.inTime === inTime).length };
    };
    const [early, late, risk] = [share(['ready', 'onTrack'], true), share(['notInTime'], false), told.filter(({ verdict }) => verdict === 'atRisk').length];
    console.info('forecast replay', { forecasts: told.length, early, late, atRisk: risk });
    expect(told.length).toBeGreaterThan(30);
    expect(early.right / Math.max(1, early.forecasts)).toBeGreaterThan(0.8);
    expect((early.right + late.right) / (early.forecasts + late.forecasts)).toBeGreaterThan(0.7);
  });
});
