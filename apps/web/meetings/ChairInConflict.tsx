import { Button } from '@mantine/core';
import { useCommand } from '../api/useCommand.js';
import { allows } from '../cases/acts.js';
import type { AgendaItemDto, MeetingViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { ProblemView } from '../kit/ProblemView.js';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './Meeting.module.css';
import { meetingQueries } from './reading.js';

/** The chair may not lead this case: somebody else of the host does, and hands the chair back after it. */
export function ChairInConflict({ view, item }: { view: MeetingViewDto; item: AgendaItemDto }) {
  const t = useT();
  const hand = useCommand<object>({ path: `/api/meetings/${view.meeting.id}/chair`, key: `deputy:${view.meeting.id}`, invalidates: meetingQueries });
  const conflicts = new Set(item.quorum.conflicts.map(({ id }) => id));
  if (view.chair === null || !conflicts.has(view.chair.id)) return null;
  const deputies = view.attendance.filter((one) => one.leftAt === null && one.mayChair && !conflicts.has(one.person.id));
  return (
    <section className={styles.chairConflict} role="alert">
      <p><StatusShape status="blocked" size={11} /> <T k="meetings.chairInConflict" values={{ person: view.chair.name }} /></p>
      {deputies.length === 0 ? <p className="quiet">{t('meetings.noDeputy')}</p> : allows(view.may, 'closeMeeting') && (
        <div className={styles.decisionActs}>{deputies.map(({ person }) => <Button key={person.id} size="compact-sm" variant="default" loading={hand.sending} onClick={() => void hand.run({ chairId: person.id })}>{t('meetings.takesChairName', { person: person.name })}</Button>)}</div>
      )}
      {hand.problem && <ProblemView problem={hand.problem} takeFocus onNext={hand.reset} />}
    </section>
  );
}
