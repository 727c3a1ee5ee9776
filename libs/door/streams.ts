import type { CommandDefinition, DomainEvent, Instant, StreamKind } from '#domain';
import type { ProcessPart } from './head.js';
import type { Projection } from './projections/change.js';

/** A kind of stream as the transaction sees it: states and data are whatever the domain of that kind says they are. */
export interface StreamType {
  readonly kind: StreamKind;
  readonly commands: Readonly<Record<string, ErasedCommand>>;
  readonly evolve: (state: unknown, event: DomainEvent, at: Instant, actorId: string, streamId: string) => unknown;
  /** What its process needs to know; null for kinds that no process keeps in time. */
  readonly process: ((state: unknown) => ProcessPart) | null;
  readonly project: Projection<unknown>;
}
export type ErasedCommand = CommandDefinition<unknown, object, DomainEvent>;

interface Typed<State, Event extends DomainEvent> {
  readonly kind: StreamKind;
  readonly commands: Readonly<Record<string, CommandDefinition<never, never, Event>>>;
  readonly evolve: (state: State | null, event: Event, at: Instant, actorId: string, streamId: string) => State;
  readonly process: ((state: State) => ProcessPart) | null;
  readonly project: Projection<State>;
}

/**
 * Forgets a kind's types, in this one place: a head's state was made by the same kind's `evolve`, its events by the same kind's
 * `decide`, and a command's data were validated for its name before they reached the door.
 */
export function streamType<State, Event extends DomainEvent>(typed: Typed<State, Event>): StreamType {
  return typed as unknown as StreamType;
}

/** Every kind of stream that commands may change, by kind. */
export type StreamTypes = Readonly<Partial<Record<StreamKind, StreamType>>>;

/** The definition that a command's name means: of the stream's own kind, or, where there is no stream yet, the one that begins it. */
export function definitionFor(types: StreamTypes, name: string, kind: StreamKind | null): { readonly type: StreamType; readonly definition: ErasedCommand } | null {
  const candidates = kind === null ? Object.values(types) : [types[kind]];
  for (const type of candidates) {
    const definition = type !== undefined && Object.hasOwn(type.commands, name) ? type.commands[name] : undefined;
    if (type !== undefined && definition !== undefined && (kind !== null || definition.begins === true)) return { type, definition };
  }
  return null;
}

/** Whether a command of this name, on whatever kind of stream, may have to hold a meeting still. */
export const mayNeedMeeting = (types: StreamTypes, name: string): boolean =>
  Object.values(types).some((type) => Object.hasOwn(type.commands, name) && type.commands[name]?.needs?.includes('meeting') === true);
