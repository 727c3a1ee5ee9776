import { later, plusMilliseconds, type Instant } from '../core/instant.js';
import { isPaused } from '../tasks/change.js';
import { isOpen, type Task } from '../tasks/task.js';
import { reopensAt } from '../transfers/expiry.js';
import { isActive, isOver } from './gates.js';
import { neededConsents } from './consents.js';
import type { ConsentPurpose } from './lists.js';
import type { CaseState } from './state.js';

export interface Due { readonly at: Instant; readonly what: string }

const marksOf = (task: Task): readonly Due[] =>
  (!isOpen(task) || isPaused(task) || task.deadline === null ? [] : task.deadline.marks.filter((mark) => mark.state === 'pending').map((mark) => ({ at: mark.at, what: `${task.kind}.${mark.name}` })));

/** Done items whose fact has an end date, while their stage is at work: afterwards nobody needs the visa any more. They open again before the fact lapses. */
const lapsing = (state: CaseState): readonly { readonly task: Task; readonly at: Instant }[] => (state.status === 'onHold' ? [] : Object.values(state.tasks))
  .flatMap((task) => { const at = reopensAt(task); return at !== null && isActive(state, task.stage) ? [{ task, at }] : []; });
export const lapsed = (state: CaseState, now: Instant): readonly Task[] => lapsing(state).filter(({ at }) => at <= now).map(({ task }) => task);

/** Tasks that were laid aside until an instant; not while the case is on hold, which stops every task. */
const suspended = (state: CaseState): readonly { readonly task: Task; readonly at: Instant }[] => (state.status === 'onHold' ? [] : Object.values(state.tasks))
  .flatMap((task) => (isOpen(task) && task.suspended != null ? [{ task, at: task.suspended.resumesAt }] : []));
export const suspendedUntil = (state: CaseState, now: Instant): readonly Task[] => suspended(state).filter(({ at }) => at <= now).map(({ task }) => task);

export interface LapsingConsent { readonly purpose: ConsentPurpose; readonly askAt: Instant; readonly validUntil: Instant }
/** A consent is asked for anew so long before it lapses (ours). */
const askBeforeMilliseconds = 14 * 24 * 3_600_000;

/** Consents that the case rests on and that end, each until somebody was asked for a new one. Not for drafts, held cases and cases that are over. */
export const lapsingConsents = (state: CaseState): readonly LapsingConsent[] => (state.submittedAt === null || state.status === 'onHold' || isOver(state) ? [] : neededConsents(state).flatMap((purpose) => {
  const consent = state.consents[purpose];
  if (consent === undefined || consent.withdrawnAt !== null || consent.validUntil === null) return [];
  const asked = Object.values(state.tasks).some((task) => task.kind === 'recordConsent' && task.about['purpose'] === purpose && task.createdAt >= consent.recordedAt);
  return asked ? [] : [{ purpose, askAt: later(consent.recordedAt, plusMilliseconds(consent.validUntil, -askBeforeMilliseconds)), validUntil: consent.validUntil }];
}));

/** The nearest instant (UTC) at which something of this case falls due, with a code of what; null where nothing does. */
export const nextDue = (state: CaseState): Due | null => {
  if (isOver(state)) return null;
  const dues = [...Object.values(state.tasks).flatMap(marksOf), ...lapsing(state).map(({ task, at }) => ({ at, what: `${task.kind}.lapses` })), ...suspended(state).map(({ task, at }) => ({ at, what: `${task.kind}.resumes` })), ...lapsingConsents(state).map(({ askAt }) => ({ at: askAt, what: 'consent.lapses' }))];
  return dues.reduce<Due | null>((first, due) => (first === null || due.at < first.at ? due : first), null);
};
