import type { Fact } from '../core/refusal.js';
import type { BoardDefinition } from '../boards/definition.js';
import { isPaused } from '../tasks/change.js';
import { openTasks, openTasksOf, type Task, type TaskKind } from '../tasks/task.js';
import { missingItems } from './completeness.js';
import { isActive, isOver, opinionsNeeded } from './gates.js';
import { readyMoves } from './process.js';
import { isNeeded } from '../preparation/requests.js';
import type { CaseState } from './state.js';

/** A code with its facts: the sentence stands in the catalogues. `taskId` is the task that it is about. */
export interface CaseSentence { readonly code: string; readonly facts: Readonly<Record<string, Fact>>; readonly taskId: string | null }

const about = (code: string, task: Task, facts: CaseSentence['facts'] = {}): CaseSentence => ({ code, facts, taskId: task.id });
const listOf = (task: Task): readonly string[] => task.about['items']?.split(',') ?? [];

type Blocks = readonly [kind: TaskKind, sentence: (task: Task) => CaseSentence];
const blocking: readonly Blocks[] = [
  ['recordConsent', (task) => about('consentMissing', task, { purpose: task.about['purpose'] ?? null })],
  ['provideInformation', (task) => about('informationAwaited', task, { items: listOf(task) })],
  ['supplyItem', (task) => about('itemAsked', task, { items: [task.about['dataItem'] ?? 'priorTreatments'], ownerId: task.ownerId, dueAt: task.deadline?.dueAt ?? null })],
  ['resolveDiscordance', (task) => about('discordanceOpen', task)],
  ['supplyMaterial', (task) => about('materialAwaited', task, { items: listOf(task) })],
  ['scheduleMeeting', (task) => about('noMeeting', task)],
  ['removeDeferralCause', (task) => about('deferralCause', task, { cause: task.about['cause'] ?? null })],
  ['confirmOutcome', (task) => about('evidenceChanged', task)],
  ['nameAddressee', (task) => about('addresseeMissing', task)],
  ['sendLetter', (task) => about(task.about['code'] === 'recalled' ? 'letterRecalled' : 'letterFailed', task)],
];

/** What holds a case up, the gravest first: `onHold`, `consentMissing`, `informationAwaited`, `discordanceOpen`, ...; null where it only waits for its turn. */
export const blockerOf = (state: CaseState, board: BoardDefinition): CaseSentence | null => {
  if (isOver(state)) return null;
  if (state.hold !== null) return { code: 'onHold', facts: { reason: state.hold.reason, resumeBy: state.hold.resumeBy, since: state.hold.since }, taskId: openTasksOf(state.tasks, 'resumeHold')[0]?.id ?? null };
  for (const [kind, sentence] of blocking) {
    const task = openTasksOf(state.tasks, kind).find((one) => kind !== 'supplyItem' || isNeeded(one));
    if (task !== undefined) return sentence(task);
  }
  const [needed] = opinionsNeeded(state);
  if (needed !== undefined) return about('opinionAwaited', needed, { discipline: needed.offer.discipline });
  const missing = isActive(state, 'intake') ? missingItems(state, board) : [];
  return missing.length > 0 ? { code: 'itemsMissing', facts: { items: missing, count: missing.length }, taskId: null } : null;
};

const endOfTime = '9999';
const nearest = (tasks: readonly Task[]): Task | undefined => tasks.toSorted((a, b) => ((a.deadline?.dueAt ?? endOfTime) < (b.deadline?.dueAt ?? endOfTime) ? -1 : 1))[0];

/**
 * What happens next, as one sentence: `submit` a draft, `resume` a hold, the process makes a move (`processMoves`), the meeting decides
 * (`meetingDecides`), somebody's task (`taskOwned`, `taskOffered`, `taskWaits` while its clock stands still); null when the case is over.
 */
export const nextStepOf = (state: CaseState): CaseSentence | null => {
  if (isOver(state)) return null;
  if (state.status === 'draft') return { code: 'submit', facts: {}, taskId: null };
  const resume = openTasksOf(state.tasks, 'resumeHold')[0];
  if (resume !== undefined) return about('resume', resume, { resumeBy: state.hold?.resumeBy ?? null });
  const [move] = readyMoves(state);
  if (move !== undefined) return { code: 'processMoves', facts: { move: move.name }, taskId: null };
  const tasks = openTasks(state.tasks);
  const task = nearest(tasks.filter((one) => !isPaused(one))) ?? tasks[0];
  return task === undefined ? null : about(codeOf(task), task, factsOf(task));
};

const codeOf = (task: Task): string => {
  if (task.kind === 'decide') return 'meetingDecides';
  if (isPaused(task)) return 'taskWaits';
  return task.ownerId === null ? 'taskOffered' : 'taskOwned';
};
const factsOf = (task: Task): CaseSentence['facts'] => ({
  kind: task.kind, ownerId: task.ownerId, role: task.offer.role, discipline: task.offer.discipline, institutionId: task.offer.institutionId, dueAt: task.deadline?.dueAt ?? null,
  because: task.noDeadlineBecause, meetingId: task.about['meetingId'] ?? null,
});
