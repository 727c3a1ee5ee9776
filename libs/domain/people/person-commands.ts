import type { Actor, Post } from '../core/actor.js';
import type { CommandDefinition } from '../core/command.js';
import type { Context } from '../core/context.js';
import { event } from '../core/event.js';
import { refuse, type Refusal } from '../core/refusal.js';
import type { Instant } from '../core/instant.js';
import type { PersonCommandData } from './commands.js';
import type { PersonEvent, PersonState } from './institution.js';
import { adminOf, adminOfSome, institutionsChanged } from './rights.js';

type PersonCommand<Name extends keyof PersonCommandData> = CommandDefinition<Name extends 'addPerson' ? null : PersonState, PersonCommandData[Name], PersonEvent>;

const postFault = (posts: readonly Post[]): Refusal | null => {
  if (posts.length === 0) return refuse('PERSON.POST_NEEDED', {}, 'posts');
  const without = posts.find((post) => post.role === 'specialist' && post.discipline === null);
  return without === undefined ? null : refuse('PERSON.DISCIPLINE_NEEDED', { role: without.role }, 'posts');
};
const oneselfOrAdmin = (actor: Actor, state: PersonState): Refusal | null => (actor.kind === 'person' && actor.personId === state.id ? null : adminOfSome(actor, state.posts));

/** Somebody gets an account: by the admins of the hospitals where they will work. Name and contact come as the command's person row. Refused: PERSON.POST_NEEDED, PERSON.DISCIPLINE_NEEDED. */
export const addPerson: PersonCommand<'addPerson'> = {
  type: 'addPerson', stream: 'person', begins: true, mayDo: (actor, _state, { posts }) => adminOf(actor, posts.map((post) => post.institutionId)),
  decide: (_state, data) => postFault(data.posts) ?? [event('PersonAdded', data)],
};

/** Posts are changed by the admins of the hospitals in which something changes. Refused: PERSON.POST_NEEDED, PERSON.DISCIPLINE_NEEDED, PERSON.NOTHING_CHANGED. */
export const changePosts: PersonCommand<'changePosts'> = {
  type: 'changePosts', stream: 'person',
  mayDo: (actor, state, { posts }) => {
    const changed = institutionsChanged(state.posts, posts);
    return changed.length === 0 ? adminOfSome(actor, state.posts) : adminOf(actor, changed);
  },
  decide: (state, { posts }) => postFault(posts) ?? (institutionsChanged(state.posts, posts).length === 0 ? refuse('PERSON.NOTHING_CHANGED') : [event('PostsChanged', { posts })]),
};

/** Whoever would stand in for the substitute, as far as it goes: a chain that comes back to the person helps nobody. */
const comesBack = (context: Context, personId: string, substituteId: string): boolean => {
  const met = new Set<string>();
  for (let next: string | null = substituteId; next !== null && !met.has(next); next = context.people.byId(next)?.substituteId ?? null) {
    if (next === personId) return true;
    met.add(next);
  }
  return false;
};

/** Names who stands in while the person is away; null: nobody. By the person or an admin. Refused: PERSON.UNKNOWN, PERSON.SUBSTITUTE_COMES_BACK. */
export const nameSubstitute: PersonCommand<'nameSubstitute'> = {
  type: 'nameSubstitute', stream: 'person', mayDo: (actor, state) => oneselfOrAdmin(actor, state),
  decide: (state, { substituteId }, context) => {
    if (substituteId !== null && context.people.byId(substituteId)?.active !== true) return refuse('PERSON.UNKNOWN', {}, 'substituteId');
    if (substituteId !== null && comesBack(context, state.id, substituteId)) return refuse('PERSON.SUBSTITUTE_COMES_BACK', {}, 'substituteId');
    return [event('SubstituteNamed', { substituteId })];
  },
};

/** Sets when the person is away, as dates of the own zone or as instants; replaces what was planned. By the person or an admin. Refused: PERSON.LEAVE_BACKWARDS. */
export const planLeave: PersonCommand<'planLeave'> = {
  type: 'planLeave', stream: 'person', mayDo: (actor, state) => oneselfOrAdmin(actor, state),
  decide: (_state, { leave }) => (leave.some(({ from, to }) => to < from) ? refuse('PERSON.LEAVE_BACKWARDS', {}, 'leave') : [event('LeavePlanned', { leave })]),
};

/** The account ends, and with it every session: by an admin, not by oneself. Refused: PERSON.DISABLED_ALREADY, PERSON.NOT_ONESELF. */
export const disablePerson: PersonCommand<'disablePerson'> = {
  type: 'disablePerson', stream: 'person', mayDo: (actor, state) => adminOfSome(actor, state.posts),
  decide: (state, _data, { actor }) => {
    if (actor.kind === 'person' && actor.personId === state.id) return refuse('PERSON.NOT_ONESELF');
    return state.active ? [event('PersonDisabled', {})] : refuse('PERSON.DISABLED_ALREADY');
  },
};

/** Refused: PERSON.ENABLED_ALREADY. */
export const enablePerson: PersonCommand<'enablePerson'> = {
  type: 'enablePerson', stream: 'person', mayDo: (actor, state) => adminOfSome(actor, state.posts),
  decide: (state) => (state.active ? refuse('PERSON.ENABLED_ALREADY') : [event('PersonEnabled', {})]),
};

export const evolvePerson = (state: PersonState | null, happened: PersonEvent, _at: Instant, _actorId: string, streamId?: string): PersonState => {
  if (happened.type === 'PersonAdded') return { id: streamId ?? '', ...happened.data, active: true, substituteId: null, leave: [] };
  if (state === null) throw new Error(`The first event of a person is PersonAdded, not ${happened.type}`);
  switch (happened.type) {
    case 'PostsChanged': return { ...state, posts: happened.data.posts };
    case 'SubstituteNamed': return { ...state, substituteId: happened.data.substituteId };
    case 'LeavePlanned': return { ...state, leave: happened.data.leave };
    case 'NotificationSettingsChanged': {
      const { language, ...settings } = happened.data;
      return { ...state, language, notifications: { ...settings, version: (state.notifications?.version ?? 0) + 1 } };
    }
    case 'PersonDisabled': return { ...state, active: false };
    case 'PersonEnabled': return { ...state, active: true };
  }
};
