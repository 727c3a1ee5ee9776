import { notifications } from '@mantine/notifications';
import { useNavigate, useSearchParams } from 'react-router';
import { placeOf } from '../cases/task-words.js';
import { useT } from '../i18n/useT.js';
import { minutesLeft, untilIn } from './filters.js';
import { inboxPage } from './reading.js';

type Task = Parameters<typeof placeOf>[0];
/** Where a task's work is done; a task without a screen of its own stands on its case. */
export const workPlaceOf = (task: Task): string => placeOf(task) ?? `/cases/${task.caseId}?task=${task.id}`;

const withEnd = (place: string, until: string): string => `${place}${place.includes('?') ? '&' : '?'}until=${until}`;
/** The same for somebody who has so many minutes: when they are over goes along, from this task to the next. */
export const timedPlaceOf = (task: Task, minutes: string | null): string => (minutes === null ? workPlaceOf(task) : withEnd(workPlaceOf(task), untilIn(minutes, Date.now())));

/**
 * After a task is done: says so and opens the next one of one's own, the one with the least time; the inbox when none is left. Who has some minutes gets the
 * next review that fits in what is left of them, and hears when none does.
 */
export function useNextTask(): (doneTaskId: string, said: string) => Promise<void> {
  const navigate = useNavigate();
  const t = useT();
  const [search] = useSearchParams();
  return async (doneTaskId, said) => {
    notifications.show({ message: said, color: 'teal', autoClose: 8000 });
    const until = search.get('until');
    const left = minutesLeft(until, Date.now());
    const asked: Record<string, string | null> = left === null ? { of: 'own', limit: '5' } : { of: 'mine', limit: '5', minutes: String(left) };
    const page = left === 0 ? null : await inboxPage(asked).catch(() => null);
    const next = page?.items.find(({ task }) => task.id !== doneTaskId);
    if (next) return void await navigate(until === null ? workPlaceOf(next.task) : withEnd(workPlaceOf(next.task), until));
    if (left !== null) notifications.show({ message: t('inbox.timeIsOver', { minutes: left }), autoClose: 8000 });
    await navigate('/inbox');
  };
}
