import { Link, useParams } from 'react-router';
import { problemOf } from '../api/problem.js';
import { CaseSubject } from '../cases/CaseCard.js';
import { useCase } from '../cases/reading.js';
import type { CaseViewDto, OutcomeDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { allergiesOf, nameOf } from '../kit/from-api.js';
import { Page } from '../kit/Page.js';
import { PatientBanner } from '../kit/PatientBanner.js';
import { ProblemView } from '../kit/ProblemView.js';
import { TextSkeleton } from '../kit/Skeletons.js';
import { StatusChip } from '../kit/StatusChip.js';
import { StatusShape } from '../kit/StatusShape.js';
import { AsTheBoardSaw } from './AsTheBoardSaw.js';
import { Letters } from './Letters.js';
import styles from './Outcome.module.css';
import { OtherEvidence } from './OtherEvidence.js';
import { OutcomeText } from './OutcomeText.js';
import { useOutcome } from './reading.js';
import { Signatures } from './Signatures.js';
import { WhatFollows } from './WhatFollows.js';

/** What the board decided on a case: its text, its signatures, its letters, and what follows. */
export function Component() {
  const { caseId = '', outcomeId = '' } = useParams();
  const t = useT();
  const outcome = useOutcome(caseId, outcomeId);
  const found = useCase(caseId);
  const error = outcome.error ?? found.error;
  if (outcome.data && found.data) return <Outcome outcome={outcome.data} view={found.data} />;
  return <Page title={t('recommendations.title')}>{error ? <ProblemView problem={problemOf(error)} onNext={() => { void outcome.refetch(); void found.refetch(); }} /> : <div className={styles.columns}><TextSkeleton lines={9} /><TextSkeleton lines={5} /></div>}</Page>;
}

function Outcome({ outcome, view }: { outcome: OutcomeDto; view: CaseViewDto }) {
  const t = useT();
  const { patient } = view;
  const recommends = outcome.kind === 'recommendation';
  const title = t(recommends ? 'recommendations.title' : 'recommendations.outcome');
  return (
    <Page title={`${title}, ${view.number}`}
      banner={patient ? <PatientBanner patient={{ name: nameOf(patient.names), birth: patient.born === null ? null : { date: patient.born }, sex: patient.sex, identifier: patient.identifier, allergies: allergiesOf(patient.allergies) }} /> : undefined}
      heading={<span className={styles.heading}>{title}<small><Link to={`/cases/${view.id}`}><bdi dir="ltr">{view.number}</bdi></Link> <CaseSubject card={view} /></small></span>}
      actions={<>{outcome.dissents.length > 0 && <StatusChip status="dueSoon" wordKey="recommendations.dissentNote" />}{recommends && <StatusChip status={outcome.signaturesComplete ? 'done' : 'waiting'} wordKey={outcome.signaturesComplete ? 'common.status.signed' : 'recommendations.draft'} />}</>}>
      {outcome.supersededBy !== null && <p className={styles.superseded} role="status"><StatusShape status="dueSoon" /> {t('recommendations.superseded')} <Link to={`/cases/${view.id}/outcomes/${outcome.supersededBy}`}>{t('common.open')}</Link></p>}
      {outcome.confirmTask && <OtherEvidence caseId={view.id} outcome={outcome} task={outcome.confirmTask} />}
      <div className={styles.columns}>
        <div className={styles.side}><OutcomeText outcome={outcome} /><AsTheBoardSaw key={outcome.id} caseId={view.id} outcome={outcome} /></div>
        <div className={styles.side}>
          {recommends && <Signatures caseId={view.id} number={view.number} outcome={outcome} />}
          {recommends && <Letters caseId={view.id} outcome={outcome} />}
          {recommends && <WhatFollows caseId={view.id} outcome={outcome} referrer={view.referrer} others={view.otherTransfers} />}
        </div>
      </div>
    </Page>
  );
}
