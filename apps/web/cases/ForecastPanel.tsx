import type { CSSProperties } from 'react';
import { Link } from 'react-router';
import type { CaseViewDto, ForecastDto, ForecastStepDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { useSpan } from '../kit/DueTime.js';
import { IsoTime } from '../kit/IsoTime.js';
import { hueOf, type Status } from '../kit/status.js';
import { StatusChip } from '../kit/StatusChip.js';
import { StatusShape } from '../kit/StatusShape.js';
import { outlookStatus } from './CaseCard.js';
import { useForecast } from './reading.js';
import styles from './Forecast.module.css';

/** "Will it make Thursday?": the verdict, until when, each thing still to be done with its reasoning, and who could take over the one in the way. */
export function ForecastPanel({ view }: { view: Pick<CaseViewDto, 'id' | 'meeting'> }) {
  const t = useT();
  const { data } = useForecast(view.id, view.meeting !== null);
  const told = data?.forecast;
  if (!told) return null;
  const status: Status = outlookStatus[told.verdict] ?? 'waiting';
  return (
    <Card title={t('cases.forecast.title')}>
      <p className={styles.verdict} style={{ '--hue': hueOf(status) } as CSSProperties}><StatusShape status={status} size={12} /><T k={`cases.forecast.${told.verdict}`} /></p>
      <div className={styles.dates}>
        <div><T k={told.listed ? 'cases.listedFor' : 'cases.nextMeeting'} values={{ meeting: told.meetingNumber }} />: <Link to={`/meetings/${told.meetingId}`}><IsoTime at={told.startsAt} zone={told.zone} show="full" bare /></Link></div>
        {told.usualAt !== null && told.steps.length > 0 && <div>{t('cases.forecast.complete')}: <IsoTime at={told.usualAt} zone={told.zone} show="full" bare /></div>}
        {told.slowAt !== null && told.slowAt !== told.usualAt && told.steps.length > 0 && <div>{t('cases.forecast.ifSlow')}: <IsoTime at={told.slowAt} zone={told.zone} show="full" bare /></div>}
        {told.steps.length > 0 && <div>{t(new Date(told.cutAt) > new Date() ? 'cases.forecast.cut' : 'cases.forecast.cutPassed')} <IsoTime at={told.cutAt} zone={told.zone} show="full" bare /></div>}
      </div>
      {told.steps.length > 0 && <ol className={styles.steps}>{told.steps.map((step, place) => <Step key={`${step.kind}${step.taskId ?? place}`} step={step} told={told} isBlocker={told.verdict !== 'onTrack' && place === told.blocker} status={status} />)}</ol>}
    </Card>
  );
}

function Step({ step, told, isBlocker, status }: { step: ForecastStepDto; told: ForecastDto; isBlocker: boolean; status: Status }) {
  const t = useT();
  const span = useSpan();
  const who = step.owner?.name ?? `${t(step.pool.discipline === null ? `lists.role.${step.pool.role}` : `lists.discipline.${step.pool.discipline}`)}, ${step.pool.institution.name}`;
  const before = step.after.map((place) => told.steps[place]).filter((each) => each !== undefined).map((each) => t(`lists.taskKind.${each.kind}`)).join(', ');
  return (
    <li className={styles.step} data-blocker={isBlocker} style={{ '--hue': hueOf(status) } as CSSProperties}>
      <div className={styles.head}><span className={styles.what}><T k={`lists.taskKind.${step.kind}`} /></span>{isBlocker && <StatusChip status={status} wordKey="cases.forecast.blocker" />}</div>
      <div className={styles.sub}><bdi>{who}</bdi></div>
      <div className={styles.sub}>
        {step.usualAt === null ? t('cases.forecast.noDate') : <T k={step.leftMs > 0 ? 'cases.forecast.needs' : 'cases.forecast.needsOnly'} values={{ usual: span(step.usualMs, step.dayMs), slow: span(step.slowMs, step.dayMs), left: span(step.leftMs, step.dayMs) }} />}
        {', '}{step.basis === 'measured' ? t('cases.forecast.measured', { count: step.samples }) : t('cases.forecast.allowance')}
      </div>
      {before !== '' && <div className={styles.sub}><T k="cases.forecast.after" values={{ steps: before }} /></div>}
      {isBlocker && <CouldTakeIt told={told} />}
    </li>
  );
}

function CouldTakeIt({ told }: { told: ForecastDto }) {
  const t = useT();
  const inTime = told.couldTakeIt.filter((each) => each.inTime);
  if (inTime.length === 0) return <div className={styles.sub}>{t('cases.forecast.could')}: {t('cases.forecast.nobody')}</div>;
  return (
    <div className={styles.could}>
      <span>{t('cases.forecast.could')}:</span>
      <ul>{inTime.map(({ person, openTasks, doneAt }) => <li key={person.id}><bdi>{person.name}</bdi>: {t('cases.forecast.load', { count: openTasks })}{doneAt !== null && <>, {t('cases.forecast.doneBy')} <IsoTime at={doneAt} zone={told.zone} show="full" bare /></>}</li>)}</ul>
    </div>
  );
}
