import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { problemOf } from '../api/problem.js';
import { useItemWords } from '../cases/blocker-words.js';
import type { BoardSawDto, ChangedSinceDto, OutcomeDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useLanguage, useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { allergiesOf } from '../kit/from-api.js';
import { listWords } from '../kit/intl.js';
import { IsoTime } from '../kit/IsoTime.js';
import { AllergiesText } from '../kit/PatientBanner.js';
import { ProblemView } from '../kit/ProblemView.js';
import { TextSkeleton } from '../kit/Skeletons.js';
import { StatusShape } from '../kit/StatusShape.js';
import { TreatmentTimeline } from '../preparation/TreatmentTimeline.js';
import { OtherOpinions } from '../reviews/OtherOpinions.js';
import { opinionName } from '../reviews/opinion-name.js';
import styles from './Outcome.module.css';
import { useBoardSaw } from './reading.js';

/** Reports, treatments and data set as they lay before the board: what was amended since is said first, and never put in their place. */
export function AsTheBoardSaw({ caseId, outcome }: { caseId: string; outcome: OutcomeDto }) {
  const t = useT();
  const [opened, setOpened] = useState(outcome.supersededBy !== null);
  const query = useBoardSaw(caseId, outcome.id, opened);
  const { data: saw, error } = query;
  return (
    <Card title={t('recommendations.saw.title')} actions={<Button size="compact-sm" variant="default" aria-expanded={opened} onClick={() => setOpened(!opened)}>{t(opened ? 'common.hide' : 'common.show')}</Button>}>
      {!opened && <p className="quiet small">{t('recommendations.saw.what')}</p>}
      {opened && !saw && (error ? <ProblemView problem={problemOf(error)} onNext={() => void query.refetch()} /> : <TextSkeleton lines={5} />)}
      {opened && saw && <Saw caseId={caseId} saw={saw} />}
    </Card>
  );
}

function Saw({ caseId, saw }: { caseId: string; saw: BoardSawDto }) {
  const t = useT();
  const missing = saw.completeness.filter(({ required, state }) => required && state === 'missing');
  const list = useList();
  const words = useItemWords(saw.form);
  const part = (key: string, body: React.ReactNode) => <section className={styles.words}><h3>{t(key)}</h3>{body}</section>;
  return (
    <div className={styles.text}>
      <Changes caseId={caseId} saw={saw} />
      {saw.question?.text && part('cases.question', <p dir="auto" lang={saw.question.language ?? undefined}>{saw.question.text}</p>)}
      {part('cases.opinions', <OtherOpinions caseId={caseId} opinions={saw.opinions} asSeen />)}
      {saw.patient && part('common.patient.allergies', <p><AllergiesText allergies={allergiesOf(saw.patient.allergies)} /></p>)}
      {part('reviews.treatments', <TreatmentTimeline caseId={caseId} plain preparation={{ ...saw, requests: [], people: [], may: [] }} />)}
      {part('intake.minimumData', <p><StatusShape status={missing.length === 0 ? 'done' : 'waiting'} size={12} /> {missing.length === 0 ? t('intake.complete') : <>{t('intake.missing', { count: missing.length })}: {list(missing.map(({ id }) => words(id)))}</>}{saw.incompleteFileAcceptedBy && <span className="quiet"> · {t('cases.incompleteAccepted')}: <bdi>{saw.incompleteFileAcceptedBy.name}</bdi></span>}</p>)}
      {part('cases.documents', saw.documents.length === 0 ? <p className="quiet">{t('intake.noDocuments')}</p> : <ul className={styles.participants}>{saw.documents.map((document) => <li key={document.id}><a href={document.href} target="_blank" rel="noreferrer"><bdi>{document.name}</bdi></a> <span className="quiet"><T k={`lists.documentKind.${document.kind}`} /></span></li>)}</ul>)}
    </div>
  );
}

function Changes({ caseId, saw }: { caseId: string; saw: BoardSawDto }) {
  const t = useT();
  if (saw.changes.length === 0) return <p><StatusShape status="done" size={12} /> {t('recommendations.saw.unchanged')}</p>;
  return (
    <section className={styles.voices}>
      <h3>{t('recommendations.saw.changed')}</h3>
      <ul className={styles.changes}>{saw.changes.map((change, i) => <li key={i}><strong>{t(`recommendations.saw.${change.what}`)}</strong>: <Change caseId={caseId} change={change} saw={saw} />{change.at !== null && <span className="quiet small"> <IsoTime at={change.at} /></span>}</li>)}</ul>
    </section>
  );
}

function Change({ caseId, change: { what, opinion, document, fields }, saw }: { caseId: string; change: ChangedSinceDto; saw: BoardSawDto }) {
  const t = useT();
  const list = useList();
  const words = useItemWords(saw.form);
  if (opinion) return <><Link to={`/cases/${caseId}/reviews/${opinion.taskId}`}><T k={opinionName(opinion)} /></Link>, <bdi>{opinion.signedBy.name}</bdi></>;
  if (document) return <><bdi>{document.name}</bdi>, <T k={`lists.documentKind.${document.kind}`} /></>;
  if (what === 'patient') return <>{list(fields.map((field) => t(`forms.patient.${field === 'allergies' ? 'allergiesState' : field}`)))}</>;
  return fields.length > 0 ? <>{list(fields.map(words))}</> : <Link to={`/cases/${caseId}`}><T k="cases.question" /></Link>;
}

function useList(): (names: readonly string[]) => string {
  const lang = useLanguage();
  return (names) => listWords(lang, names);
}
