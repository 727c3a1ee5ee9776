import { event, refuse, type CommandDefinition, type DomainEvent } from '#domain';
import { streamType, type StreamTypes } from '#door';

/** The smallest stream there is: a count that people raise, each with the count they saw. Tests the door without the clinic. */
export interface CounterState { readonly count: number; readonly claimedBy: string | null; readonly noteId: string | null }
type CounterEvent = DomainEvent<'Counted', { readonly to: number; readonly payload?: unknown; readonly noteId: string | null }> | DomainEvent<'Claimed', { readonly by: string }>;

const command = <State, Data extends object>(definition: Omit<CommandDefinition<State, Data, CounterEvent>, 'stream' | 'mayDo'>): CommandDefinition<State, Data, CounterEvent> =>
  ({ stream: 'institution', mayDo: () => null, ...definition });

const begin = command<null, { payload?: unknown }>({ type: 'begin', begins: true, decide: (_none, { payload }, { text }) => [event('Counted', { to: 0, payload, noteId: text('note') })] });
const count = command<CounterState, { payload?: unknown }>({
  type: 'count',
  decide: ({ count: now }, { payload }, { text }, seen) =>
    (seen !== undefined && seen !== now ? refuse('COUNTER.NEWER_VERSION', { version: now }) : [event('Counted', { to: now + 1, payload, noteId: text('note') })]),
});
const claim = command<CounterState, object>({
  type: 'claim',
  decide: ({ claimedBy }, _data, { actor }) => (claimedBy === null ? [event('Claimed', { by: actor.kind === 'person' ? actor.personId : actor.name })] : refuse('TASK.TAKEN', { by: claimedBy })),
});
const signed = command<CounterState, object>({ type: 'signed', needsFreshSignIn: true, decide: ({ count: now }) => [event('Counted', { to: now + 1, noteId: null })] });

export const evolveCounter = (state: CounterState | null, happened: CounterEvent): CounterState => {
  const before = state ?? { count: 0, claimedBy: null, noteId: null };
  return happened.type === 'Claimed' ? { ...before, claimedBy: happened.data.by } : { ...before, count: happened.data.to, noteId: happened.data.noteId };
};

export const counterTypes: StreamTypes = {
  institution: streamType<CounterState, CounterEvent>({
    kind: 'institution', commands: { begin, count, claim, signed }, evolve: evolveCounter,
    process: ({ count: now }) => ({ stages: [], ready: now === 1 ? [{ name: 'settle', round: 1 }] : [], nextDue: now >= 2 ? { at: '2026-12-01T00:00:00.000Z', what: 'counter' } : null, closed: false }),
    project: async () => undefined,
  }),
};
