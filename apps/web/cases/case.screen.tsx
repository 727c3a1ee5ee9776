import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { problemOf } from '../api/problem.js';
import { useSession } from '../api/session.js';
import type { CaseViewDto, StageDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useLanguage, useT } from '../i18n/useT.js';
import { allergiesOf, nameOf } from '../kit/from-api.js';
import { zonedParts } from '../kit/iso-dates.js';
import { Page } from '../kit/Page.js';
import { PatientBanner } from '../kit/PatientBanner.js';
import { ProblemView } from '../kit/ProblemView.js';
import { TextSkeleton } from '../kit/Skeletons.js';
import { StageStrip, type StageSegment } from '../kit/StageStrip.js';
import { StatusChip } from '../kit/StatusChip.js';
import { useZone } from '../kit/zone.js';
import { ConsentsPanel } from '../intake/ConsentsPanel.js';
import { DocumentsPanel } from '../intake/DocumentsPanel.js';
import { MissingPanel } from '../preparation/MissingPanel.js';
import { TreatmentsPanel } from '../preparation/TreatmentsPanel.js';
import { allows, type CaseActName } from './acts.js';
import { CaseActDialog } from './CaseActDialog.js';
import { CaseMenu } from './CaseMenu.js';
import { CaseSubject } from './CaseCard.js';
import { ForecastPanel } from './ForecastPanel.js';
import styles from './CaseScreen.module.css';
import { HandMoves } from './HandMoves.js';
import { HistoryPanel } from './HistoryPanel.js';
import { FollowUpPanel } from './FollowUpPanel.js';
import { NextSentence } from './NextSentence.js';
import { NowPanel } from './NowPanel.js';
import { DecisionPanel, QuestionPanel, TransferPanel } from './panels.js';
import { OpinionsPanel } from './OpinionsPanel.js';
import { CaseWords } from './item-name.js';
import { useCase } from './reading.js';
import { WaitingPanel } from './WaitingTimes.js';

/** One case: who, how far, what next, what is open, what happened, and what is known. */
export function Component() {
  const { caseId = '' } = useParams();
  const t = useT();
  const query = useCase(caseId);
  if (query.data) return <CaseWords.Provider value={query.data.ownWords}><CaseScreen view={query.data} /></CaseWords.Provider>;
  return (
    <Page title={t('cases.title')}>
      {query.error ? <ProblemView problem={problemOf(query.error)} onNext={() => void query.refetch()} /> : <div style={{ display: 'grid', gap: 16 }}><TextSkeleton lines={2} /><TextSkeleton lines={6} /></div>}
    </Page>
  );
}

/** An emergency that is ready to be discussed need not wait for the series: whoever runs the board's meetings calls one within hours. */
function Extraordinary({ view }: { view: CaseViewDto }) {
  const t = useT();
  const { posts } = useSession();
  const runs = posts.some(({ institutionId, role }) => institutionId === view.host.id && (role === 'caseManager' || role === 'chair'));
  if (!runs || view.urgency !== 'emergency' || view.column !== 'discussion') return null;
  return <Button component={Link} to={`/meetings/new?case=${view.id}`} variant="default">{t('meetings.plan.extraordinary')}</Button>;
}

function CaseScreen({ view }: { view: CaseViewDto }) {
  const t = useT();
  const [act, setAct] = useState<CaseActName | null>(null);
  const columns = useStrip(view);
  return (
    <Page title={t('cases.case', { number: view.number })} banner={<Banner view={view} />}
      heading={<span className={styles.heading}><T k="cases.case" values={{ number: view.number }} /><small><CaseSubject card={view} /></small></span>}
      actions={<><Primary view={view} /><Extraordinary view={view} /><CaseMenu view={view} onAct={setAct} /></>}>
      <div className={styles.top}>
        <StageStrip columns={columns} />
        <NextSentence view={view} />
        <HandMoves view={view} />
      </div>
      <div className={styles.columns}>
        <div className={styles.side}>
          <NowPanel view={view} onAct={setAct} />
          <HistoryPanel view={view} />
        </div>
        <div className={styles.side}>
          <QuestionPanel view={view} />
          <MissingPanel view={view} />
          <TreatmentsPanel view={view} />
          <ForecastPanel view={view} />
          <WaitingPanel view={view} />
          <DecisionPanel view={view} />
          <TransferPanel view={view} />
          <FollowUpPanel view={view} onAct={setAct} />
          <OpinionsPanel view={view} />
          <DocumentsPanel caseId={view.id} documents={view.documents} may={view.may} />
          <ConsentsPanel caseId={view.id} consents={view.consents} crossBorder={view.origin.id !== view.host.id} may={view.may} />
        </div>
      </div>
      {act !== null && <CaseActDialog caseId={view.id} act={act} onClose={() => setAct(null)} />}
    </Page>
  );
}

function Banner({ view }: { view: CaseViewDto }) {
  const { patient } = view;
  if (!patient) return undefined;
  return (
    <PatientBanner patient={{ name: nameOf(patient.names), birth: patient.born === null ? null : { date: patient.born }, sex: patient.sex, identifier: patient.identifier, allergies: allergiesOf(patient.allergies) }}>
      {view.status !== 'open' && <StatusChip status={view.status === 'onHold' ? 'onHold' : view.end ? 'done' : 'waiting'} wordKey={`lists.caseStatus.${view.status}`} />}
    </PatientBanner>
  );
}

/** The one thing that the referral waits for from this person. */
function Primary({ view }: { view: CaseViewDto }) {
  const t = useT();
  const key = allows(view.may, 'answerReturn') ? 'cases.toAnswer' : allows(view.may, 'submitReferral') ? 'cases.toSubmit' : allows(view.may, 'returnReferral') || allows(view.may, 'acceptReferral') ? 'cases.toCheck' : null;
  return key === null ? null : <Button component={Link} to={`/cases/${view.id}/referral`}>{t(key)}</Button>;
}

const order: readonly (readonly StageDto['stage'][])[] = [['intake'], ['pathologyReview', 'imagingReview'], ['discussion'], ['recommendation'], ['transfer'], ['followUp']];

function useStrip(view: CaseViewDto): StageSegment[][] {
  const lang = useLanguage();
  const zone = useZone();
  const day = (at: string | null) => (at === null ? undefined : zonedParts(at, zone, lang).date);
  const over = ['withdrawn', 'rejected', 'closed'].includes(view.status);
  const segment = (stage: StageDto): StageSegment => ({ stage: stage.stage, state: over && stage.status === 'active' ? 'ended' : stage.status, status: stage.status === 'active' && !over ? stage.light : undefined, planned: day(stage.plannedAt), actual: stage.status === 'done' ? day(stage.leftAt) : undefined });
  return order.map((names) => names.flatMap((name) => view.stages.filter((stage) => stage.stage === name)).map(segment));
}
