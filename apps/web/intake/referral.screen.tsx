import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { problemOf } from '../api/problem.js';
import { allows, mayOf } from '../cases/acts.js';
import { CaseSubject } from '../cases/CaseCard.js';
import caseStyles from '../cases/CaseScreen.module.css';
import type { ReferralViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import type { Answers } from '../kit/form/definition.js';
import { allergiesOf, nameOf } from '../kit/from-api.js';
import { Page } from '../kit/Page.js';
import { PatientBanner } from '../kit/PatientBanner.js';
import { ProblemView } from '../kit/ProblemView.js';
import { TextSkeleton } from '../kit/Skeletons.js';
import { StatusChip } from '../kit/StatusChip.js';
import { StatusShape } from '../kit/StatusShape.js';
import { AmendDialog } from './AmendDialog.js';
import { Completeness } from './Completeness.js';
import { standingNow } from './standing.js';
import { ConsentsPanel } from './ConsentsPanel.js';
import { DocumentsPanel } from './DocumentsPanel.js';
import { FormAnswers } from './FormAnswers.js';
import styles from './Intake.module.css';
import { ReferralEditor } from './ReferralEditor.js';
import { ReturnedNote } from './ReturnedNote.js';
import { useReferral } from './reading.js';
import { usePreparation } from '../preparation/reading.js';
import { TriagePanel } from './TriagePanel.js';

/** The referral: typed while it is a draft or sent back, read and checked once it is submitted. */
export function Component() {
  const { caseId = '' } = useParams();
  const t = useT();
  const query = useReferral(caseId);
  if (query.data) return <ReferralScreen key={caseId} view={query.data} />;
  return <Page title={t('intake.title')}>{query.error ? <ProblemView problem={problemOf(query.error)} onNext={() => void query.refetch()} /> : <div style={{ display: 'grid', gap: 16 }}><TextSkeleton lines={2} /><TextSkeleton lines={8} /></div>}</Page>;
}

function ReferralScreen({ view }: { view: ReferralViewDto }) {
  const t = useT();
  const { patient, caseId } = view;
  const [editing, setEditing] = useState(false);
  const [amending, setAmending] = useState(false);
  const [typed, setTyped] = useState<Answers | null>(null);
  // Who checks the referral reads it first; who owes it types at once.
  const checks = mayOf(view.may, 'acceptReferral') !== undefined;
  const owes = !checks && (allows(view.may, 'answerReturn') || view.status === 'draft');
  const settles = mayOf(view.may, 'answerDataSet');
  // Without a saved draft there is nothing to settle yet, but everything to type; answers that contradict each other are mended here.
  const mayEdit = settles !== undefined && (settles.allowed || settles.because === 'DRAFT.NOT_FOUND' || settles.because?.startsWith('SCORE.') === true);
  const edit = mayEdit && (owes || editing);
  const preparation = usePreparation(caseId, view.status !== 'draft');
  const items = standingNow(view.completeness, typed ?? (view.draft.answers as Answers), view.documents);
  return (
    <Page title={t('intake.titleOf', { number: view.number })}
      banner={patient ? <PatientBanner patient={{ name: nameOf(patient.names), birth: patient.born === null ? null : { date: patient.born }, sex: patient.sex, identifier: patient.identifier, allergies: allergiesOf(patient.allergies) }}><StatusChip status={view.status === 'onHold' ? 'onHold' : view.status === 'open' ? 'onTime' : 'waiting'} wordKey={view.status === 'open' ? 'intake.submittedShort' : `lists.caseStatus.${view.status}`} /></PatientBanner> : undefined}
      heading={<span className={caseStyles.heading}><T k="intake.titleOf" values={{ number: view.number }} /><small><CaseSubject card={{ ...view, laterality: null, round: 1 }} /></small></span>}
      actions={<Button component={Link} to={`/cases/${caseId}`} variant="default">{t('intake.toCase')}</Button>}>
      <div className={styles.main}>
        <SentNote view={view} />
        <ReturnedNote view={view} />
        <div className={styles.layout} style={edit ? undefined : { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 340px)' }}>
          {edit ? <ReferralEditor view={view} items={items} onTyped={setTyped} question={<QuestionCard view={view} onAmend={allows(view.may, 'amendReferral') ? () => setAmending(true) : undefined} />} onDone={owes ? undefined : () => { setEditing(false); setTyped(null); }} /> : (
            <div className={styles.main}>
              <QuestionCard view={view} onAmend={allows(view.may, 'amendReferral') ? () => setAmending(true) : undefined} />
              <Card title={t('intake.answers')} actions={mayEdit && <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>{t('common.edit')}</Button>}><FormAnswers definition={view.form} answers={view.draft.answers as Answers} /></Card>
            </div>
          )}
          <div className={styles.side}>
            <TriagePanel view={view} items={items} />
            <Completeness items={items} form={view.form} linked={edit} preparation={preparation.data} caseId={caseId} />
            <DocumentsPanel caseId={caseId} documents={view.documents} may={view.may} />
            <ConsentsPanel caseId={caseId} consents={view.consents} crossBorder={view.origin.id !== view.host.id} may={view.may} />
          </div>
        </div>
      </div>
      {amending && <AmendDialog view={view} onClose={() => setAmending(false)} />}
    </Page>
  );
}

/** Says once, at the top, that what was just sent is with the board. */
function SentNote({ view }: { view: ReferralViewDto }) {
  const [began] = useState(view.status);
  const sent = began !== 'open' && view.status === 'open';
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => { if (sent) { window.scrollTo({ top: 0 }); note.current?.focus({ preventScroll: true }); } }, [sent]);
  return sent ? <p ref={note} tabIndex={-1} role="status" className={styles.sent}><StatusShape status="done" size={14} /><T k="intake.submitted" values={{ number: view.number }} /></p> : null;
}

/** What the board is asked, and by whom. */
function QuestionCard({ view, onAmend }: { view: ReferralViewDto; onAmend?: () => void }) {
  const t = useT();
  return (
    <Card title={t('intake.question')} actions={onAmend && <Button size="compact-sm" variant="default" onClick={onAmend}>{t('intake.amend')}</Button>}>
      <p dir="auto" style={{ whiteSpace: 'pre-wrap' }} lang={view.question?.language ?? undefined}>{view.question?.text ?? t('common.notRecorded')}</p>
      <p className="quiet small" style={{ marginBlockStart: 6 }}>{view.referrer ? <><bdi>{view.referrer.name}</bdi>, </> : null}<bdi>{view.origin.name}</bdi></p>
    </Card>
  );
}
