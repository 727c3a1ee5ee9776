import { dateAt } from '../core/date-in-zone.js';
import { earliest, later, type DateOnly, type Instant, type Zone } from '../core/instant.js';
import type { BoardDefinition } from '../boards/definition.js';
import type { CaseState, Opinion, Outcome } from '../cases/state.js';

/** A day on which something was reached; `atTheLatest` where only a day is known by which it was. */
export interface Reached { readonly on: DateOnly; readonly atTheLatest: boolean }

/**
 * When the diagnosis stood: in the earliest round whose pathology readings were all signed (both, where the tumor type asks for a second)
 * and whose major discordance, if any, was resolved; or when the board decided on the case, whichever came first. Null before.
 */
export const diagnosisOf = (state: CaseState, board: BoardDefinition): Instant | null => {
  const needsSecond = board.tumorTypes.find(({ code }) => code === state.tumorType)?.secondPathology ?? false;
  const rounds = [...new Set(Object.values(state.opinions).map(({ round }) => round))];
  const read = rounds.flatMap((round) => readIn(state, round, needsSecond) ?? []);
  const decided = Object.values(state.outcomes).filter(({ kind }) => kind === 'recommendation' || kind === 'coveredByStandard').map(({ at }) => at);
  return earliest([...read, ...decided]);
};

const readIn = (state: CaseState, round: number, needsSecond: boolean): Instant | null => {
  const first = (kind: Opinion['kind']): Instant | null => earliest(Object.values(state.opinions).filter((opinion) => opinion.kind === kind && opinion.round === round).map(({ signedAt }) => signedAt));
  const [own, second] = [first('pathology'), first('secondPathology')];
  if (own === null || (needsSecond && second === null)) return null;
  const settling = Object.values(state.tasks).filter((task) => task.kind === 'resolveDiscordance' && task.round === round);
  if (settling.some(({ closedAt }) => closedAt === null)) return null;
  return [second, ...settling.map(({ closedAt }) => closedAt)].reduce<Instant>((last, at) => (at === null ? last : later(last, at)), own);
};

const newest = (state: CaseState): Outcome | null => (state.currentOutcomeId === null ? null : (state.outcomes[state.currentOutcomeId] ?? null));

/** When the patient agreed to what the board advised: the decision to treat. Null while undecided, and where the patient declined. */
export const decisionOf = (state: CaseState): Instant | null => {
  const outcome = newest(state);
  return outcome?.patientDecision === 'accepted' ? (outcome.patientDecidedAt ?? null) : null;
};

const began = (zone: Zone) => ({ on, knownAt }: NonNullable<CaseState['waiting']>['treatments'][number]): Reached => (on === null ? { on: dateAt(knownAt, zone), atTheLatest: true } : { on, atTheLatest: false });
const firstOf = (reached: readonly Reached[]): Reached | null => reached.toSorted((a, b) => (a.on < b.on ? -1 : 1))[0] ?? null;

/** The first treatment of the case. */
export const treatmentOf = (state: CaseState, zone: Zone): Reached | null => firstOf((state.waiting?.treatments ?? []).map(began(zone)));

/** The first treatment that followed the board's newest advice; begun before the patient's word was typed in, it counts from the day of the decision. */
export const treatmentAfter = (state: CaseState, zone: Zone, decidedOn: DateOnly): Reached | null => {
  const outcome = newest(state);
  const found = firstOf((state.waiting?.treatments ?? []).map(began(zone)).filter(({ on }) => outcome !== null && on >= dateAt(outcome.at, zone)));
  return found !== null && found.on < decidedOn ? { ...found, on: decidedOn } : found;
};

/** When waiting ended without what was waited for: the case was over, or the patient declined. */
export const endOf = (state: CaseState): Instant | null => {
  const outcome = newest(state);
  const declined = outcome?.patientDecision === 'declined' ? (outcome.patientDecidedAt ?? null) : null;
  return earliest([state.closed?.at, state.withdrawn?.at, state.rejected?.at, declined].flatMap((at) => at ?? []));
};
