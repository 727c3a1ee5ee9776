import type { CommandDefinition } from '../core/command.js';
import { event } from '../core/event.js';
import { plusMilliseconds, type Instant } from '../core/instant.js';
import { refuse } from '../core/refusal.js';
import { faultsOfBoard } from '../boards/faults.js';
import type { BoardCommandData } from './commands.js';
import type { BoardEvent, BoardState } from './institution.js';
import { adminOf } from './rights.js';

/**
 * Publishes a board's next version; cases keep the version that they began on. By an admin of the host, which stays the host. Refused:
 * BOARD.NEWER_VERSION (the version that is in force), BOARD.HOST_STAYS, BOARD.INVALID (faults that would leave a case stuck).
 */
export const publishBoard: CommandDefinition<BoardState | null, BoardCommandData['publishBoard'], BoardEvent> = {
  type: 'publishBoard', stream: 'board', begins: true, mayDo: (actor, state, { definition }) => adminOf(actor, [state?.hostInstitutionId ?? definition.hostInstitutionId]),
  decide: (state, { definition, movesOpenCases }, context) => {
    const version = state?.version ?? 0;
    if (definition.version !== version + 1) return refuse('BOARD.NEWER_VERSION', { version });
    const { hostInstitutionId } = definition;
    // whoever takes a board over takes its cases' sittings with it
    if (state?.hostInstitutionId !== undefined && state.hostInstitutionId !== hostInstitutionId) return refuse('BOARD.HOST_STAYS', {}, 'hostInstitutionId');
    const faults = faultsOfBoard(definition);
    return faults.length > 0 ? refuse('BOARD.INVALID', { faults }, 'definition') : [event('BoardPublished', { version: definition.version, definitionHash: context.hash(definition), hostInstitutionId, ...(movesOpenCases === true ? { movesOpenCases } : {}) })];
  },
};

/** A day: sittings are planned weeks ahead, and a new definition plans at once. */
const planEveryMs = 24 * 3_600_000;

/** The process has planned what the series needs. Refused: TIME.NOT_YET_DUE with `inMs`, ACCESS.NOT_ALLOWED for people. */
export const keepSeries: CommandDefinition<BoardState, BoardCommandData['keepSeries'], BoardEvent> = {
  type: 'keepSeries', stream: 'board', mayDo: (actor) => (actor.kind === 'process' ? null : refuse('ACCESS.NOT_ALLOWED', {})),
  decide: ({ planAt }, _data, { now }) => (planAt > now
    ? refuse('TIME.NOT_YET_DUE', { inMs: Date.parse(planAt) - Date.parse(now) })
    : [event('SeriesKept', { planAt: plusMilliseconds(now, planEveryMs) })]),
};

export const evolveBoard = (state: BoardState | null, happened: BoardEvent, at: Instant, _actorId: string, streamId?: string): BoardState => {
  const id = state?.id ?? streamId ?? '';
  switch (happened.type) {
    case 'BoardPublished': return { id, version: happened.data.version, planAt: at, ...(happened.data.hostInstitutionId === undefined ? {} : { hostInstitutionId: happened.data.hostInstitutionId }) };
    case 'SeriesKept': return { ...state, id, version: state?.version ?? 0, planAt: happened.data.planAt };
  }
};

/** What a board's process needs to know: when to plan next. */
export const boardNews = (state: BoardState) => ({ stages: [], ready: [], nextDue: { at: state.planAt, what: 'board.series' }, closed: false });
