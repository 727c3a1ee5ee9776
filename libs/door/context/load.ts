import { aboutToBeTaken, type BoardDefinition, type CaseState, type Command, type MeetingState, type Need } from '#domain';
import type { Head } from '../head.js';
import type { Situation } from '../situation.js';
import type { Tx } from '../transaction.js';
import { calendarsOver } from './calendars.js';
import type { Read } from './context.js';
import { peopleAt, type Directory, type DirectoryCache } from './directory.js';
import { agendaOf, comingMeetings, lastTyped, letterReaders, newestDraft } from './needed.js';

/** A member of a command's data or of a state, where it is a text. */
export function member(value: unknown, name: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const found: unknown = Reflect.get(value, name);
  return typeof found === 'string' ? found : null;
}

/** The meeting a command is about: named by the command, or the one on whose agenda the case stands. */
export function meetingIdOf(command: Command, state: unknown): string | null {
  const listed: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, 'listed') : null;
  return member(command.data, 'meetingId') ?? member(listed, 'meetingId');
}

/** Reads all that a decision needs beside its own stream, in the command's transaction. */
export async function load(tx: Tx, cache: DirectoryCache, directory: Directory, command: Command, head: Head | null, meeting: Head | null, needs: readonly Need[], situation: Situation): Promise<Read> {
  const state = head?.state ?? null;
  const boardId = member(state, 'boardId') ?? member(command.data, 'boardId');
  const version = boardId === null ? null : boardVersion(directory, boardId, state);
  const draftId = member(command.data, 'draftId') ?? member(state, 'referralDraftId');
  const board = boardId === null || version === null ? null : await boardOf(tx, cache, boardId, version, numberIn(state, 'policyVersion'));
  return {
    board,
    policy: boardId === null ? null : await ladders(tx, cache, boardId, numberIn(command.data, 'policyVersion')),
    toBoard: board === null ? null : await movedTo(tx, cache, directory, board, numberIn(command.data, 'toVersion')),
    calendars: calendarsOver(directory),
    people: peopleAt(directory, situation.now),
    meeting: meeting === null ? null : (meeting.state as MeetingState),
    meetings: needs.includes('meetings') && boardId !== null ? await comingMeetings(tx, boardId, situation.now) : [],
    agenda: needs.includes('agenda') && head !== null ? await agendaOf(tx, head.id) : [],
    letterReaders: needs.includes('letterReaders') && head !== null ? await letterReaders(tx, head.id) : [],
    lastTyped: needs.includes('typing') && head !== null ? await lastTyped(tx, aboutToBeTaken(head.state as CaseState, situation.now)) : {},
    draft: needs.includes('draft') && draftId !== null ? await newestDraft(tx, draftId) : null,
  };
}

/** The board a case stands on, with the ladders of the version that it was moved to. */
async function boardOf(tx: Tx, cache: DirectoryCache, id: string, version: number, policyVersion: number | null): Promise<BoardDefinition> {
  const board = await cache.board(tx, id, version);
  const moved = await ladders(tx, cache, id, policyVersion);
  return moved === null ? board : { ...board, ladders: moved };
}

/** The version that a case is to be moved to, with the ladders that it keeps; null where there is none of that number. */
async function movedTo(tx: Tx, cache: DirectoryCache, directory: Directory, board: BoardDefinition, version: number | null): Promise<BoardDefinition | null> {
  if (version === null || !Number.isInteger(version) || version < 1 || version > (directory.boardVersions.get(board.id) ?? 0)) return null;
  return { ...(await cache.board(tx, board.id, version)), ladders: board.ladders };
}

const ladders = async (tx: Tx, cache: DirectoryCache, id: string, version: number | null): Promise<BoardDefinition['ladders'] | null> => (version === null ? null : (await cache.board(tx, id, version)).ladders);

function numberIn(value: unknown, name: string): number | null {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : null;
  return typeof found === 'number' ? found : null;
}

/** A case stays on the version it began on; what begins now, and meetings, take the newest. */
function boardVersion(directory: Directory, boardId: string, state: unknown): number | null {
  return numberIn(state, 'boardVersion') ?? directory.boardVersions.get(boardId) ?? null;
}
