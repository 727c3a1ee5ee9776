import { useEffect, useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import { allows } from '../cases/acts.js';
import type { MeetingViewDto } from '../generated/types.gen.js';
import { meetingQueries } from './reading.js';

/** Who runs the sitting moves it on: the case that is heard, a break. */
export function useHearing(view: MeetingViewDto) {
  const { id } = view.meeting;
  const take = useCommand<{ caseId: string }>({ path: `/api/meetings/${id}/current`, key: `take:${id}`, invalidates: meetingQueries });
  const rest = useCommand<object>({ path: `/api/meetings/${id}/break`, key: `break:${id}`, invalidates: meetingQueries });
  return { mayMove: view.meeting.status === 'open' && allows(view.may, 'orderAgenda'), take, rest };
}

/** The present moment, again each second while something runs. */
export function useTicking(running: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}
