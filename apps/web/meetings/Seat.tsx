import { Button } from '@mantine/core';
import { useSession } from '../api/session.js';
import { useCommand } from '../api/useCommand.js';
import { allows } from '../cases/acts.js';
import type { MeetingViewDto, MemberDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { ProblemView } from '../kit/ProblemView.js';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './Meeting.module.css';
import { meetingQueries } from './reading.js';
import { otherWay } from './stays.js';

/** One's own place in the room: come, by video, left, said from one's own screen. Who runs the sitting has everybody's row instead. */
export function Seat({ view }: { view: MeetingViewDto }) {
  const t = useT();
  const me = useSession().person.id;
  const here = view.attendance.find((one) => one.person.id === me && one.leftAt === null);
  const came = useCommand<object>({ path: `/api/meetings/${view.meeting.id}/attendance`, key: `seat:${view.meeting.id}`, invalidates: meetingQueries });
  const left = useCommand<object>({ path: `/api/meetings/${view.meeting.id}/attendance/${me}/end`, key: `left:${view.meeting.id}:${me}`, invalidates: meetingQueries });
  const change = useCommand<object>({ path: `/api/meetings/${view.meeting.id}/attendance/${me}/change`, key: `how:${view.meeting.id}:${me}`, invalidates: meetingQueries });
  const places = view.members.filter((member) => member.person.id === me || member.substitute?.id === me);
  if (view.meeting.status !== 'open' || allows(view.may, 'orderAgenda') || (!here && places.length === 0)) return null;
  const come = (member: MemberDto, how: 'present' | 'byVideo') => void came.run({ personId: me, how, discipline: member.discipline, institutionId: member.institution.id, ...(member.person.id === me ? {} : { substituteFor: member.person.id }) });
  const problem = came.problem ?? left.problem ?? change.problem;
  return (
    <section className={styles.seat} aria-label={t('meetings.yourSeat')}>
      <h2>{t('meetings.yourSeat')}</h2>
      {here ? (
        <>
          <p><StatusShape status="done" size={11} /> <T k={`meetings.how.${here.how}`} />, <T k={`lists.discipline.${here.discipline}`} />{here.substituteFor && <> · <T k="meetings.forPerson" values={{ person: here.substituteFor.name }} /></>}</p>
          <span className={styles.personActs}>
            <Button size="compact-sm" variant="default" loading={change.sending} onClick={() => void change.run({ how: otherWay(here.how) })}>{t(`meetings.now.${otherWay(here.how)}`)}</Button>
            {view.chair?.id !== me && <Button size="compact-sm" variant="default" loading={left.sending} onClick={() => void left.run({})}>{t('meetings.iLeave')}</Button>}
          </span>
          {view.chair?.id === me && <p className="quiet small">{t('meetings.handOnFirst')}</p>}
        </>
      ) : places.map((member) => (
        <div key={member.person.id} className={styles.seatPlace}>
          <p><T k={`lists.discipline.${member.discipline}`} />, <bdi>{member.institution.name}</bdi>{member.person.id !== me && <> · <T k="meetings.forPerson" values={{ person: member.person.name }} /></>}</p>
          <span className={styles.personActs} role="group" aria-label={t(`lists.discipline.${member.discipline}`)}>
            <Button size="compact-sm" loading={came.sending} onClick={() => come(member, 'present')}>{t('meetings.iAmHere')}</Button>
            <Button size="compact-sm" variant="default" loading={came.sending} onClick={() => come(member, 'byVideo')}>{t('meetings.how.byVideo')}</Button>
          </span>
        </div>
      ))}
      {problem && <ProblemView problem={problem} takeFocus onNext={() => { came.reset(); left.reset(); change.reset(); }} />}
    </section>
  );
}
