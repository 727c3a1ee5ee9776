import type { Context } from '../core/context.js';
import { event } from '../core/event.js';
import type { Instant } from '../core/instant.js';
import type { NoDeadlineCause } from '../cases/lists.js';
import type { Stage } from '../cases/stages.js';
import type { CaseState } from '../cases/state.js';
import type { CaseEvent } from '../cases/events.js';
import type { Allowance } from './allowances.js';
import { ladderFor, planDeadline, until, withAllowance } from './deadline.js';
import { standInFor } from './stand-in.js';
import type { Offer, Task, TaskKind } from './task.js';

/** What a new task needs to be told. */
export interface TaskSpec {
  /** Makes the task's id from the command id: two tasks of one command need two names. Default: the kind. */
  readonly name?: string;
  readonly kind: TaskKind;
  readonly stage: Stage;
  readonly offer: Offer;
  /** Owner from the start; null offers it to the pool. Who is away or gone is replaced by the named substitute. */
  readonly ownerId?: string | null;
  readonly about?: Readonly<Record<string, string>>;
  /** Another allowance than the ladder's own: clock or working time, see `Allowance`. */
  readonly allowance?: Allowance;
  /** Due at this instant (clock time), with the ladder's rungs. */
  readonly dueAt?: Instant;
  /** No clock runs, because ... (`awaitingMeeting`). Then no deadline is planned. */
  readonly noDeadlineBecause?: NoDeadlineCause;
  /** Key of the ladder where it is not the kind's own: `<kind>.<urgency>`, then `<kind>`. */
  readonly ladder?: string;
}

/**
 * A task with its ladder planned: offered to a pool, or owned. Clinical default of each ladder: the board's data.
 * Throws where the board has no ladder for the kind.
 */
export const openTask = (state: Pick<CaseState, 'round' | 'urgency'>, context: Context, spec: TaskSpec): Task => {
  const ownerId = spec.ownerId == null ? null : standInFor(context.people, spec.ownerId, spec.offer.discipline);
  const named = ladderFor(context.board, spec.ladder ?? spec.kind, state.urgency);
  const allowance = spec.dueAt === undefined ? spec.allowance : until(context.now, spec.dueAt);
  const ladder = allowance === undefined ? named : withAllowance(named, allowance);
  const owner = { institutionId: spec.offer.institutionId, personId: ownerId };
  return {
    id: context.id(spec.name ?? spec.kind), kind: spec.kind, stage: spec.stage, round: state.round, offer: spec.offer, ownerId, ownedSince: ownerId === null ? null : context.now,
    status: ownerId === null ? 'ready' : 'inProgress',
    deadline: spec.noDeadlineBecause === undefined ? planDeadline(context, ladder, context.now, owner) : null,
    noDeadlineBecause: spec.noDeadlineBecause ?? null,
    pauses: [], about: spec.about ?? {}, createdAt: context.now, closedAt: null, closedBy: null, result: null, expiresAt: null, version: 1,
    ...(ownerId === null || spec.ownerId == null || ownerId === spec.ownerId ? {} : { actingFor: { personId: spec.ownerId, since: context.now, because: 'absence' as const } }),
  };
};

export const taskCreated = (state: Pick<CaseState, 'round' | 'urgency'>, context: Context, spec: TaskSpec): CaseEvent => event('TaskCreated', { task: openTask(state, context, spec) });
