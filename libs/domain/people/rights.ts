import { holds, type Actor, type Post } from '../core/actor.js';
import { refuse, type Refusal } from '../core/refusal.js';

const isOperator = (actor: Actor): boolean => actor.kind === 'process' && actor.name === 'operator';

/** Admins of every hospital named, or the operator: it makes the first admin, when there is none yet. */
export const adminOf = (actor: Actor, institutionIds: readonly string[]): Refusal | null =>
  (isOperator(actor) || (institutionIds.length > 0 && institutionIds.every((id) => holds(actor, 'admin', id))) ? null : refuse('ACCESS.NOT_ALLOWED', { needs: ['admin'] }));

/** An admin of one of the hospitals where somebody works. */
export const adminOfSome = (actor: Actor, posts: readonly Post[]): Refusal | null =>
  (isOperator(actor) || posts.some((post) => holds(actor, 'admin', post.institutionId)) ? null : refuse('ACCESS.NOT_ALLOWED', { needs: ['admin'] }));

/** The hospitals in which two lists of posts differ: their admins must agree to a change, others' need not. */
export const institutionsChanged = (before: readonly Post[], after: readonly Post[]): readonly string[] => {
  const key = ({ institutionId, role, discipline }: Post): string => `${institutionId}/${role}/${discipline ?? ''}`;
  const kept = new Set(before.map(key).filter((one) => after.some((post) => key(post) === one)));
  return [...new Set([...before, ...after].filter((post) => !kept.has(key(post))).map((post) => post.institutionId))];
};
