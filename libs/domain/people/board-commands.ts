import type { CommandDefinition } from '../core/command.js';
import { event } from '../core/event.js';
import type { Instant } from '../core/instant.js';
import { refuse } from '../core/refusal.js';
import { faultsOfBoard } from '../boards/faults.js';
import type { BoardCommandData } from './commands.js';
import type { BoardEvent, BoardState } from './institution.js';
import { adminOf } from './rights.js';

/**
 * Publishes a board's next version; cases keep the version that they began on. By an admin of the host. Refused: BOARD.NEWER_VERSION
 * (the version that is in force), BOARD.INVALID (faults that would leave a case stuck).
 */
export const publishBoard: CommandDefinition<BoardState | null, BoardCommandData['publishBoard'], BoardEvent> = {
  type: 'publishBoard', stream: 'board', begins: true, mayDo: (actor, _state, { definition }) => adminOf(actor, [definition.hostInstitutionId]),
  decide: (state, { definition }, context) => {
    const version = state?.version ?? 0;
    if (definition.version !== version + 1) return refuse('BOARD.NEWER_VERSION', { version });
    const faults = faultsOfBoard(definition);
    return faults.length > 0 ? refuse('BOARD.INVALID', { faults }, 'definition') : [event('BoardPublished', { version: definition.version, definitionHash: context.hash(definition) })];
  },
};

export const evolveBoard = (state: BoardState | null, happened: BoardEvent, _at: Instant, _actorId: string, streamId?: string): BoardState => ({ id: state?.id ?? streamId ?? '', version: happened.data.version });
