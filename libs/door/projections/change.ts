import type { Actor, BoardDefinition, Calendars, Command, DomainEvent, Instant, People } from '#domain';
import { together, type Tx } from '../transaction.js';

/** What one command changed on one stream: all that a projection may build from. */
export interface Change<State> {
  readonly streamId: string;
  readonly before: State | null;
  readonly after: State;
  readonly events: readonly DomainEvent[];
  /** Position of the last of the events. */
  readonly seq: number;
  readonly at: Instant;
  readonly actor: Actor;
  readonly command: Command;
  readonly board: () => BoardDefinition;
  /** The version of the board that the command took its case away from; null where it moved none. */
  readonly movedFrom: BoardDefinition | null;
  readonly people: People;
  readonly calendars: Calendars;
  /** Step by step: the state before and after each event. */
  readonly steps: readonly { readonly event: DomainEvent; readonly before: State | null; readonly after: State }[];
  readonly text: (field: string) => string | null;
}

/** Brings the tables that screens read up to date, in the command's own transaction. */
export type Projection<State> = (tx: Tx, change: Change<State>) => Promise<void>;

/** Begun in this order: what a later one refers to, an earlier one's first statement writes. */
export const inTurn = <State>(...projections: readonly Projection<State>[]): Projection<State> => async (tx, change) => {
  await together(...projections.map((project) => project(tx, change)));
};
