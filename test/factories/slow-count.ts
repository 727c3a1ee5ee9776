import { disciplines, evolveCase, waitingClocksOf, workingTimeBetween, type BoardDefinition, type Calendar, type CaseEvent, type CaseState, type MeetingEvent } from '#domain';

/** An event as it lies in the log. */
export interface Logged { readonly stream: string; readonly seq: number; readonly kind: string; readonly type: string; readonly at: string; readonly actor: string; readonly version: number; readonly data: unknown }
/** Hospitals by id, as far as counting needs them. */
export interface Places { readonly zone: (institutionId: string) => string; readonly calendar: (institutionId: string) => Calendar; readonly board: (boardId: string, version: number) => BoardDefinition }
/** One thing counted, as a line: figure, part, code, when, how long by the clock and in working time. */
export type Counted = readonly [figure: string, part: string, code: string, stream: string, at: string, ms: number | null, worked: number | null];


const ofTheFile = ['pathologyMissing', 'imagingMissing', 'stagingIncomplete', 'patientInformationMissing'];
const between = (from: string, to: string): number => Date.parse(to) - Date.parse(from);

/** What the numbers count, told slowly: every event of every stream, one after the other, with nothing but its definition in mind. */
export function slowCount(log: readonly Logged[], places: Places): readonly Counted[] {
  const streams = [...grouped(log, ({ stream }) => stream).values()].map((events) => events.toSorted((a, b) => a.seq - b.seq));
  const meetings = streams.filter(([first]) => first?.kind === 'meeting');
  const cases = streams.filter(([first]) => first?.kind === 'case');
  return [...cases.flatMap((events) => ofCase(events, places)), ...meetings.flatMap(ofMeeting), ...minutes(cases.flat(), meetings.flat())];
}

function ofCase(events: readonly Logged[], places: Places): readonly Counted[] {
  const stream = events[0]?.stream ?? '';
  const found: Counted[] = [];
  const count = (figure: string, part: string, code: string, at: string, ms: number | null = null, worked: number | null = null): void => { found.push([figure, part, code, stream, at, ms, worked]); };
  const entered = new Map<string, string>();
  const followUps = new Map<number, { due: string; answer: string | null; because: string | null; at: string | null }>();
  let [state, isJudged, firstDecision]: [CaseState | null, boolean, string | null] = [null, false, null];
  let treatedOn: string | null = null;
  for (const logged of events) {
    const { at, actor } = logged;
    const event = logged as unknown as CaseEvent;
    state = evolveCase(state, event, at, actor, stream);
    switch (event.type) {
      case 'StageEntered': entered.set(event.data.stage, at); break;
      case 'StageLeft': {
        const from = entered.get(event.data.stage);
        entered.delete(event.data.stage);
        if (from !== undefined && !event.data.skipped) count('stageTime', event.data.stage, 'passed', at, between(from, at), worked(places.calendar(state.hostInstitutionId), from, at));
        break;
      }
      case 'CaseDelisted':
        if (!isJudged && event.data.cause === 'fileIncomplete') { isJudged = true; count('readiness', '', 'notReady', at); }
        break;
      case 'CaseDeferred':
        count('hearing', '', event.data.cause, at);
        if (!isJudged && event.data.cause !== 'listedInError') { isJudged = true; count('readiness', '', ofTheFile.includes(event.data.cause) ? 'notReady' : 'ready', at); }
        break;
      case 'OutcomeRecorded': {
        const { kind, guideline, dissents } = event.data.outcome;
        count('hearing', '', 'decided', at);
        count('outcome', '', kind, at);
        if (!isJudged) { isJudged = true; count('readiness', '', 'ready', at); }
        if (kind === 'recommendation') {
          count('guideline', '', guideline === 'offGuideline' ? 'offGuideline' : 'followed', at);
          count('dissent', '', dissents.length > 0 ? 'dissent' : 'unanimous', at);
        }
        if (kind === 'recommendation' || kind === 'coveredByStandard') firstDecision ??= at;
        break;
      }
      case 'FirstTreatmentRecorded': if (state.round === 1) treatedOn = event.data.on; break;
      case 'FollowUpPlanned': followUps.set(state.round, { due: event.data.followUps.map(({ dueAt }) => dueAt).sort()[0] ?? at, answer: null, because: null, at: null }); break;
      case 'FollowUpAnswered': {
        const plan = followUps.get(state.round);
        if (plan !== undefined) followUps.set(state.round, { ...plan, answer: event.data.answer, because: event.data.because, at });
        break;
      }
      default:
    }
  }
  if (state === null) return [];
  const zone = places.zone(state.hostInstitutionId);
  if (firstDecision !== null) count('beforeTreatment', '', treatedOn === null ? 'notKnown' : treatedOn < dayIn(zone, firstDecision) ? 'treatedFirst' : 'discussedFirst', firstDecision);
  for (const { due, answer, because, at } of followUps.values()) {
    count('carriedOut', '', answer ?? 'notAnswered', at ?? due);
    if (answer !== null && answer !== 'yes' && because !== null) count('whyNot', '', because, at ?? due);
  }
  for (const clock of waitingClocksOf(state, places.board(state.boardId, state.boardVersion))) {
    if (clock.status === 'stopped' && clock.stoppedOn !== null) count('waiting', clock.code, clock.breachOn !== null && clock.breachOn <= clock.stoppedOn ? 'breached' : 'met', clock.stoppedOn);
  }
  return found;
}

function ofMeeting(events: readonly Logged[]): readonly Counted[] {
  const all = events as unknown as readonly (MeetingEvent & Logged)[];
  const opened = all.find(({ type }) => type === 'MeetingOpened');
  if (opened === undefined) return [];
  const came = new Set(all.flatMap((event) => (event.type === 'AttendanceRecorded' ? [event.data.attendance.discipline] : [])));
  const isClosed = all.some(({ type }) => type === 'MeetingClosed');
  return [['sitting', '', 'opened', opened.stream, opened.at, null, null],
    ...(isClosed ? disciplines.map((discipline): Counted => ['attendance', discipline, came.has(discipline) ? 'present' : 'absent', opened.stream, opened.at, null, null]) : [])];
}

/** While the board had turned to it, up to its decision; else from what was decided before it in the same room, or from when the sitting was opened. */
function minutes(cases: readonly Logged[], meetings: readonly Logged[]): readonly Counted[] {
  const heard = (cases as unknown as readonly (CaseEvent & Logged)[]).filter(({ actor }) => !actor.startsWith('process:'))
    .flatMap((event): { event: Logged; meeting: string }[] => (event.type === 'CaseDeferred' ? [{ event, meeting: event.data.meetingId }] : event.type === 'OutcomeRecorded' ? [{ event, meeting: event.data.outcome.meetingId }] : []));
  return [...grouped(heard, ({ meeting }) => meeting)].flatMap(([meeting, inRoom]) => {
    const sitting = meetings.filter(({ stream }) => stream === meeting).toSorted((a, b) => a.seq - b.seq);
    let before = sitting.find(({ type }) => type === 'MeetingOpened')?.at;
    return inRoom.toSorted((a, b) => a.event.at.localeCompare(b.event.at) || a.event.stream.localeCompare(b.event.stream)).flatMap(({ event }): Counted[] => {
      const spacing = before === undefined ? null : between(before, event.at);
      before = before === undefined ? undefined : event.at;
      return spacing === null ? [] : [['minutes', '', 'heard', event.stream, event.at, turnedTo(event, sitting) ?? spacing, null]];
    });
  });
}

/** How long the board had turned to a case before it decided on it; null where nobody said that it was taken up. */
function turnedTo(decision: Logged, sitting: readonly Logged[]): number | null {
  let [sum, since]: [number | null, string | null] = [null, null];
  for (const { type, at, data } of sitting) {
    if (!['CaseTakenUp', 'BreakTaken', 'MeetingClosed'].includes(type)) continue;
    if (since !== null && since < decision.at) sum = (sum ?? 0) + between(since, at < decision.at ? at : decision.at);
    since = type === 'CaseTakenUp' && (data as { caseId: string }).caseId === decision.stream ? at : null;
  }
  return sum;
}

function worked(calendar: Calendar, from: string, to: string): number {
  const found = workingTimeBetween(from, to, { calendar, unreviewedYears: 'plain-week' });
  if (!found.ok) throw new Error(found.refusal.code);
  return found.milliseconds;
}

const dayIn = (zone: string, at: string): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(at));

function grouped<T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}
