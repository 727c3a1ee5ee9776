import { holds } from '../core/actor.js';
import { event } from '../core/event.js';
import { isRefusal, refuse } from '../core/refusal.js';
import { completeTask } from '../tasks/change.js';
import { openTasks } from '../tasks/task.js';
import type { CaseCommand } from './definition.js';
import { isOver } from './gates.js';
import { documentKinds } from './lists.js';
import { actorId, caseManager, oneOf, onCase, referrer } from './may.js';
import { openTaskOfKindOr } from './refusals.js';
import { requestsAnswered } from '../preparation/requests.js';
import type { CaseDocument } from './state.js';
import { over } from './under-way.js';

/**
 * Puts a stored file on the case: by the referrer, case managers, transfer coordinators and whoever owns one of its tasks.
 * What was asked for and is answered by it ends: items that its kind answers, and the request that it names. Refused: CASE.OVER, DOCUMENT.KIND_UNKNOWN,
 * DOCUMENT.ALREADY_THERE (the same bytes stand on this case), TASK.UNKNOWN and TASK.CLOSED (of the request).
 */
export const addDocument: CaseCommand<'addDocument'> = {
  type: 'addDocument', stream: 'case',
  mayDo: onCase(oneOf(referrer, caseManager, (actor) => holds(actor, 'transferCoordinator'), (actor, state) => openTasks(state.tasks).some((task) => task.ownerId === actor.personId))),
  decide: (state, { documentId, fileId, kind, language, sha256, answers = null }, context) => {
    if (isOver(state)) return over(state, context);
    if (!documentKinds.some((known) => known === kind)) return refuse('DOCUMENT.KIND_UNKNOWN', { kind }, 'kind');
    const same = Object.values(state.documents).find((document) => document.sha256 === sha256 && document.removedAt === null);
    if (same !== undefined) return refuse('DOCUMENT.ALREADY_THERE', { at: same.addedAt, kind: same.kind });
    const by = actorId(context.actor);
    const asked = answers === null ? null : openTaskOfKindOr(state, context, answers, 'supplyItem');
    if (isRefusal(asked)) return asked;
    const document: CaseDocument = { id: documentId, fileId, kind, language, sha256, addedAt: context.now, addedBy: by, removedAt: null };
    const answered = requestsAnswered({ ...state, documents: { ...state.documents, [documentId]: document } }, context, 'document');
    const named = asked === null || answered.some((one) => one.type === 'TaskCompleted' && one.data.taskId === asked.id) ? [] : [completeTask(asked, 'answered:document', by)];
    return [event('DocumentAdded', { document }), ...answered, ...named];
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
