import { notifications } from '@mantine/notifications';
import { useNavigate } from 'react-router';
import { placeOf } from '../cases/task-words.js';
import { inboxPage } from './reading.js';

/** Where a task's work is done; a task without a screen of its own stands on its case. */
export const workPlaceOf = (task: Parameters<typeof placeOf>[0]): string => placeOf(task) ?? `/cases/${task.caseId}?task=${task.id}`;

/** After a task is done: says so and opens the next one of one's own, the one with the least time; the inbox when none is left. */
export function useNextTask(): (doneTaskId: string, said: string) => Promise<void> {
  const navigate = useNavigate();
  return async (doneTaskId, said) => {
    notifications.show({ message: said, color: 'teal', autoClose: 8000 });
    const page = await inboxPage({ of: 'own', limit: '5' }).catch(() => null);
    const next = page?.items.find(({ task }) => task.id !== doneTaskId);
    await navigate(next ? workPlaceOf(next.task) : '/inbox');
  };
}
