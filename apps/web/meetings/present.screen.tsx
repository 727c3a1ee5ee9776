import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { problemOf } from '../api/problem.js';
import type { AgendaItemDto, MeetingViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { nameOf } from '../kit/from-api.js';
import { useKeyHints } from '../kit/KeyHints.js';
import { Page } from '../kit/Page.js';
import { PersonName } from '../kit/PersonName.js';
import { ProblemView } from '../kit/ProblemView.js';
import { TextSkeleton } from '../kit/Skeletons.js';
import { StatusShape } from '../kit/StatusShape.js';
import { QuorumWords } from './AgendaList.js';
import { CaseClock } from './CaseClock.js';
import { CaseInTheMiddle } from './CaseInTheMiddle.js';
import { nextToHear } from './clock.js';
import { PlannedStart } from './PlannedStart.js';
import styles from './Present.module.css';
import { useMeeting } from './reading.js';
import { useHearing } from './useHearing.js';

/** The second screen of the room: the case that is heard in large type, without anything to fill in. It follows who runs the sitting. */
export function Component() {
  const { meetingId = '' } = useParams();
  const t = useT();
  const query = useMeeting(meetingId);
  useEffect(() => {
    document.documentElement.dataset['presenting'] = '';
    return () => { delete document.documentElement.dataset['presenting']; };
  }, []);
  if (query.data) return <Presentation view={query.data} />;
  return <Page title={t('meetings.present')}>{query.error ? <ProblemView problem={problemOf(query.error)} onNext={() => void query.refetch()} /> : <TextSkeleton lines={10} />}</Page>;
}

function Presentation({ view }: { view: MeetingViewDto }) {
  const t = useT();
  const navigate = useNavigate();
  const { mayMove, take } = useHearing(view);
  const back = `/meetings/${view.meeting.id}`;
  const item = view.agenda.find((each) => each.case.id === view.current?.caseId);
  const next = nextToHear(view);
  const takeNext = () => { if (mayMove && next) void take.run({ caseId: next.case.id }); };
  useHotkeys([['n', takeNext], ['Escape', () => void navigate(back)]]);
  useKeyHints(t('meetings.present'), [...(mayMove ? [{ keys: 'n', label: t('meetings.nextCase') }] : []), { keys: 'Esc', label: t('meetings.presentEnd') }]);
  return (
    <div className={styles.present}>
      <Page title={`${t('meetings.present')} ${view.meeting.number}`} heading={<bdi>{view.meeting.board.name}</bdi>}
        filters={item && <span className={styles.line}><T k="meetings.placeOf" values={{ place: item.place, count: view.agenda.length }} /><CaseClock view={view} item={item} /><Lamp item={item} /></span>}
        actions={<>{mayMove && next && <Button variant="default" loading={take.sending} onClick={takeNext}>{t('meetings.nextCase')}</Button>}<Button component={Link} to={back} variant="subtle">{t('meetings.presentEnd')}</Button></>}>
        {take.problem && <ProblemView problem={take.problem} takeFocus onNext={take.reset} />}
        {item ? <Heard view={view} item={item} /> : <Ahead view={view} />}
      </Page>
    </div>
  );
}

/** The quorum for this case, with who is missing. */
function Lamp({ item }: { item: AgendaItemDto }) {
  const t = useT();
  if (item.outcome) return null;
  return <span className={styles.lamp} role="status" aria-label={t('meetings.quorum')}><StatusShape status={item.quorum.met ? 'done' : 'blocked'} size={16} /><QuorumWords quorum={item.quorum} /></span>;
}

function Heard({ view, item }: { view: MeetingViewDto; item: AgendaItemDto }) {
  const t = useT();
  const missing = view.voices.filter((voice) => !item.heard.includes(voice));
  return (
    <>
      {item.outcome && <p className={styles.outcome} role="status"><StatusShape status={item.outcome.kind === 'deferred' ? 'onHold' : 'done'} size={20} /> <T k={`lists.outcomeKind.${item.outcome.kind}`} /></p>}
      <CaseInTheMiddle key={item.case.id} item={item} presenting />
      {!item.outcome && missing.length > 0 && <p className={styles.owed}><T k="meetings.notHeard" values={{ voices: missing.map((voice) => t(`lists.voice.${voice}`)).join(', ') }} /></p>}
    </>
  );
}

/** Between the cases: what comes, and when by the plan. */
function Ahead({ view }: { view: MeetingViewDto }) {
  const t = useT();
  const coming = view.agenda.filter((item) => item.outcome === null);
  return (
    <section className={styles.ahead} aria-label={t('meetings.agenda')}>
      <h2>{t(view.meeting.status === 'open' ? coming.length > 0 ? 'meetings.comesNext' : 'meetings.endAllDecided' : `meetings.status.${view.meeting.status}`)}</h2>
      <ol>
        {coming.map((item) => (
          <li key={item.case.id}>
            <span><PlannedStart at={item.startsAt} zone={view.meeting.zone} /></span>
            <span>{item.case.patient ? <PersonName name={nameOf(item.case.patient.names)} /> : <T k="cases.patientHidden" />} <span className="quiet"><T k={`lists.tumorType.${item.case.tumorType}`} /></span></span>
            <span className="quiet"><T k="meetings.minutesGiven" values={{ count: item.minutes }} /></span>
          </li>
        ))}
      </ol>
    </section>
  );
}
