import type { Context } from '../core/context.js';
import { event } from '../core/event.js';
import { isRefusal, refuse, type Refusal } from '../core/refusal.js';
import type { CaseCommandData } from '../cases/commands.js';
import type { CaseCommand } from '../cases/definition.js';
import { isLeft } from '../cases/gates.js';
import { actorId, caseManager, hostChair, onCase, oneOf } from '../cases/may.js';
import { firstOf, openTaskOfKindOr, wordless } from '../cases/refusals.js';
import type { CaseState } from '../cases/state.js';
import { notUnderWay } from '../cases/under-way.js';
import { disciplinesAsked } from '../forms/opinions/forms.js';
import { cancelTask } from '../tasks/change.js';
import { hospitalsOf, receiverOf } from '../tasks/claim-task.js';
import { openTask } from '../tasks/open-task.js';
import { openTasks, openTasksOf, type Task } from '../tasks/task.js';
import { isReview } from './opinion.js';

type Data = CaseCommandData['requestOpinion'];

/** Who reads for the board: owns an open review of the case, or signed one. */
const reviewer = ({ personId }: { readonly personId: string }, state: CaseState): boolean =>
  openTasks(state.tasks).some((task) => isReview(task.kind) && task.ownerId === personId) || Object.values(state.opinions).some((opinion) => opinion.signedBy === personId);

/** Somebody there could give it: active, of the discipline, without conflict of interest. */
const nobodyThere = (state: CaseState, { discipline, institutionId }: Data, { people }: Context): Refusal | null =>
  (people.holding('specialist', institutionId, discipline).some((person) => person.active && !state.conflicts.includes(person.id)) ? null : refuse('OPINION.NOBODY_THERE', { discipline }, 'institutionId'));

const unaskable = (state: CaseState, data: Data, context: Context): Refusal | null => {
  const asked = openTasksOf(state.tasks, 'opinion').find(({ offer, about }) => offer.discipline === data.discipline && offer.institutionId === data.institutionId && (about['askedOf'] ?? null) === data.personId);
  return firstOf(
    notUnderWay(state, context), isLeft(state, 'discussion') ? refuse('OPINION.TOO_LATE') : null,
    disciplinesAsked(context.board).includes(data.discipline) ? null : refuse('OPINION.DISCIPLINE_NOT_ASKED', { discipline: data.discipline }, 'discipline'),
    hospitalsOf(state, context).includes(data.institutionId) ? null : refuse('OPINION.NOT_OF_THIS_BOARD', {}, 'institutionId'),
    asked === undefined ? null : refuse('OPINION.ASKED_ALREADY', { discipline: data.discipline, at: asked.createdAt }),
    data.personId === null ? nobodyThere(state, data, context) : null, wordless(context, 'opinionQuestion'),
  );
};

/** The task as it would be offered; its question stands in a row of its own. */
const asTask = (state: CaseState, data: Data, context: Context, ownerId: string | null): Task => openTask(state, context, {
  kind: 'opinion', stage: 'discussion', offer: { institutionId: data.institutionId, role: 'specialist', discipline: data.discipline }, ownerId,
  about: {
    discipline: data.discipline, askedBy: actorId(context.actor), question: context.text('opinionQuestion') ?? '',
    ...(data.personId === null ? {} : { askedOf: data.personId }), ...(data.needed ? { needed: 'meeting' } : {}),
  },
});

/**
 * Any discipline can be asked for an opinion (product.md, "any discipline can be asked for by the board"): by a case manager, the host's chair or
 * who reads for the board, in words (text: opinionQuestion), at a hospital of the case or board, or of a named person there. Due by the board's
 * ladder and the case's urgency; `needed` keeps the case from the board until it is there. Refused: CASE.OVER, CASE.ON_HOLD, CASE.DRAFT,
 * OPINION.TOO_LATE once the board has spoken, OPINION.DISCIPLINE_NOT_ASKED, OPINION.NOT_OF_THIS_BOARD, OPINION.ASKED_ALREADY,
 * OPINION.NOBODY_THERE, TEXT.NEEDED, and what giving a task to a person refuses.
 */
export const requestOpinion: CaseCommand<'requestOpinion'> = {
  type: 'requestOpinion', stream: 'case', mayDo: onCase(oneOf(caseManager, hostChair, reviewer)),
  decide: (state, data, context) => {
    const refusal = unaskable(state, data, context);
    if (refusal !== null) return refusal;
    const offered = asTask(state, data, context, null);
    const receiver = data.personId === null ? null : receiverOf(state, offered, data.personId, context, 'personId');
    if (receiver !== null && typeof receiver !== 'string') return receiver;
    const task = receiver === null ? offered : asTask(state, data, context, data.personId);
    const { discipline, institutionId, personId, needed } = data;
    return [event('OpinionRequested', { taskId: task.id, discipline, institutionId, personId, needed, by: actorId(context.actor), questionTextId: context.text('opinionQuestion') }), event('TaskCreated', { task })];
  },
};

/**
 * What was asked is not needed any more, or nobody can give it: the task ends. By who asked, a case manager or the host's chair. text: note.
 * Refused: CASE.OVER, CASE.ON_HOLD, CASE.DRAFT, TASK.UNKNOWN, TASK.CLOSED, TASK.NEWER_VERSION.
 */
export const withdrawOpinionRequest: CaseCommand<'withdrawOpinionRequest'> = {
  type: 'withdrawOpinionRequest', stream: 'case',
  mayDo: (actor, state, { taskId }, context) => onCase(oneOf(caseManager, hostChair, ({ personId }) => state.tasks[taskId]?.about['askedBy'] === personId))(actor, state, { taskId }, context),
  decide: (state, { taskId }, context, seenVersion) => {
    const refusal = notUnderWay(state, context);
    if (refusal !== null) return refusal;
    const task = openTaskOfKindOr(state, context, taskId, 'opinion', seenVersion);
    if (isRefusal(task)) return task;
    return [event('OpinionRequestWithdrawn', { taskId, by: actorId(context.actor), noteTextId: context.text('note') }), cancelTask(task, 'opinionWithdrawn')];
  },
};
