import type { CSSProperties } from 'react';
import type { CaseCardDto, CaseViewDto, WaitingClockDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { IsoDate } from '../kit/IsoTime.js';
import { hueOf } from '../kit/status.js';
import { StatusShape } from '../kit/StatusShape.js';
import { gravest, statusOf } from './waiting.js';
import styles from './Waiting.module.css';

const hued = (clock: WaitingClockDto): CSSProperties => ({ '--hue': hueOf(statusOf(clock)) }) as CSSProperties;

/** Every waiting-time clock of the case: day by day towards its last one, with its lights, its pauses and what stopped it. */
export function WaitingPanel({ view }: { view: Pick<CaseViewDto, 'waiting' | 'hold' | 'submittedAt'> }) {
  const t = useT();
  if (view.submittedAt === null || view.waiting.length === 0) return null;
  return (
    <Card title={t('waiting.title')}>
      {view.hold && <p className={styles.note}><StatusShape status="onHold" size={11} />{t('waiting.onHold')}</p>}
      <ul className={styles.list}>{view.waiting.map((clock) => <Clock key={clock.code} clock={clock} />)}</ul>
    </Card>
  );
}

function Clock({ clock }: { clock: WaitingClockDto }) {
  const status = statusOf(clock);
  return (
    <li className={styles.clock} style={hued(clock)}>
      <div className={styles.head}>
        <span className={styles.name}><T k={`lists.waitingClock.${clock.code}`} /></span>
        <span className={styles.figure}><StatusShape status={status} size={12} /><Figure clock={clock} /></span>
      </div>
      {clock.status !== 'notStarted' && (
        <div className={styles.track} aria-hidden="true">
          <span className={styles.used} style={{ inlineSize: `${Math.min(100, (clock.usedDays / clock.days) * 100)}%` }} />
        </div>
      )}
      <Detail clock={clock} />
    </li>
  );
}

function Figure({ clock }: { clock: WaitingClockDto }) {
  const values = { used: clock.usedDays, days: clock.days };
  switch (clock.status) {
    case 'notStarted': return <T k="waiting.notStarted" />;
    case 'stopped': return <T k="waiting.stopped" values={values} />;
    case 'ended': return <T k="waiting.ended" values={values} />;
    case 'running': case 'paused': return <><T k="waiting.day" values={values} /><span className="visually-hidden">, <T k={`waiting.light.${clock.light}`} /></span></>;
  }
}

function Detail({ clock }: { clock: WaitingClockDto }) {
  const t = useT();
  const left = Math.abs(clock.leftDays);
  return (
    <div className={styles.sub}>
      {clock.status === 'running' && <><T k={clock.leftDays < 0 ? 'waiting.over' : 'waiting.left'} values={{ count: left }} />{clock.breachOn !== null && <>; {t('waiting.lastDay')} <IsoDate date={dayBefore(clock.breachOn)} /></>}</>}
      {clock.pause && <>{t('waiting.paused')} <IsoDate date={clock.pause.since} />: <T k={`lists.waitingPauseReason.${clock.pause.reason}`} /></>}
      {clock.status === 'stopped' && clock.stoppedOn !== null && <><IsoDate date={clock.stoppedOn} />{clock.atTheLatest && <> ({t('waiting.atTheLatest')})</>}</>}
      {clock.pausedDays > 0 && <>. <T k="waiting.pausedDays" values={{ count: clock.pausedDays }} /></>}
    </div>
  );
}

const dayBefore = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** On a card: the gravest waiting time, once it is amber or stands still. */
export function WaitingOnCard({ card }: { card: Pick<CaseCardDto, 'waiting'> }) {
  const clock = gravest(card.waiting);
  if (!clock) return null;
  return (
    <div className={styles.onCard} style={hued(clock)}>
      <StatusShape status={statusOf(clock)} size={11} />
      <span><T k="waiting.card" values={{ days: clock.days, used: clock.usedDays }} />, <T k={`waiting.light.${clock.status === 'paused' && clock.light === 'onTime' ? 'paused' : clock.light}`} /></span>
    </div>
  );
}
