import { Anchor } from '@mantine/core';
import { useEffect } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { problemOf } from '../api/problem.js';
import { useCase } from '../cases/reading.js';
import type { CaseViewDto, TransferDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { EmptyState } from '../kit/EmptyState.js';
import { allergiesOf, nameOf } from '../kit/from-api.js';
import { IsoDate, IsoTime } from '../kit/IsoTime.js';
import { Page } from '../kit/Page.js';
import { PatientBanner } from '../kit/PatientBanner.js';
import { ProblemView } from '../kit/ProblemView.js';
import { RowsSkeleton, TextSkeleton } from '../kit/Skeletons.js';
import { StatusShape } from '../kit/StatusShape.js';
import { Checklist } from './Checklist.js';
import { Now } from './Now.js';
import { OtherTransfers } from './OtherTransfers.js';
import { useTransfer } from './reading.js';
import { Steps } from './Steps.js';
import styles from './Transfer.module.css';

/** One transfer: how far the request and the journey are, what comes next, both hospitals' checklists side by side. */
export function Component() {
  const { caseId = '' } = useParams();
  const t = useT();
  const transfer = useTransfer(caseId);
  const view = useCase(caseId);
  const number = view.data?.number;
  return (
    <Page title={number === undefined ? t('transfers.transfer') : t('transfers.ofCase', { number })} banner={view.data && <Banner view={view.data} />}
      heading={<span className={styles.heading}>{number === undefined ? t('transfers.transfer') : <T k="transfers.ofCase" values={{ number }} />}{transfer.data && <Way transfer={transfer.data} />}</span>}
      actions={<Anchor component={Link} to={`/cases/${caseId}`} size="sm">{t('transfers.toCase')}</Anchor>}>
      {view.data && <OtherTransfers transfers={view.data.otherTransfers} />}
      <Body query={transfer} />
    </Page>
  );
}

function Body({ query }: { query: ReturnType<typeof useTransfer> }) {
  const t = useT();
  if (query.data) return <Whole transfer={query.data} />;
  if (!query.error) return <div className={styles.stack}><TextSkeleton lines={2} /><Card flush><RowsSkeleton rows={7} height={48} /></Card></div>;
  const problem = problemOf(query.error);
  if (problem.status === 404) return <Card><EmptyState title={t('transfers.none')} what={t('transfers.emptyWhat')} /></Card>;
  return <ProblemView problem={problem} onNext={() => void query.refetch()} />;
}

function Whole({ transfer }: { transfer: TransferDto }) {
  const wanted = useSearchParams()[0].get('task');
  const item = transfer.items.find(({ task }) => task.id === wanted);
  useEffect(() => { if (item) document.getElementById(`item-${item.code}`)?.scrollIntoView({ block: 'center' }); }, [item?.code]);
  return (
    <div className={styles.stack}>
      <Steps transfer={transfer} />
      <Now transfer={transfer} />
      <Facts transfer={transfer} />
      <div className={styles.columns}>
        <Checklist transfer={transfer} side="sending" wanted={wanted} />
        <Checklist transfer={transfer} side="receiving" wanted={wanted} />
      </div>
      <History transfer={transfer} />
    </div>
  );
}

const Way = ({ transfer }: { transfer: TransferDto }) => (
  <small><bdi>{transfer.from.name}</bdi> <span aria-hidden="true" className={styles.arrow}>→</span><span className="visually-hidden"><T k="transfers.to" /></span> <bdi>{transfer.to.name}</bdi></small>
);

/** What accepting, and arriving, have brought. */
function Facts({ transfer }: { transfer: TransferDto }) {
  const arrived = transfer.history.find(({ status }) => status === 'arrived');
  if (!transfer.acceptingClinician && !transfer.plannedFor && !arrived) return null;
  return (
    <dl className={styles.facts}>
      {transfer.acceptingClinician && <div><dt><T k="transfers.acceptingClinician" /></dt><dd><bdi>{transfer.acceptingClinician.name}</bdi></dd></div>}
      {transfer.plannedFor && <div><dt><T k={transfer.history.some(({ status }) => status === 'departed') ? 'transfers.departureOn' : 'transfers.plannedFor'} /></dt><dd><IsoDate date={transfer.plannedFor} /></dd></div>}
      {arrived?.reason && <div><dt><T k="transfers.condition" /></dt><dd><T k={`transfers.conditionIs.${arrived.reason}`} /></dd></div>}
      {arrived && (
        <div>
          <dt><T k="transfers.discrepancies" /></dt>
          <dd>{transfer.discrepancies.length === 0 ? <T k="transfers.noDiscrepancies" /> : <span className={styles.differs}><StatusShape status="dueSoon" size={11} />{transfer.discrepancies.map((code, i) => <span key={code}>{i > 0 && ', '}<T k={`transfers.discrepancy.${code}`} /></span>)}</span>}</dd>
        </div>
      )}
    </dl>
  );
}

/** Every step as it happened, refusals and second attempts too. */
function History({ transfer }: { transfer: TransferDto }) {
  const t = useT();
  const words = ({ status, reason }: TransferDto['history'][number]) => {
    if (reason === null) return null;
    return status === 'refused' ? `transfers.refuseReason.${reason}` : status === 'ended' ? `transfers.endCause.${reason}` : status === 'arrived' ? `transfers.conditionIs.${reason}` : null;
  };
  return (
    <Card title={t('cases.history')} flush>
      <ol>
        {transfer.history.map((step, i) => {
          const why = words(step);
          return (
            <li key={i} className={styles.event}>
              <span className={styles.when}><IsoTime at={step.at} /></span>
              <div>
                <div><T k={`lists.transferStatus.${step.status}`} />{why && <>: <T k={why} /></>}</div>
                <div className={styles.who}>{step.by ? <bdi>{step.by.name}</bdi> : <T k="common.system" />}</div>
                {step.note?.text && <p className={styles.note} dir="auto" lang={step.note.language ?? undefined}>{step.note.text}</p>}
              </div>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

function Banner({ view: { patient } }: { view: CaseViewDto }) {
  if (!patient) return undefined;
  return <PatientBanner patient={{ name: nameOf(patient.names), birth: patient.born === null ? null : { date: patient.born }, sex: patient.sex, identifier: patient.identifier, allergies: allergiesOf(patient.allergies) }} />;
}
