import type { Instant } from '../core/instant.js';
import type { MarkKind } from '../tasks/allowances.js';

export interface WaitingMark { readonly id: string; readonly taskId: string | null; readonly markKind: MarkKind | 'news'; readonly createdAt: Instant }

const weight: Readonly<Record<MarkKind | 'news', number>> = { news: 0, remind: 1, expire: 2, escalate: 3 };
const outranks = (a: WaitingMark, b: WaitingMark): boolean => a.createdAt > b.createdAt || (a.createdAt === b.createdAt && (weight[a.markKind] > weight[b.markKind] || (weight[a.markKind] === weight[b.markKind] && a.id > b.id)));

/**
 * Of the messages that wait for one person: the marks of a task that a later mark of the same task has overtaken. After a weekend without
 * mail the reader is told that a task is overdue, and no more that half of its time has passed. News is never overtaken.
 */
export const supersededMarks = <Waiting extends WaitingMark>(waiting: readonly Waiting[]): readonly Waiting[] => {
  const marks = waiting.filter(({ markKind, taskId }) => markKind !== 'news' && taskId !== null);
  return marks.filter((mark) => marks.some((other) => other !== mark && other.taskId === mark.taskId && outranks(other, mark)));
};
