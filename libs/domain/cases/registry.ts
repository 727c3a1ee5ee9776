import type { CommandDefinition } from '../core/command.js';
import { refuse } from '../core/refusal.js';
import type { CaseCommands } from './definition.js';
import type { CaseEvent } from './events.js';
import { grantsOf, mayRead } from './grants.js';
import { firstHalf } from './registry-first.js';
import { secondHalf } from './registry-second.js';
import type { CaseState } from './state.js';

type OnCase = CommandDefinition<CaseState, object, CaseEvent>;

/** Before any rule of its own, each command on a case asks whether the actor may see the case at all: where not, it isn't there (no oracle). */
const seenFirst = <Definition extends OnCase>(definition: Definition): Definition => ({
  ...definition,
  mayDo: (actor, state, data, context) =>
    (mayRead(actor, grantsOf(state, context.board), context.now) ? definition.mayDo(actor, state, data, context) : refuse('ACCESS.NOT_FOUND')),
});

// an escalation reaches also who may not read the case, and so does an admin's new version: their own rules say who may
const { openReferral, acknowledgeEscalation, moveToBoardVersion, ...others } = { ...firstHalf, ...secondHalf };
const guarded = Object.fromEntries(Object.entries(others).map(([name, definition]) => [name, seenFirst(definition as OnCase)])) as unknown as typeof others;

/** Every command on a case, by name. The door takes them from here and from nowhere else. */
export const caseCommands: CaseCommands = { openReferral, acknowledgeEscalation, moveToBoardVersion, ...guarded };
