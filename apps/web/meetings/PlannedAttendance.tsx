import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../api/session.js';
import { useCommand } from '../api/useCommand.js';
import { allows } from '../cases/acts.js';
import type { InvitationDto, MeetingViewDto, PlannedAttendanceDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { IsoTime } from '../kit/IsoTime.js';
import { ProblemView } from '../kit/ProblemView.js';
import { StatusShape } from '../kit/StatusShape.js';
import { Asked, Guests, invites } from './Guests.js';
import styles from './Meeting.module.css';
import { Obstacle } from './Obstacle.js';
import { meetingQueries } from './reading.js';

const answers = ['coming', 'byVideo', 'notComing'] as const;

/** Before the meeting begins: who will come, and whether every case could be decided with them. */
export function PlannedAttendance({ view, planned }: { view: MeetingViewDto; planned: PlannedAttendanceDto }) {
  const t = useT();
  const me = useSession().person.id;
  const runs = allows(view.may, 'orderAgenda');
  const mine = planned.people.filter((one) => one.person.id === me);
  // Whose answer the quorum waits for first: they are whom one calls.
  const others = planned.people.filter((one) => one.person.id !== me)
    .sort((a, b) => Number(b.wanted) - Number(a.wanted) || a.discipline.localeCompare(b.discipline) || a.person.name.localeCompare(b.person.name));
  return (
    <>
      <Expected planned={planned} />
      <Card title={t('meetings.planned')} count={planned.people.filter((one) => one.answer === 'coming' || one.answer === 'byVideo').length} flush>
        <ul>{[...mine, ...others].map((one) => <Invitation key={one.person.id} view={view} one={one} mine={one.person.id === me} may={!one.leftOut && (runs || one.person.id === me)} />)}</ul>
      </Card>
      <Guests view={view} guests={planned.guests} />
    </>
  );
}

function Expected({ planned }: { planned: PlannedAttendanceDto }) {
  const t = useT();
  const words = (disciplines: readonly string[]) => disciplines.map((discipline) => t(`lists.discipline.${discipline}`)).join('; ');
  return (
    <section className={styles.quorum} data-met={planned.stands || undefined} aria-label={t('meetings.quorum')} aria-live="polite">
      <h2><StatusShape status={planned.stands ? 'done' : planned.missing.length > 0 ? 'blocked' : 'waiting'} size={14} /> {t('meetings.quorum')}</h2>
      {planned.stands && <p className="small">{t('meetings.plannedStands')}</p>}
      {planned.missing.length > 0 && <p className="small"><T k="meetings.plannedMissing" values={{ disciplines: words(planned.missing) }} /></p>}
      {planned.notKnown.length > 0 && <p className="small"><T k="meetings.plannedNotKnown" values={{ disciplines: words(planned.notKnown) }} /></p>}
      {planned.missingSides.length > 0 && <p className="small"><T k="meetings.plannedSides" values={{ hospitals: planned.missingSides.join('; ') }} /></p>}
      <p className="quiet small"><T k="meetings.plannedSpecialties" values={{ count: planned.specialties, needed: planned.minimumSpecialties }} /></p>
      {planned.looksAgainAt && <p className="quiet small">{t('meetings.plannedLooks')} <IsoTime at={planned.looksAgainAt} /></p>}
    </section>
  );
}

function Invitation({ view, one, mine, may }: { view: MeetingViewDto; one: InvitationDto; mine: boolean; may: boolean }) {
  const t = useT();
  const meetingId = view.meeting.id;
  const command = useCommand<object>({ path: `/api/meetings/${meetingId}/invitations/${one.person.id}`, key: `invited:${meetingId}:${one.person.id}`, invalidates: meetingQueries });
  const [asked, setAsked] = useState<string | null>(null);
  const [changing, setChanging] = useState(false);
  const put = async (answer: string) => { setAsked(answer); if (await command.run({ answer }) !== undefined) setChanging(false); };
  const verb = t(one.answer === null ? 'meetings.recordAnswer' : 'meetings.composer.change');
  const choose = may && (changing || (mine && (one.answer === null || one.answer === 'perhaps')));
  return (
    <li className={styles.personRow} data-wanted={one.wanted || undefined}>
      <span className={styles.personMain}>
        <span><bdi>{one.person.name}</bdi>{one.away && <span className={styles.tag}>{t('cases.away')}</span>}</span>
        <span className="quiet small"><T k={`lists.discipline.${one.discipline}`} />, <bdi>{one.institution.name}</bdi>{one.standsInFor && <> · <T k="meetings.inPlaceOf" values={{ person: one.standsInFor.name }} /></>}</span>
        {one.obstacle !== null && one.answer === null && !one.leftOut && <span className={styles.missing}><Obstacle obstacle={one.obstacle} /></span>}
        {view.meeting.extraordinary && one.phone !== null && <a className="small" href={`tel:${one.phone.replaceAll(' ', '')}`}><bdi dir="ltr">{one.phone}</bdi></a>}
        {command.problem && <ProblemView problem={command.problem} takeFocus onNext={command.reset} />}
        {choose && (
          <span className={styles.personActs} role="group" aria-label={t('meetings.answerFor', { person: one.person.name })}>
            {answers.filter((answer) => answer !== one.answer).map((answer) => <Button key={answer} size="compact-sm" variant="default" loading={command.sending && asked === answer} onClick={() => void put(answer)}>{t(`meetings.answer.${answer}`)}</Button>)}
            {!mine && invites(view) && <Asked view={view} one={one} />}
          </span>
        )}
      </span>
      <span className={styles.personEnd}>
        <span className={one.answer === null ? 'quiet small' : 'small'}>{t(one.leftOut ? 'meetings.leftOut' : one.answer === null ? 'meetings.noAnswer' : `meetings.answer.${one.answer}`)}{one.answeredByMail && !one.leftOut && <span className="quiet">, {t('meetings.answerByMail')}</span>}</span>
        {one.leftOut && invites(view) && <Asked view={view} one={one} />}
        {may && !choose && <Button size="compact-sm" variant="subtle" aria-label={`${verb}: ${one.person.name}`} onClick={() => setChanging(true)}>{verb}</Button>}
      </span>
    </li>
  );
}
