import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { problemOf } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { useCommand } from '../api/useCommand.js';
import { allows } from '../cases/acts.js';
import { CaseSubject } from '../cases/CaseCard.js';
import type { ReviewViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { FormAnswers } from '../intake/FormAnswers.js';
import { DueTime } from '../kit/DueTime.js';
import { EmptyState } from '../kit/EmptyState.js';
import { allergiesOf, dueOf, nameOf } from '../kit/from-api.js';
import { Page } from '../kit/Page.js';
import { PatientBanner } from '../kit/PatientBanner.js';
import { ProblemView } from '../kit/ProblemView.js';
import { TextSkeleton } from '../kit/Skeletons.js';
import { Evidence } from './Evidence.js';
import { answersIn, reviewQueries, useReview } from './reading.js';
import styles from './Review.module.css';
import { ReviewEditor } from './ReviewEditor.js';
import { SignedOpinion } from './SignedOpinion.js';

/** A review: the evidence beside the form. */
export function Component() {
  const { caseId = '', taskId = '' } = useParams();
  const t = useT();
  const query = useReview(caseId, taskId);
  if (query.data) return <ReviewScreen key={taskId} view={query.data} />;
  return (
    <Page title={t('reviews.title')}>
      {query.error ? <ProblemView problem={problemOf(query.error)} onNext={() => void query.refetch()} /> : <div className={styles.panes}><TextSkeleton lines={8} /><TextSkeleton lines={10} /></div>}
    </Page>
  );
}

function ReviewScreen({ view }: { view: ReviewViewDto }) {
  const t = useT();
  const [side, setSide] = useState<'evidence' | 'form'>('evidence');
  const [search] = useSearchParams();
  const { patient, task } = view;
  const kind = view.asked ? t('reviews.opinionTitle', { discipline: t(`lists.discipline.${view.asked.discipline}`) }) : t(`lists.taskKind.${task.kind}`);
  const due = dueOf(task, task.pool.institution.zone);
  return (
    <Page title={`${kind}, ${view.caseNumber}`}
      banner={patient ? <PatientBanner patient={{ name: nameOf(patient.names), birth: patient.born === null ? null : { date: patient.born }, sex: patient.sex, identifier: patient.identifier, allergies: allergiesOf(patient.allergies) }} /> : undefined}
      heading={<span className={styles.heading}>{kind}<small><Link to={`/cases/${view.caseId}`}><bdi dir="ltr">{view.caseNumber}</bdi></Link> <CaseSubject card={{ ...view, round: task.round }} /></small></span>}
      actions={due ? <span className="small"><T k={due.status === 'overdue' ? 'common.due.wasDue' : 'common.due.due'} /> <DueTime due={due} /></span> : undefined}>
      <div className={styles.switch} role="group" aria-label={t('reviews.title')}>
        {(['evidence', 'form'] as const).map((name) => <button key={name} type="button" aria-pressed={side === name} onClick={() => setSide(name)}>{t(`reviews.${name}`)}</button>)}
      </div>
      <div className={styles.panes} data-side={side}>
        <Evidence view={view} opened={search.has('until')} />
        <section className={styles.form} aria-label={t('reviews.form')}><FormSide view={view} /></section>
      </div>
    </Page>
  );
}

/** The form where it is mine; else what there is to see, and who has it. */
function FormSide({ view }: { view: ReviewViewDto }) {
  const t = useT();
  const me = useSession().person.id;
  const { task, signed } = view;
  const open = task.status !== 'completed' && task.status !== 'failed';
  const claim = useCommand<object>({ path: `/api/cases/${view.caseId}/tasks/${task.id}/claim`, key: `claim:${task.id}`, invalidates: reviewQueries });
  if (signed) return <SignedOpinion view={view} signed={signed} />;
  if (open && task.owner?.id === me) return <ReviewEditor view={view} />;
  const typed = Object.keys(view.draft.answers).length > 0;
  return (
    <div className={styles.signed}>
      {!open ? <EmptyState title={t('reviews.ended')} what={t('reviews.endedWhat')} />
        : task.owner ? <EmptyState title={t('reviews.othersTitle', { person: task.owner.name })} what={t('reviews.othersWhat')} />
          : <EmptyState title={t('reviews.toClaim')} what={t('reviews.toClaimWhat')} action={allows(view.may, 'claimTask') ? <Button loading={claim.sending} onClick={() => void claim.run({ seenVersion: task.version })}>{t('reviews.claim')}</Button> : undefined} />}
      {claim.problem && <ProblemView problem={claim.problem} takeFocus />}
      {typed && <FormAnswers definition={view.form} answers={answersIn(view.draft.answers)} />}
    </div>
  );
}
