import type { Move } from '../core/command.js';
import { openTasks, openTasksOf, type Task } from '../tasks/task.js';
import { nextDue } from './due.js';
import { activeStages, currentOutcome, isLeft, isOver, readyForDiscussion, readyForFollowUp, readyForLetters, readyForListing, readyForRecommendation, readyForReviews, readyForTransfer, readyToCompleteSignatures, signTasks } from './gates.js';
import type { CaseState } from './state.js';
import { marksMade } from '../recommendations/recalled-letters.js';
import { stages, type Stage } from './stages.js';

export type CaseMoveName = 'startReviews' | 'enterDiscussion' | 'listOnNextMeeting' | 'enterRecommendation' | 'completeSignatures' | 'makeLetters' | 'enterTransfer' | 'enterFollowUp' | 'finishCase';
type Gate = readonly [name: CaseMoveName, isReady: (state: CaseState) => boolean, times: (state: CaseState) => number];

const tasksEver = (state: CaseState, kind: Task['kind']): number => Object.values(state.tasks).filter((task) => task.kind === kind).length;
const once = (): number => 0;

/** What the process may do by itself, with how often it was possible before in this round: that makes each time's command id new. */
const gates: readonly Gate[] = [
  ['startReviews', readyForReviews, once],
  ['enterDiscussion', readyForDiscussion, once],
  ['listOnNextMeeting', readyForListing, (state) => state.listings + tasksEver(state, 'scheduleMeeting')],
  ['enterRecommendation', readyForRecommendation, once],
  ['completeSignatures', readyToCompleteSignatures, (state) => signTasks(state).length],
  ['makeLetters', readyForLetters, (state) => 2 * (signTasks(state).length + tasksEver(state, 'sendLetter') + (currentOutcome(state)?.lettersAsked?.length ?? 0) + marksMade(state)) + (currentOutcome(state)?.signaturesComplete === true ? 1 : 0)],
  ['enterTransfer', readyForTransfer, once],
  ['enterFollowUp', readyForFollowUp, once],
];

/** Nothing is active, nothing else is ready: what is left is to say how it ended. Catches every path that stages leave open. */
const readyToFinish = (state: CaseState): boolean => isLeft(state, 'intake') && activeStages(state).length === 0 && openTasks(state.tasks).length === 0;

/**
 * The moves that the case's process issues now, each a command of the same name. `round` is the case's round times a thousand, plus
 * how often the move was possible before in it. Empty for drafts, cases sent back, on hold or over: there people act.
 */
export const readyMoves = (state: CaseState): readonly Move[] => {
  if (state.status !== 'open') return [];
  const ready = gates.filter(([, isReady]) => isReady(state)).map(([name, , times]): Move => ({ name, round: state.round * 1000 + times(state) }));
  if (ready.length > 0 || !readyToFinish(state)) return ready;
  return [{ name: 'finishCase', round: state.round * 1000 + tasksEver(state, 'closeCase') }];
};

export type Column = Stage | 'draft' | 'closed';

/** The column of the case board: the first active stage; between stages the one of its oldest open task, else the one that comes next. */
export const columnOf = (state: CaseState): Column => {
  if (isOver(state)) return 'closed';
  if (state.status === 'draft' || (state.submittedAt === null)) return 'draft';
  const active = stages.find((stage) => state.stages[stage].status === 'active');
  return active ?? openTasks(state.tasks)[0]?.stage ?? stages.find((stage) => state.stages[stage].status === 'notStarted') ?? 'followUp';
};

/** What the rest of the product needs to know of a case's process after each commit. */
export const caseNews = (state: CaseState) => ({ stages: activeStages(state), ready: readyMoves(state), nextDue: nextDue(state), closed: isOver(state) });
export const openOf = (state: CaseState, kind: Task['kind']): Task | undefined => openTasksOf(state.tasks, kind)[0];
