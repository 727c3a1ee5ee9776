import { holds } from '../core/actor.js';
import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import { openTasks } from '../tasks/task.js';
import type { CaseCommand } from './definition.js';
import { isOver } from './gates.js';
import { documentKinds } from './lists.js';
import { actorId, caseManager, oneOf, onCase, referrer } from './may.js';
import { over } from './under-way.js';

/**
 * Puts a stored file on the case: by the referrer, case managers, transfer coordinators and whoever owns one of its tasks.
 * Refused: CASE.OVER, DOCUMENT.KIND_UNKNOWN, DOCUMENT.ALREADY_THERE (the same bytes stand on this case).
 */
export const addDocument: CaseCommand<'addDocument'> = {
  type: 'addDocument', stream: 'case',
  mayDo: onCase(oneOf(referrer, caseManager, (actor) => holds(actor, 'transferCoordinator'), (actor, state) => openTasks(state.tasks).some((task) => task.ownerId === actor.personId))),
  decide: (state, { documentId, fileId, kind, language, sha256 }, context) => {
    if (isOver(state)) return over(state, context);
    if (!documentKinds.some((known) => known === kind)) return refuse('DOCUMENT.KIND_UNKNOWN', { kind }, 'kind');
    const same = Object.values(state.documents).find((document) => document.sha256 === sha256 && document.removedAt === null);
    if (same !== undefined) return refuse('DOCUMENT.ALREADY_THERE', { at: same.addedAt, kind: same.kind });
    return [event('DocumentAdded', { document: { id: documentId, fileId, kind, language, sha256, addedAt: context.now, addedBy: actorId(context.actor), removedAt: null } })];
  },
};

/** Takes a wrong document off the case; its bytes stay until erased. Refused: CASE.OVER, DOCUMENT.NOT_FOUND. */
export const removeDocument: CaseCommand<'removeDocument'> = {
  type: 'removeDocument', stream: 'case', mayDo: onCase(oneOf(referrer, caseManager)),
  decide: (state, { documentId, reason }, context) => {
    if (isOver(state)) return over(state, context);
    const document = state.documents[documentId];
    if (document === undefined || document.removedAt !== null) return refuse('DOCUMENT.NOT_FOUND');
    return [event('DocumentRemoved', { documentId, reason })];
  },
};
