import type { Actor, Discipline, Post, ProcessActor, Role } from '../core/actor.js';
import type { CommandDefinition } from '../core/command.js';
import type { Context, FormVersion, MeetingSummary } from '../core/context.js';
import type { DomainEvent } from '../core/event.js';
import type { Instant } from '../core/instant.js';
import { isRefusal, refuse, type Refusal } from '../core/refusal.js';
import type { BoardDefinition } from '../boards/definition.js';
import { boneSarcomaBoard } from '../boards/bone-sarcoma.js';
import { ASTANA, BISHKEK, SHANGHAI, TEL_AVIV } from '../calendars/shipped-calendars.js';
import type { MeetingCommandData, MeetingCommandName } from '../meetings/commands.js';
import type { MeetingEvent } from '../meetings/events.js';
import { evolveMeeting, meetingCommands } from '../meetings/registry.js';
import type { MeetingState } from '../meetings/state.js';
import { letterKey, letterKinds } from '../recommendations/letter-kinds.js';
import { lettersToMark } from '../recommendations/recalled-letters.js';
import { lettersToMake } from './gates.js';
import { missingForMeeting } from '../discussion/missing.js';
import { hardnessOf } from '../meetings/hardness.js';
import { allNamed, type People, type PersonSummary } from '../people/people.js';
import type { Allowance, AllowanceUnit, Calendars, Rung } from '../tasks/allowances.js';
import type { Calendar, Leave, WorkContext } from '../time/calendar.js';
import { markInstantsOrProvisional, type MarkSpec } from '../time/mark-instants.js';
import { closeOfWorkBefore } from '../time/working-instants.js';
import { workingTimeBetween } from '../time/working-time-between.js';
import type { CaseCommandData, CaseCommandName } from './commands.js';
import { evolveCase } from './evolve.js';
import type { CaseEvent } from './events.js';
import { readyMoves } from './process.js';
import { caseCommands } from './registry.js';
import type { CaseState } from './state.js';

/**
 * A hospital world for specs: four hospitals with their shipped calendars, their people, one board, and a door that keeps streams in memory.
 * Everything that changes goes through `mayDo` and `decide` of the registries, as behind the real door; the clock is carried by hand.
 */
export const hospitals = { shanghai: SHANGHAI, astana: ASTANA, bishkek: BISHKEK, telaviv: TEL_AVIV } as const;
type Hospital = keyof typeof hospitals;

const person = (id: string, substituteId: string | null, ...posts: readonly (readonly [Hospital, Role, Discipline?])[]): PersonSummary => ({
  id, name: id, active: true, substituteId, posts: posts.map(([institutionId, role, discipline]): Post => ({ institutionId, role, discipline: discipline ?? null })),
});
export const staff: readonly PersonSummary[] = [
  person('wang', 'sun', ['shanghai', 'chair'], ['shanghai', 'specialist', 'surgery']), person('sun', null, ['shanghai', 'specialist', 'surgery'], ['shanghai', 'chair']),
  person('li', null, ['shanghai', 'specialist', 'medicalOncology']), person('zhao', null, ['shanghai', 'specialist', 'radiationOncology']),
  person('chen', 'gu', ['shanghai', 'specialist', 'pathology']), person('gu', null, ['shanghai', 'specialist', 'pathology']),
  person('xu', null, ['shanghai', 'specialist', 'radiology']), person('he', null, ['shanghai', 'caseManager']), person('tang', null, ['shanghai', 'transferCoordinator']),
  person('lin', null, ['shanghai', 'scribe']), person('qian', null, ['shanghai', 'departmentHead', 'surgery']), person('adminShanghai', null, ['shanghai', 'admin']),
  person('dana', null, ['astana', 'referringClinician'], ['astana', 'specialist', 'medicalOncology']), person('aliya', null, ['astana', 'caseManager']),
  person('serik', null, ['astana', 'specialist', 'radiology']), person('marat', null, ['astana', 'specialist', 'pathology']), person('asel', null, ['astana', 'transferCoordinator']),
  person('levi', null, ['telaviv', 'specialist', 'surgery']), person('noa', null, ['telaviv', 'caseManager']), person('asanov', null, ['bishkek', 'specialist', 'medicalOncology']),
];

export const people: People = {
  byId: (id) => staff.find((one) => one.id === id) ?? null,
  holding: (role, institutionId, discipline) => staff.filter((one) => one.posts.some((post) => post.role === role && post.institutionId === institutionId && (discipline === undefined || post.discipline === discipline))),
  holdingAnywhere: (role) => staff.filter((one) => one.posts.some((post) => post.role === role)),
  whoNamed: (personId) => staff.filter((one) => allNamed(one).includes(personId)),
};

const units: Readonly<Record<AllowanceUnit, 'working-hours' | 'working-days' | 'clock-hours' | 'clock-days'>> = { workingHours: 'working-hours', workingDays: 'working-days', clockHours: 'clock-hours', clockDays: 'clock-days' };
const timed = ({ amount, unit }: Allowance) => ({ amount, unit: units[unit] });
const spec = ({ name, fraction, plus }: Rung): MarkSpec => (plus === undefined ? { name, fraction } : { name, fraction: 1, plus: timed(plus) });
const must = <Value extends object>(value: ({ readonly ok: true } & Value) | { readonly ok: false; readonly refusal: { readonly code: string } }): Value => {
  if (!value.ok) throw new Error(value.refusal.code);
  return value;
};

/** What working time depends on, as it stands after a change: calendars by hospital, leave by person. */
export interface Times { readonly calendars?: Readonly<Partial<Record<Hospital, Calendar>>>; readonly leave?: Readonly<Record<string, readonly Leave[]>>; readonly timeZoneData?: string }
export const calendarsWith = (times: Times): Calendars => {
  const all: Readonly<Record<string, Calendar>> = { ...hospitals, ...times.calendars };
  const calendarOf = (institutionId: string): Calendar => {
    const found = all[institutionId];
    if (found === undefined) throw new Error(`No hospital ${institutionId}`);
    return found;
  };
  const work = (institutionId: string, personId: string | null = null): WorkContext => ({ calendar: calendarOf(institutionId), unreviewedYears: 'plain-week', leave: personId === null ? [] : (times.leave?.[personId] ?? []) });
  return {
    marks: (start, ladder, owner, pauses) => {
      const { marks, reasons } = must(markInstantsOrProvisional(start, timed(ladder.allowance), { ...work(owner.institutionId, owner.personId), pauses: pauses.filter((pause) => pause.to !== null) }, ladder.rungs.map(spec)));
      const { version } = calendarOf(owner.institutionId);
      return { marks: marks.map(({ name, at }) => ({ name, at })), calendarId: owner.institutionId, calendarVersion: version, provisional: reasons.map((reason) => reason.kind), ...(times.timeZoneData === undefined ? {} : { timeZoneData: times.timeZoneData }) };
    },
    workingMilliseconds: (from, to, owner) => must(workingTimeBetween(from, to, work(owner.institutionId))).milliseconds,
    closeOfWorkBefore: (at, institutionId) => must(closeOfWorkBefore(at, work(institutionId))).at,
    zone: (institutionId) => calendarOf(institutionId).zone,
  };
};
export const calendars: Calendars = calendarsWith({});

export const board: BoardDefinition = boneSarcomaBoard({
  id: 'bone-sarcoma', hostInstitutionId: 'shanghai', partnerInstitutionIds: ['astana', 'telaviv'],
  series: { weekday: 4, localTime: '15:00', zone: 'Asia/Shanghai', minutes: 90, place: 'Video' },
});

/** Stands for SHA-256: differs wherever the value does. */
const sha256 = (value: unknown): string => JSON.stringify(value);
export type Texts = Readonly<Record<string, string>>;
export const process: ProcessActor = { kind: 'process', name: 'case-workflow' };

/** A person who has just signed in; `onBehalfOf` where the act is for somebody. */
export const as = (personId: string, now: Instant, onBehalfOf: string | null = null): Actor => {
  const found = people.byId(personId);
  if (found === null) throw new Error(`Nobody is called ${personId}`);
  return { kind: 'person', personId, posts: found.posts, authenticatedAt: now, institutionId: found.posts[0]?.institutionId ?? '', onBehalfOf, from: null };
};

type AnyCommand<State, Event extends DomainEvent> = CommandDefinition<State, object, Event>;

/** The world at work: one case and its board's meetings. */
export class World {
  state: CaseState | null = null;
  readonly meetings = new Map<string, MeetingState>();
  readonly events: CaseEvent[] = [];
  /** When each event happened. */
  readonly times: Instant[] = [];
  draft: FormVersion | null = null;
  /** Calendars and leave, changed by hand. */
  calendars: Calendars = calendars;
  /** Ladders of the board's version that a command names. */
  policy: BoardDefinition['ladders'] | null = null;
  /** The board's version that a command moves the case to. */
  toBoard: BoardDefinition | null = null;
  private onBoard = board;
  /** Whose accounts ended. */
  gone: readonly string[] = [];
  /** Who opened a letter, by the record of reads. */
  letterReaders: readonly string[] = [];
  /** When owners last saved what they type, by task. */
  lastTyped: Readonly<Record<string, Instant>> = {};
  private ladders = board.ladders;
  private commands = 0;

  constructor(public now: Instant, readonly conflicts: readonly string[] = []) {}

  get theCase(): CaseState {
    if (this.state === null) throw new Error('No case was opened');
    return this.state;
  }

  /** Puts a command on the case. Answers null where it was done, the refusal where not. */
  put<Name extends CaseCommandName>(name: Name, data: CaseCommandData[Name], actor: Actor, texts: Texts = {}, seenVersion?: number): Refusal | null {
    // Over the union of names TypeScript can't pair a definition with its data; the registry's type has already done so for callers.
    const definition = caseCommands[name] as unknown as AnyCommand<CaseState | null, CaseEvent>;
    const meetingId = 'meetingId' in data ? data.meetingId : this.state?.listed?.meetingId;
    const context = this.context(actor, texts, this.meetings.get(String(meetingId)) ?? null);
    const decided = definition.mayDo(actor, this.state, data, context) ?? definition.decide(this.state, data, context, seenVersion);
    if (isRefusal(decided)) return decided;
    for (const one of decided) {
      this.state = evolveCase(this.state, one, this.now, actor.kind === 'person' ? actor.personId : actor.name, 'case-1');
      this.events.push(one);
      this.times.push(this.now);
      if (one.type === 'MovedToBoardVersion') this.onBoard = this.toBoard ?? this.onBoard;
      if (one.type === 'DeadlinesReplanned' && one.data.policyVersion !== null) this.ladders = this.policy ?? this.ladders;
    }
    return null;
  }

  /** The same on a meeting; `planMeeting` begins it. */
  meet<Name extends MeetingCommandName>(name: Name, meetingId: string, data: MeetingCommandData[Name], actor: Actor): Refusal | null {
    return this.meetOn(null, name, meetingId, data, actor);
  }

  /** The same under another definition of the board. */
  meetOn<Name extends MeetingCommandName>(definitionOfBoard: BoardDefinition | null, name: Name, meetingId: string, data: MeetingCommandData[Name], actor: Actor): Refusal | null {
    const definition = meetingCommands[name] as unknown as AnyCommand<MeetingState | null, MeetingEvent>;
    let meeting = this.meetings.get(meetingId) ?? null;
    const agenda = this.state?.listed?.meetingId === meetingId ? [{ caseId: this.state.id, missing: missingForMeeting(this.state), conflicts: this.state.conflicts, sides: [this.state.originInstitutionId, this.state.hostInstitutionId], hardness: hardnessOf(this.state, 0).points }] : [];
    const context = { ...this.context(actor, {}, meeting), agenda, ...(definitionOfBoard === null ? {} : { board: definitionOfBoard }) };
    const decided = definition.mayDo(actor, meeting, data, context) ?? definition.decide(meeting, data, context, undefined);
    if (isRefusal(decided)) return decided;
    for (const one of decided) {
      meeting = evolveMeeting(meeting, one, this.now, 'x', meetingId);
      this.meetings.set(meetingId, meeting);
    }
    return null;
  }

  /** What the case's workflow does by itself until nothing is ready. Letters are attached as if they had been rendered. */
  settle(): void {
    for (let turn = 0; turn < 50; turn += 1) {
      const [move] = readyMoves(this.theCase);
      if (move === undefined) return;
      const refusal = move.name === 'makeLetters' ? this.letters() : this.put(move.name as 'finishCase', { round: move.round }, process);
      if (refusal !== null) throw new Error(`Ready, and refused: ${move.name} ${refusal.code} ${JSON.stringify(refusal.facts)}`);
    }
    throw new Error('Moves never end');
  }

  private letters(): Refusal | null {
    const outcomeId = this.theCase.currentOutcomeId ?? '';
    const outcome = this.theCase.outcomes[outcomeId];
    if (outcome === undefined) return refuse('RECOMMENDATION.SUPERSEDED');
    const signed = outcome.signaturesComplete;
    const [marks, due] = [lettersToMark(this.theCase), lettersToMake(this.theCase)];
    for (const { outcomeId: recalled, of, replacedAt } of marks) this.put('attachMarkedLetter', { outcomeId: recalled, of: of.sha256, fileId: `marked-${of.fileId}`, sha256: sha256([of.sha256, replacedAt]), replacedAt }, process);
    return letterKinds.filter((kind) => due.includes(letterKey(kind)))
      .map((kind) => this.put('attachLetter', { outcomeId, ...kind, fileId: `letter-${letterKey(kind)}`, sha256: sha256([outcomeId, letterKey(kind), signed]), signed }, process)).find((refusal) => refusal !== null) ?? null;
  }

  private context(actor: Actor, texts: Texts, meeting: MeetingState | null): Context {
    this.commands += 1;
    const commandId = `command-${this.commands}`;
    return {
      now: this.now, actor, commandId, id: (name) => `${name}-${commandId}`, text: (field) => (Object.hasOwn(texts, field) ? `${field}-${commandId}` : null),
      hash: sha256, hashOfTexts: () => sha256(texts), board: { ...this.onBoard, ladders: this.ladders }, calendars: this.calendars, policy: this.policy, toBoard: this.toBoard, people: this.people, letterReaders: this.letterReaders, lastTyped: this.lastTyped, meeting, meetings: this.coming(), draft: this.draft,
    };
  }

  private get people(): People {
    return this.gone.length === 0 ? people : { ...people, byId: (id) => { const found = people.byId(id); return found !== null && this.gone.includes(id) ? { ...found, active: false } : found; } };
  }

  private coming(): readonly MeetingSummary[] {
    return [...this.meetings.values()].filter(({ startsAt, status }) => startsAt > this.now && (status === 'planned' || status === 'frozen')).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  }
}
