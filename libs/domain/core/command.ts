import type { Context, Need } from './context.js';
import type { DomainEvent, StreamKind } from './event.js';
import type { Actor } from './actor.js';
import type { PartialDate } from './instant.js';
import type { Refusal } from './refusal.js';

/**
 * A command as the door takes it. `commandId` makes it idempotent: the same id with the same body gets the same answer.
 * `texts` are clinical words: the door stores them in rows of their own and hands `decide` only their ids.
 */
export interface Command<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly commandId: string;
  readonly streamId: string;
  /** The version of the task, opinion, draft or agenda item that was on the screen. */
  readonly seenVersion?: number;
  readonly data: Data;
  readonly texts?: Readonly<Record<string, string>>;
  /** Identity and contact, which stand in rows and never in events. */
  readonly rows?: { readonly patient?: PatientRow; readonly person?: PersonRow };
}

/** A name as people have it: any part may be missing; a name not known says why. Several scripts side by side. */
export interface HumanName { readonly script: string; readonly family: string | null; readonly given: string | null; readonly patronymic: string | null; readonly notKnownBecause: string | null }
export type Allergies = { readonly state: 'none' } | { readonly state: 'notAsked' } | { readonly state: 'withheld' } | { readonly state: 'some'; readonly list: readonly string[] };
export interface PatientRow { readonly id: string; readonly institutionId: string; readonly names: readonly HumanName[]; readonly born: PartialDate | null; readonly sex: 'female' | 'male' | 'other' | 'unknown'; readonly identifier: string | null; readonly identifierKind: string | null; readonly allergies: Allergies; readonly contact: Readonly<Record<string, string>>; readonly guardian: string | null }
export interface PersonRow { readonly id: string; readonly name: string; readonly nameOriginal: string | null; readonly email: string; readonly phone: string | null; readonly title: string | null }

/** One kind of command: who may, what it needs, what follows. All pure. */
export interface CommandDefinition<State, Data extends object, Event extends DomainEvent> {
  readonly type: string;
  readonly stream: StreamKind;
  /** True for the commands that begin a stream: state is null before them. */
  readonly begins?: boolean;
  /** Signing needs a sign-in at most ten minutes old: refused with ACCESS.FRESH_SIGN_IN_NEEDED. */
  readonly needsFreshSignIn?: boolean;
  readonly needs?: readonly Need[];
  /** Answers null where the actor may, a refusal where not. The door asks it first. */
  readonly mayDo: (actor: Actor, state: State, data: Data, context: Context) => Refusal | null;
  readonly decide: (state: State, data: Data, context: Context, seenVersion: number | undefined) => readonly Event[] | Refusal;
}

/** The move names that a stream's process issues by itself, with the round they belong to. */
export interface Move { readonly name: string; readonly round: number }
