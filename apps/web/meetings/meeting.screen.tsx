import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useParams, useSearchParams } from 'react-router';
import { problemOf } from '../api/problem.js';
import { allows } from '../cases/acts.js';
import type { MeetingViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { EmptyState } from '../kit/EmptyState.js';
import { useKeyHints } from '../kit/KeyHints.js';
import { Page } from '../kit/Page.js';
import { ProblemView } from '../kit/ProblemView.js';
import { RowsSkeleton, TextSkeleton } from '../kit/Skeletons.js';
import { StatusChip } from '../kit/StatusChip.js';
import { AgendaList } from './AgendaList.js';
import { Attendance } from './Attendance.js';
import { CaseDecision } from './CaseDecision.js';
import { CaseInTheMiddle } from './CaseInTheMiddle.js';
import { DayOff } from './DayOff.js';
import { Hearing } from './Hearing.js';
import { MeetingTime } from './list.screen.js';
import styles from './Meeting.module.css';
import { MeetingActs } from './MeetingActs.js';
import { Minutes } from './Minutes.js';
import { Seat } from './Seat.js';
import { useMeeting } from './reading.js';
import { nextToHear } from './clock.js';
import { useHearing } from './useHearing.js';
import { Standards } from './Standards.js';
import { Waiting } from './Waiting.js';

/** One sitting: agenda, the case that is heard, who is there and whether that is a quorum. */
export function Component() {
  const { meetingId = '' } = useParams();
  const t = useT();
  const query = useMeeting(meetingId);
  if (query.data) return <Meeting view={query.data} />;
  return (
    <Page title={t('meetings.meeting')}>
      {query.error ? <ProblemView problem={problemOf(query.error)} onNext={() => void query.refetch()} /> : <div className={styles.layout}><RowsSkeleton height={48} /><TextSkeleton lines={10} /><RowsSkeleton /></div>}
    </Page>
  );
}

const statusOf = { planned: 'waiting', frozen: 'dueSoon', open: 'onTime', closed: 'done', cancelled: 'blocked' } as const;

function Meeting({ view }: { view: MeetingViewDto }) {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const set = (change: Record<string, string | null>) => setSearch((before) => {
    const next = new URLSearchParams(before);
    for (const [name, value] of Object.entries(change)) if (value === null) next.delete(name); else next.set(name, value);
    return next;
  }, { replace: true });
  const shown = view.agenda.find((item) => item.case.id === search.get('case')) ?? view.agenda.find((item) => item.case.id === view.current?.caseId) ?? view.agenda.find((item) => item.outcome === null) ?? view.agenda[0];
  const { mayMove, take } = useHearing(view);
  // On the screen and not heard yet: that one; else the next.
  const takeNext = async () => { const next = shown?.outcome === null && shown.case.id !== view.current?.caseId ? shown : nextToHear(view); if (mayMove && next && await take.run({ caseId: next.case.id }) !== undefined) set({ case: null }); };
  const present = `/meetings/${view.meeting.id}/present`;
  const go = (by: number) => { const next = shown && view.agenda[view.agenda.indexOf(shown) + by]; if (next) set({ case: next.case.id }); };
  const nextOpen = () => { const next = view.agenda.find((item) => item.outcome === null && item !== shown); set({ case: next?.case.id ?? shown?.case.id ?? null }); };
  useHotkeys([['j', () => go(1)], ['k', () => go(-1)], ['n', () => void takeNext()], ['p', () => void window.open(present, '_blank', 'noopener')]]);
  useKeyHints(t('meetings.meeting'), [{ keys: 'j', label: t('meetings.keys.next') }, { keys: 'k', label: t('meetings.keys.previous') }, { keys: 'n', label: t('meetings.nextCase') }, { keys: 'p', label: t('meetings.present') }]);
  const { meeting } = view;
  // Its minutes say who was there.
  const closed = meeting.status === 'closed';
  return (
    <Page title={`${t('meetings.meeting')} ${meeting.number}`} heading={<span className={styles.heading}><bdi>{meeting.board.name}</bdi><small><bdi dir="ltr">{meeting.number}</bdi></small></span>}
      filters={<><MeetingTime row={meeting} /><StatusChip status={statusOf[meeting.status]} wordKey={`meetings.status.${meeting.status}`} />{meeting.extraordinary && <span className={styles.tag}>{t('meetings.extraordinary')}</span>}</>}
      actions={<>{shown && <Button component="a" href={present} target="_blank" rel="noreferrer" variant="default">{t('meetings.present')}</Button>}<MeetingActs view={view} /></>}>
      {view.cancelledBecause !== null && <p className="quiet"><T k="meetings.status.cancelled" />: {t(`meetings.cancelledBecause.${view.cancelledBecause}`)}</p>}
      <DayOff view={view} />
      <Seat view={view} />
      <div className={styles.layout} data-closed={closed || undefined}>
        <aside className={styles.left} aria-label={t('meetings.agenda')}>
          <h2 className={styles.columnHead}>{t('meetings.agenda')} <span className="quiet">{view.agenda.length > 0 ? view.agenda.length : ''}</span></h2>
          <AgendaList view={view} chosen={shown?.case.id} onChoose={(id) => set({ case: id })} />
          <Standards view={view} chosen={shown?.case.id} onChoose={(id) => set({ case: id })} />
          <Waiting view={view} mayList={allows(view.may, 'orderAgenda')} />
        </aside>
        <div className={styles.centre}>
          {closed && <Minutes view={view} />}
          {shown ? <>{view.meeting.status === 'open' && <Hearing view={view} item={shown} onMoved={() => set({ case: null })} />}<CaseInTheMiddle key={shown.case.id} item={shown} /><CaseDecision view={view} item={shown} onNext={nextOpen} /></> : !closed && <EmptyState title={t('meetings.agendaEmpty')} what={t('meetings.agendaEmptyWhat')} />}
        </div>
        {!closed && <aside className={styles.right} aria-label={t('meetings.attendance')}><Attendance view={view} item={shown} /></aside>}
      </div>
    </Page>
  );
}
