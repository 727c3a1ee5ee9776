import { Button } from '@mantine/core';
import { useCommand } from '../api/useCommand.js';
import type { CaseCardDto, MeetingViewDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { nameOf } from '../kit/from-api.js';
import { PersonName } from '../kit/PersonName.js';
import { ProblemView } from '../kit/ProblemView.js';
import styles from './Meeting.module.css';
import { meetingQueries } from './reading.js';

/** Cases that are ready and stand on no agenda: a late addition. */
export function Waiting({ view, mayList }: { view: MeetingViewDto; mayList: boolean }) {
  const t = useT();
  if (view.waiting.length === 0) return null;
  return (
    <Card title={t('meetings.waiting')} count={view.waiting.length} flush>
      <ul>{view.waiting.map((card) => <WaitingCase key={card.id} meetingId={view.meeting.id} card={card} mayList={mayList} />)}</ul>
    </Card>
  );
}

function WaitingCase({ meetingId, card, mayList }: { meetingId: string; card: CaseCardDto; mayList: boolean }) {
  const t = useT();
  const list = useCommand<object>({ path: `/api/cases/${card.id}/list-for-meeting`, key: `list:${meetingId}:${card.id}`, invalidates: meetingQueries });
  return (
    <li className={styles.personRow}>
      <span className={styles.personMain}>
        <span>{card.patient && <PersonName name={nameOf(card.patient.names)} />}</span><span className="quiet small"><bdi dir="ltr">{card.number}</bdi></span>
        {list.problem && <ProblemView problem={list.problem} takeFocus onNext={list.reset} />}
      </span>
      {mayList && <Button size="compact-sm" variant="default" loading={list.sending} onClick={() => void list.run({ meetingId })}>{t('meetings.putOn')}</Button>}
    </li>
  );
}
