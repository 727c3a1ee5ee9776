import type { Actor } from './actor.js';
import type { Instant } from './instant.js';
import type { BoardDefinition } from '../boards/definition.js';
import type { Calendars } from '../tasks/allowances.js';
import type { People } from '../people/people.js';
import type { QuorumOfCase } from '../meetings/quorum.js';
import type { MeetingState } from '../meetings/state.js';
import type { FormAnswers } from '../forms/definition.js';

/** A form version as stored: what was on the screen when somebody signs, and its hash (SHA-256 of the canonical answers). */
export interface FormVersion {
  readonly draftId: string;
  readonly version: number;
  readonly formId: string;
  readonly answers: FormAnswers;
  readonly hash: string;
  readonly authorId: string;
  readonly at: Instant;
}

/** A coming meeting of a board, as the agenda needs it. */
export interface MeetingSummary { readonly id: string; readonly startsAt: Instant; readonly status: MeetingState['status']; readonly freezeAt: Instant }

/**
 * All that `decide` may know beside the state: read by the door in the same transaction.
 * Which optional parts are filled follows from the command's `needs`.
 */
export interface Context {
  /** The door's clock: max(clock, last event of the stream). */
  readonly now: Instant;
  readonly actor: Actor;
  readonly commandId: string;
  /** An id derived from the command id and a name: the same command makes the same ids. */
  readonly id: (name: string) => string;
  /** Ids under which the door stores the command's texts, by field name; null where none was given. */
  readonly text: (field: string) => string | null;
  /** SHA-256 (hex) of a value's canonical JSON: given by the door, pure. */
  readonly hash: (value: unknown) => string;
  /** Hash over the command's texts: what a signature covers beside codes. */
  readonly hashOfTexts: () => string;
  readonly board: BoardDefinition;
  readonly calendars: Calendars;
  /** Ladders of the board's version that the command names (`policyVersion`); null where it names none. */
  readonly policy?: BoardDefinition['ladders'] | null;
  /** The whole of the board's version that the command names (`toVersion`), with the ladders that the case keeps; null where there is no such version or it names none. */
  readonly toBoard?: BoardDefinition | null;
  readonly people: People;
  /** `needs: 'meeting'`: the meeting named by the command or the state, locked FOR SHARE. */
  readonly meeting: MeetingState | null;
  /** `needs: 'meetings'`: the board's coming meetings, earliest first. */
  readonly meetings: readonly MeetingSummary[];
  /** `needs: 'agenda'`: the open cases listed on the meeting, and what each still misses (`missingForMeeting`). */
  readonly agenda?: readonly AgendaCase[];
  /** `needs: 'draft'`: the newest version of the form draft that the command names. */
  readonly draft: FormVersion | null;
  /** `needs: 'typing'`: when the owner last saved typed work, of each task that a mark is about to take from them. */
  readonly lastTyped?: Readonly<Record<string, Instant>>;
  /** `needs: 'letterReaders'`: who opened a letter of the case, by the record of reads. */
  readonly letterReaders?: readonly string[];
}

/** A case on a meeting's agenda: the codes of what its file misses, what its quorum depends on, how hard it is. */
export interface AgendaCase extends QuorumOfCase { readonly caseId: string; readonly missing: readonly string[]; /** Points of `hardnessOf`. */ readonly hardness: number }

export type Need = 'meeting' | 'meetings' | 'draft' | 'agenda' | 'letterReaders' | 'typing';
