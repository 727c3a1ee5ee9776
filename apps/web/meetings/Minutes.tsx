import { Button } from '@mantine/core';
import { useCommand } from '../api/useCommand.js';
import { allows } from '../cases/acts.js';
import type { MeetingViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { nameOf } from '../kit/from-api.js';
import { IsoTime } from '../kit/IsoTime.js';
import { PersonName } from '../kit/PersonName.js';
import { ProblemView } from '../kit/ProblemView.js';
import { StatusChip } from '../kit/StatusChip.js';
import { usePlace } from '../kit/usePlace.js';
import styles from './Minutes.module.css';
import { meetingQueries } from './reading.js';
import { staysOf } from './stays.js';

/** What a closed meeting recorded: when, who was there, what was decided on each case; approved by its chair, and fit for paper. */
export function Minutes({ view }: { view: MeetingViewDto }) {
  const t = useT();
  const { meeting, minutes } = view;
  const place = usePlace(meeting.zone);
  const approve = useCommand<object>({ path: `/api/meetings/${meeting.id}/minutes/approve`, key: `minutes:${meeting.id}`, invalidates: meetingQueries });
  return (
    <Card title={t('meetings.minutes')} actions={<span className={styles.acts}>
      {minutes ? <StatusChip status="done" wordKey="meetings.minutesApproved" /> : <StatusChip status="waiting" wordKey="meetings.minutesNotApproved" />}
      {allows(view.may, 'approveMinutes') && <Button size="compact-sm" loading={approve.sending} onClick={() => void approve.run({ seenVersion: view.version })}>{t('meetings.approveMinutes')}</Button>}
      <Button size="compact-sm" variant="default" onClick={() => window.print()}>{t('common.print')}</Button>
    </span>}>
      {approve.problem && <ProblemView problem={approve.problem} takeFocus onNext={approve.reset} />}
      <dl className={styles.facts}>
        <dt>{t('meetings.meeting')}</dt><dd><bdi>{meeting.board.name}</bdi>, <bdi dir="ltr">{meeting.number}</bdi>, <bdi>{meeting.place}</bdi></dd>
        {view.openedAt && <><dt>{t('meetings.startsAt')}</dt><dd><IsoTime at={view.openedAt} zone={meeting.zone} show={view.closedAt ? 'short' : 'full'} />{view.closedAt && <> – <IsoTime at={view.closedAt} zone={meeting.zone} show="time" /> <bdi>{place}</bdi></>}</dd></>}
        {view.chair && <><dt>{t('meetings.chair')}</dt><dd><bdi>{view.chair.name}</bdi></dd></>}
        {view.scribe && <><dt>{t('meetings.scribe')}</dt><dd><bdi>{view.scribe.name}</bdi></dd></>}
        {minutes && <><dt>{t('meetings.minutesApprovedBy')}</dt><dd><bdi>{minutes.by.name}</bdi>, <IsoTime at={minutes.at} zone={meeting.zone} show="full" /></dd></>}
      </dl>
      <h3>{t('meetings.attendance')}</h3>
      <table className={styles.table}>
        <tbody>{view.attendance.flatMap((one) => staysOf(one).map((stay) => (
          <tr key={`${one.person.id}${stay.from}`}>
            <th scope="row"><bdi>{one.person.name}</bdi></th><td><T k={`lists.discipline.${one.discipline}`} /></td><td><bdi>{one.institution.name}</bdi></td>
            <td><T k={`meetings.how.${stay.how}`} />{one.substituteFor && <>, <T k="meetings.forPerson" values={{ person: one.substituteFor.name }} /></>}</td>
            <td className={styles.clock}><IsoTime at={stay.from} zone={meeting.zone} show="time" />{stay.to && <> – <IsoTime at={stay.to} zone={meeting.zone} show="time" /></>}</td>
          </tr>)))}
        </tbody>
      </table>
      <h3>{t('meetings.agenda')}</h3>
      {view.agenda.length === 0 && <p className="quiet">{t('meetings.agendaWasEmpty')}</p>}
      <table className={styles.table}>
        <tbody>{view.agenda.map((item) => (
          <tr key={item.case.id}>
            <td>{item.place}</td><th scope="row">{item.case.patient ? <PersonName name={nameOf(item.case.patient.names)} /> : <T k="cases.patientHidden" />}</th><td><bdi dir="ltr" className="nowrap">{item.case.number}</bdi></td>
            <td>{item.outcome && <T k={`lists.outcomeKind.${item.outcome.kind}`} />}</td><td className={styles.clock}>{item.outcome && <IsoTime at={item.outcome.at} zone={meeting.zone} show="time" />}</td>
          </tr>))}
        </tbody>
      </table>
    </Card>
  );
}
