import type { Actor, BoardDefinition, Command, Context, FormVersion, Instant, MeetingState, MeetingSummary, AgendaCase, People, Calendars } from '#domain';
import { derivedId } from '../derived-id.js';
import { hashOf } from '../plain.js';

/** What was read for a command, before it becomes the context of its decision. */
export interface Read {
  readonly board: BoardDefinition | null;
  readonly policy: BoardDefinition['ladders'] | null;
  /** The board's version that the command moves its case to. */
  readonly toBoard: BoardDefinition | null;
  readonly calendars: Calendars;
  readonly people: People;
  readonly meeting: MeetingState | null;
  readonly meetings: readonly MeetingSummary[];
  readonly agenda: readonly AgendaCase[];
  readonly draft: FormVersion | null;
  readonly letterReaders: readonly string[];
  readonly lastTyped?: Readonly<Record<string, Instant>>;
}

/** Ids under which a command's texts are stored. */
export const textId = (commandId: string, field: string): string => derivedId('text', commandId, field);

/** The context of a decision, with the ids that it asks for written down: they are the answer's `ids`. */
export function contextOf(command: Command, actor: Actor, now: Instant, read: Read): { readonly context: Context; readonly ids: Record<string, string> } {
  const ids: Record<string, string> = {};
  const texts = command.texts ?? {};
  const context: Context = {
    now, actor, commandId: command.commandId,
    id: (name) => (ids[name] ??= derivedId(command.commandId, name)),
    text: (field) => (Object.hasOwn(texts, field) ? textId(command.commandId, field) : null),
    hash: hashOf,
    hashOfTexts: () => hashOf(texts),
    // A stream without a board has no rule that asks for one: reading it there is a defect, not an empty board.
    get board() {
      if (read.board === null) throw new Error(`${command.type} has no board`);
      return read.board;
    },
    policy: read.policy, toBoard: read.toBoard, calendars: read.calendars, people: read.people, meeting: read.meeting, meetings: read.meetings, agenda: read.agenda, draft: read.draft, letterReaders: read.letterReaders, lastTyped: read.lastTyped ?? {},
  };
  return { context, ids };
}
