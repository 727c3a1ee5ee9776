import { useCalendarName } from '../kit/calendar-name.js';
import type { DueStepDto, SimulatedMarkDto, SimulationDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { IsoDate, IsoTime } from '../kit/IsoTime.js';
import styles from './Calendars.module.css';
import { MarkName } from './LadderFields.js';

/** Each mark with every stretch since the one before: what counted, what was skipped and why. */
export function Simulation({ told }: { told: SimulationDto }) {
  const t = useT();
  const calendarName = useCalendarName();
  return (
    <Card title={t('time.marks')} count={told.marks.length}>
      <p className="small quiet"><T k="time.countedBy" values={{ calendar: calendarName(told.calendarId), version: told.calendarVersion, data: told.timeZoneData ?? '?' }} />{told.provisional.length > 0 && <> <b><T k="time.provisional" /></b></>}</p>
      <ol className={styles.marks}>
        <li className={styles.mark}><p className={styles.markHead}><b>{t('time.offered')}</b> <IsoTime at={told.startedAt} zone={told.zone} show="full" /></p></li>
        {told.marks.map((mark) => <Mark key={mark.name} mark={mark} zone={told.zone} />)}
      </ol>
    </Card>
  );
}

function Mark({ mark, zone }: { mark: SimulatedMarkDto; zone: string }) {
  const t = useT();
  return (
    <li className={styles.mark} data-kind={mark.kind}>
      <ul className={styles.steps}>{mark.steps.map((step) => <li key={step.from} data-kind={step.kind}><Step step={step} zone={zone} /></li>)}</ul>
      <p className={styles.markHead}><b>{t(`time.markKind.${mark.kind}`)}</b> <IsoTime at={mark.at} zone={zone} show="full" /> <MarkName name={mark.name} /> <span className={`quiet ${styles.tells}`}>{t('time.tellsWhom', { people: mark.tells.map((each) => t(`time.audience.${each}`)).join(', ') })}{mark.reassigns && <> · {t('time.reassignsThen')}</>}</span></p>
    </li>
  );
}

function Step({ step, zone }: { step: DueStepDto; zone: string }) {
  const t = useT();
  const when = step.fromDate === step.toDate
    ? <><IsoDate date={step.fromDate} /> <bdi dir="ltr"><IsoTime at={step.from} zone={zone} show="time" bare />–<IsoTime at={step.to} zone={zone} show="time" bare /></bdi></>
    : <><IsoTime at={step.from} zone={zone} bare /> – <IsoTime at={step.to} zone={zone} bare /></>;
  if (step.kind === 'counted') return <><span className={styles.counted}><Exact ms={step.countedMs} /></span> {when}{step.label !== null && <> · <bdi>{step.label}</bdi></>}</>;
  return <><span className={styles.skipped}>{t('time.skipped')}</span> {when} · {step.label === null ? t(`time.why.${step.why ?? 'outside-hours'}`) : <bdi>{step.label}</bdi>}</>;
}

/** Hours and minutes to the minute: here the parts add up to the allowance. */
function Exact({ ms }: { ms: number }) {
  const t = useT();
  const minutes = Math.round(ms / 60_000);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return <>{[hours > 0 ? t('common.due.h', { count: hours }) : '', rest > 0 || hours === 0 ? t('common.due.min', { count: rest }) : ''].filter((part) => part !== '').join(' ')}</>;
}
