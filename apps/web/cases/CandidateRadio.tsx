import { Radio } from '@mantine/core';
import type { CandidateDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { useSpan } from '../kit/DueTime.js';

/** Somebody to whom a task could be given: how much they have, how much working time is left of their week, whether they are away; their hospital where it is another. */
export function CandidateRadio({ candidate, home }: { candidate: CandidateDto; home: string }) {
  const t = useT();
  const span = useSpan();
  const { person, institution, away, openTasks, leftThisWeekMs, dayMs } = candidate;
  const week = leftThisWeekMs > 0 ? t('cases.leftThisWeek', { time: span(leftThisWeekMs, dayMs) }) : t('cases.weekOver');
  const said = [institution.id === home ? null : institution.name, t('cases.openTasks', { count: openTasks }), week, away ? t('cases.away') : null].filter((part) => part !== null);
  return <Radio value={person.id} label={<bdi>{person.name}</bdi>} description={<bdi>{said.join(', ')}</bdi>} />;
}
