import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCommand } from '../api/useCommand.js';
import { allows } from '../cases/acts.js';
import type { MeetingViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { IsoTime } from '../kit/IsoTime.js';
import { ProblemView } from '../kit/ProblemView.js';
import { StatusShape } from '../kit/StatusShape.js';
import { CancelDialog } from './MeetingActs.js';
import styles from './Meeting.module.css';
import { meetingQueries, useSlots } from './reading.js';

/** Its day has become a day off since it was planned. Nothing moves by itself: what the series' rule would do, the kindest other times, or it stays. */
export function DayOff({ view }: { view: MeetingViewDto }) {
  const t = useT();
  const { dayOff, meeting } = view;
  const may = dayOff !== null && allows(view.may, 'moveMeeting');
  const move = useCommand<object>({ path: `/api/meetings/${meeting.id}/move`, key: `move:${meeting.id}`, invalidates: [...meetingQueries, 'slots'] });
  const stay = useCommand<object>({ path: `/api/meetings/${meeting.id}/confirm-date`, key: `stays:${meeting.id}`, invalidates: meetingQueries });
  const found = useSlots({ boardId: meeting.board.id, minutes: String(meeting.minutes), must: [], sides: [], emergency: false, except: meeting.id, from: weekBefore(meeting.startsAt), to: weekAfter(meeting.startsAt) }, may);
  const [cancels, setCancels] = useState(false);
  if (dayOff === null) return null;
  const others = (found.data?.slots ?? []).filter((slot) => slot.possible && slot.startsAt !== dayOff.moveTo).slice(0, 3);
  const problem = move.problem ?? stay.problem;
  const moves = (startsAt: string, byRule = false) => (
    <Button key={startsAt} size="compact-md" variant={byRule ? 'filled' : 'default'} loading={move.sending} onClick={() => void move.run({ startsAt, seenVersion: view.version })}>
      <span>{t('meetings.dayOff.moveTo')} <IsoTime at={startsAt} zone={meeting.zone} show="full" bare /></span>
    </Button>
  );
  return (
    <section className={styles.dayOff} aria-label={t('meetings.dayOff.title')}>
      <h2><StatusShape status="dueSoon" size={14} /> {t('meetings.dayOff.title')}</h2>
      <p><T k="meetings.dayOff.what" values={{ hospitals: dayOff.hospitals.map(({ name }) => name).join('; ') }} /> {t(may ? 'meetings.dayOff.notMoved' : 'meetings.dayOff.waits')}</p>
      {may && dayOff.moveTo !== null && <div className={styles.decisionActs}><span className="small">{t('meetings.dayOff.ruleMoves')}</span>{moves(dayOff.moveTo, true)}</div>}
      {may && dayOff.leaveOut && <div className={styles.decisionActs}><span className="small">{t('meetings.dayOff.ruleLeavesOut')}</span><Button size="compact-md" onClick={() => setCancels(true)}>{t('meetings.cancel')}</Button></div>}
      {may && <div className={styles.decisionActs}>{others.map(({ startsAt }) => moves(startsAt))}<Button component={Link} to={`/meetings/new?move=${meeting.id}`} size="compact-md" variant="subtle">{t('meetings.dayOff.otherTimes')}</Button>
        <Button size="compact-md" variant="subtle" loading={stay.sending} onClick={() => void stay.run({ seenVersion: view.version })}>{t('meetings.dayOff.stays')}</Button></div>}
      {problem && <ProblemView problem={problem} takeFocus onNext={() => { move.reset(); stay.reset(); }} />}
      {cancels && <CancelDialog view={view} onClose={() => setCancels(false)} />}
    </section>
  );
}

const week = 7 * 86_400_000;
const weekBefore = (at: string): string => new Date(Date.parse(at) - week).toISOString();
const weekAfter = (at: string): string => new Date(Date.parse(at) + week).toISOString();
