import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../api/session.js';
import { useCommand } from '../api/useCommand.js';
import { allows } from '../cases/acts.js';
import type { AgendaItemDto, AttendanceDto, MeetingViewDto, MemberDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { IsoTime } from '../kit/IsoTime.js';
import { ProblemView } from '../kit/ProblemView.js';
import { StatusShape } from '../kit/StatusShape.js';
import { QuorumWords } from './AgendaList.js';
import styles from './Meeting.module.css';
import { PlannedAttendance } from './PlannedAttendance.js';
import { meetingQueries } from './reading.js';
import { otherWay } from './stays.js';

interface Props { view: MeetingViewDto; item: AgendaItemDto | undefined }

/** Who is there, for which discipline; whether that is a quorum for the case in the middle, and who could still be fetched. */
export function Attendance({ view, item }: Props) {
  const t = useT();
  const me = useSession().person.id;
  const runs = allows(view.may, 'closeMeeting');
  const open = view.meeting.status === 'open';
  const here = view.attendance.filter((one) => one.leftAt === null);
  const left = view.attendance.filter((one) => one.leftAt !== null);
  const conflicts = new Set(item?.quorum.conflicts.map(({ id }) => id));
  // Those whose discipline is still missing first: they are whom one looks for.
  const needed = (member: MemberDto) => (member.as === null && item?.quorum.missing.includes(member.discipline) ? 0 : 1);
  const absent = [...view.members].sort((a, b) => needed(a) - needed(b) || a.discipline.localeCompare(b.discipline) || a.person.name.localeCompare(b.person.name));
  if (view.planned !== null) return <PlannedAttendance view={view} planned={view.planned} />;
  return (
    <>
      {item && item.outcome === null && open && <Quorum item={item} members={view.members} />}
      <Card title={t('meetings.inTheRoom')} count={here.length || undefined} flush>
        {here.length === 0 && <p className={styles.emptyLine}>{t(open ? 'meetings.nobodyYet' : 'meetings.notOpenYet')}</p>}
        <ul>{here.map((one) => <Present key={one.person.id} view={view} one={one} conflict={conflicts.has(one.person.id)} may={open && runs} />)}</ul>
        {left.length > 0 && <ul>{left.map((one) => <li key={`${one.person.id}${one.from}`} className={styles.personRow}><span className={styles.personMain}><span className="quiet"><bdi>{one.person.name}</bdi></span><span className="quiet small"><T k={`lists.discipline.${one.discipline}`} /></span></span><span className="quiet small">{t('meetings.leftAt')} {one.leftAt && <IsoTime at={one.leftAt} show="time" />}</span></li>)}</ul>}
      </Card>
      {open && absent.length > 0 && (
        <Card title={t('meetings.notThere')} count={absent.length} flush>
          <ul>{absent.map((member) => <Absent key={member.person.id} meetingId={view.meeting.id} member={member} may={runs || member.person.id === me || member.substitute?.id === me} inRoom={here} wanted={needed(member) === 0} />)}</ul>
        </Card>
      )}
    </>
  );
}

function Quorum({ item, members }: { item: AgendaItemDto; members: readonly MemberDto[] }) {
  const t = useT();
  const { quorum } = item;
  const stand = members.filter((member) => quorum.missing.includes(member.discipline) && member.substitute !== null && member.away);
  return (
    <section className={styles.quorum} data-met={quorum.met || undefined} aria-label={t('meetings.quorum')} aria-live="polite">
      <h2><StatusShape status={quorum.met ? 'done' : 'blocked'} size={14} /> {t('meetings.quorum')}</h2>
      <p className={styles.quorumLine}><QuorumWords quorum={quorum} /></p>
      {quorum.missingSides.length > 0 && <p className="small"><T k="meetings.missingSides" values={{ hospitals: quorum.missingSides.join('; ') }} /></p>}
      <p className="quiet small"><T k="meetings.specialties" values={{ count: quorum.specialties, needed: quorum.minimumSpecialties }} /></p>
      {stand.map((member) => member.substitute && <p key={member.person.id} className="small"><T k="meetings.substituteOf" values={{ substitute: member.substitute.name, person: member.person.name }} /></p>)}
      {quorum.conflicts.length > 0 && <p className="small"><StatusShape status="blocked" size={11} /> {t('meetings.conflict')}: {quorum.conflicts.map((person, i) => <span key={person.id}>{i > 0 && ', '}<bdi>{person.name}</bdi></span>)}</p>}
    </section>
  );
}

function Present({ view, one, conflict, may }: { view: MeetingViewDto; one: AttendanceDto; conflict: boolean; may: boolean }) {
  const t = useT();
  const end = useCommand<object>({ path: `/api/meetings/${view.meeting.id}/attendance/${one.person.id}/end`, key: `left:${view.meeting.id}:${one.person.id}`, invalidates: meetingQueries });
  const chair = useCommand<object>({ path: `/api/meetings/${view.meeting.id}/chair`, key: `chair:${view.meeting.id}:${one.person.id}`, invalidates: meetingQueries });
  const change = useCommand<object>({ path: `/api/meetings/${view.meeting.id}/attendance/${one.person.id}/change`, key: `how:${view.meeting.id}:${one.person.id}`, invalidates: meetingQueries });
  const isChair = view.chair?.id === one.person.id;
  const other = otherWay(one.how);
  const problem = end.problem ?? chair.problem ?? change.problem;
  return (
    <li className={styles.personRow}>
      <span className={styles.personMain}>
        <span><bdi>{one.person.name}</bdi>{isChair && <span className={styles.tag}>{t('lists.role.chair')}</span>}{view.scribe?.id === one.person.id && <span className={styles.tag}>{t('lists.role.scribe')}</span>}{one.as !== null && <span className={styles.tag}>{t(`meetings.guestAs.${one.as}`)}</span>}</span>
        <span className="quiet small"><T k={`lists.discipline.${one.discipline}`} />, <bdi>{one.institution.name}</bdi> · <T k={`meetings.how.${one.how}`} />{one.substituteFor && <> · <T k="meetings.forPerson" values={{ person: one.substituteFor.name }} /></>}</span>
        {conflict && <span className="small"><StatusShape status="blocked" size={11} /> {t('meetings.conflict')}</span>}
        {problem && <ProblemView problem={problem} takeFocus onNext={() => { end.reset(); chair.reset(); change.reset(); }} />}
      </span>
      {may && (
        <span className={styles.personEnd}>
          {!isChair && one.mayChair && allows(view.may, 'closeMeeting') && <Button size="compact-sm" variant="subtle" loading={chair.sending} aria-label={t('meetings.takesChairName', { person: one.person.name })} onClick={() => void chair.run({ chairId: one.person.id })}>{t('meetings.takesChair')}</Button>}
          <Button size="compact-sm" variant="subtle" color="gray" loading={change.sending} aria-label={t(`meetings.nowName.${other}`, { person: one.person.name })} onClick={() => void change.run({ how: other })}>{t(`meetings.now.${other}`)}</Button>
          {!isChair && <Button size="compact-sm" variant="default" loading={end.sending} aria-label={t('meetings.leftName', { person: one.person.name })} onClick={() => void end.run({})}>{t('meetings.left')}</Button>}
        </span>
      )}
    </li>
  );
}

function Absent({ meetingId, member, may, inRoom, wanted }: { meetingId: string; member: MemberDto; may: boolean; inRoom: readonly AttendanceDto[]; wanted: boolean }) {
  const t = useT();
  const came = useCommand<object>({ path: `/api/meetings/${meetingId}/attendance`, key: `came:${meetingId}:${member.person.id}`, invalidates: meetingQueries });
  const [how, setHow] = useState<string | null>(null);
  const put = (body: { personId: string; how: 'present' | 'byVideo'; substituteFor?: string }) => { setHow(body.substituteFor ?? body.how); void came.run({ ...body, discipline: member.discipline, institutionId: member.institution.id }); };
  const { substitute } = member;
  const substituteFree = substitute !== null && !inRoom.some((one) => one.person.id === substitute.id);
  return (
    <li className={styles.personRow} data-wanted={wanted || undefined}>
      <span className={styles.personMain}>
        <span><bdi>{member.person.name}</bdi>{member.as !== null && <span className={styles.tag}>{t(`meetings.guestAs.${member.as}`)}</span>}{member.away && <span className={styles.tag}>{t('cases.away')}</span>}</span>
        <span className="quiet small"><T k={`lists.discipline.${member.discipline}`} />, <bdi>{member.institution.name}</bdi></span>
        {came.problem && <ProblemView problem={came.problem} takeFocus onNext={came.reset} />}
        {may && (
          <span className={styles.personActs} role="group" aria-label={member.person.name}>
            <Button size="compact-sm" variant="default" loading={came.sending && how === 'present'} onClick={() => put({ personId: member.person.id, how: 'present' })}>{t('meetings.how.present')}</Button>
            <Button size="compact-sm" variant="default" loading={came.sending && how === 'byVideo'} onClick={() => put({ personId: member.person.id, how: 'byVideo' })}>{t('meetings.how.byVideo')}</Button>
            {substituteFree && <Button size="compact-sm" variant="subtle" loading={came.sending && how === member.person.id} onClick={() => put({ personId: substitute.id, how: 'byVideo', substituteFor: member.person.id })}>{t('meetings.substitute', { person: substitute.name })}</Button>}
          </span>
        )}
      </span>
    </li>
  );
}
