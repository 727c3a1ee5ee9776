import type { AgendaItemDto, MeetingViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './Meeting.module.css';
import { clockOf, heardFor } from './clock.js';
import { useTicking } from './useHearing.js';

/** How long the case has been heard, of the minutes it was given; over time it is said in words, and amber. */
export function CaseClock({ view, item }: { view: MeetingViewDto; item: AgendaItemDto }) {
  const running = view.current?.caseId === item.case.id && item.outcome === null;
  const spent = heardFor(view, item, useTicking(running));
  const over = spent > item.minutes * 60_000;
  if (!running && spent === 0) return <span className={styles.clock}><T k="meetings.minutesGiven" values={{ count: item.minutes }} /></span>;
  return (
    <span className={styles.clock} data-over={over || undefined} role="timer">
      <StatusShape status={over ? 'dueSoon' : running ? 'onTime' : 'done'} size={11} />
      <strong><bdi dir="ltr">{clockOf(spent)}</bdi></strong> <T k="meetings.ofMinutes" values={{ count: item.minutes }} />{over && <> · <T k="meetings.overTime" /></>}
    </span>
  );
}
