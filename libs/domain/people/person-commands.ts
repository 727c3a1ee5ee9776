import type { Actor, Post } from '../core/actor.js';
import type { CommandDefinition } from '../core/command.js';
import { isDate } from '../core/date-in-zone.js';
import { event } from '../core/event.js';
import { refuse, type Refusal } from '../core/refusal.js';
import type { PersonCommandData } from './commands.js';
import type { PersonEvent, PersonState } from './institution.js';
import { leaveToBegin, personNews } from './absence.js';
import { adminOf, adminOfSome, institutionsChanged } from './rights.js';
import { chainFault } from './substitutes.js';

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

/** Names who stands in while the person is away, for all or for one field; null: nobody. By the person or an admin. Refused: PERSON.UNKNOWN, PERSON.SUBSTITUTE_COMES_BACK, PERSON.SUBSTITUTE_CHAIN_LONG. */
export const nameSubstitute: PersonCommand<'nameSubstitute'> = {
  type: 'nameSubstitute', stream: 'person', mayDo: (actor, state) => oneselfOrAdmin(actor, state),
  decide: (state, { substituteId, discipline }, context) => {
    if (substituteId !== null && context.people.byId(substituteId)?.active !== true) return refuse('PERSON.UNKNOWN', {}, 'substituteId');
    const fault = substituteId === null ? null : chainFault(context.people, state, substituteId, discipline ?? null);
    return fault ?? [event('SubstituteNamed', discipline == null ? { substituteId } : { substituteId, discipline })];
  },
};

/** Sets when the person is away, as dates of the own zone or as instants; replaces what was planned. By the person or an admin. Refused: PERSON.LEAVE_BACKWARDS, DATE.NOT_A_DATE. */
export const planLeave: PersonCommand<'planLeave'> = {
  type: 'planLeave', stream: 'person', mayDo: (actor, state) => oneselfOrAdmin(actor, state),
  decide: (_state, { leave }) => {
    if (leave.some(({ from, to }) => to < from)) return refuse('PERSON.LEAVE_BACKWARDS', {}, 'leave');
    const wrong = leave.flatMap(({ from, to }) => [from, to]).find((at) => !isDate(at) && !(at.includes('T') && Number.isFinite(Date.parse(at))));
    return wrong === undefined ? [event('LeavePlanned', { leave })] : refuse('DATE.NOT_A_DATE', { date: wrong }, 'leave');
  },
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

/**
 * The process keeps a person's absence in two steps: a leave that begins makes its tasks owed; when every case was asked to hand them on (`handOnTasks`), that is
 * settled. Refused: TIME.NOT_YET_DUE with `inMs` (null: nothing to wait for; 0: what was owed is another by now), ACCESS.NOT_ALLOWED for people.
 */
export const keepAbsence: PersonCommand<'keepAbsence'> = {
  type: 'keepAbsence', stream: 'person', mayDo: (actor) => (actor.kind === 'process' ? null : refuse('ACCESS.NOT_ALLOWED', {})),
  decide: (state, { settles }, { now }) => {
    const owed = state.owes ?? null;
    if (owed !== null) return settles === owed.at ? [event('TasksHandedOn', { because: owed.because })] : refuse('TIME.NOT_YET_DUE', { inMs: 0 });
    const began = leaveToBegin(state).filter(({ at }) => at <= now);
    if (began.length > 0) return began.map(({ from, to }) => event('LeaveBegan', { from, to }));
    const next = personNews(state).nextDue;
    return refuse('TIME.NOT_YET_DUE', { inMs: next === null ? null : Math.max(0, Date.parse(next.at) - Date.parse(now)) });
  },
};
