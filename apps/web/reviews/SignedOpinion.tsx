import { Button } from '@mantine/core';
import { useState } from 'react';
import { allows } from '../cases/acts.js';
import type { OpinionViewDto, ReviewViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { FormAnswers } from '../intake/FormAnswers.js';
import { IsoTime } from '../kit/IsoTime.js';
import { StatusChip } from '../kit/StatusChip.js';
import { OpinionAnswers } from './OtherOpinions.js';
import { answersIn, useOpinion } from './reading.js';
import styles from './Review.module.css';
import { Recist } from './Recist.js';
import { Scores } from './Scores.js';
import { ReviewEditor, statedResponse } from './ReviewEditor.js';

/** The opinion as it was signed, with its earlier versions; whoever signed it may replace it by a new one. */
export function SignedOpinion({ view, signed }: { view: ReviewViewDto; signed: OpinionViewDto }) {
  const t = useT();
  const [amending, setAmending] = useState(false);
  const { opinion } = signed;
  const asked = useOpinion(view.caseId, opinion.id);
  const may = asked.data?.may ?? [];
  if (amending) return <ReviewEditor view={view} amends={opinion} onDone={() => setAmending(false)} />;
  return (
    <div className={styles.signed}>
      <div className={styles.signedHead}>
        <StatusChip status="done" wordKey="common.status.signed" />
        <span><bdi>{opinion.signedBy.name}</bdi>, <bdi>{opinion.institution.name}</bdi>, <IsoTime at={opinion.signedAt} show="full" />{opinion.version > 1 && <> · <T k="reviews.version" values={{ number: opinion.version }} /></>}</span>
        {opinion.discordance !== null && <StatusChip status={opinion.discordance === 'none' ? 'done' : opinion.discordance === 'minor' ? 'dueSoon' : 'overdue'} label={t('reviews.discordance')} wordKey={`lists.discordanceGrade.${opinion.discordance}`} />}
        {(allows(may, 'amendOpinion') || may.some((each) => each.because === 'REVIEW.NOTHING_CHANGED')) && <Button variant="default" size="compact-sm" onClick={() => setAmending(true)}>{t('reviews.amend')}</Button>}
      </div>
      {signed.reason?.text && <p><span className="quiet">{t('reviews.amendedBecause')}</span> <bdi>{signed.reason.text}</bdi></p>}
      {signed.recist && <Recist recist={signed.recist} stated={statedResponse(answersIn(signed.answers)['response'])} />}
      <Scores scores={signed.scores} />
      <FormAnswers definition={signed.form} answers={answersIn(signed.answers)} />
      <p className="quiet small">{t('reviews.hash')} <code dir="ltr">{opinion.hash.slice(0, 16)}</code></p>
      <EarlierVersions view={view} signed={signed} />
    </div>
  );
}

function EarlierVersions({ view, signed }: { view: ReviewViewDto; signed: OpinionViewDto }) {
  const t = useT();
  const [opened, setOpened] = useState<string | null>(null);
  const earlier = signed.versions.filter((version) => version.id !== signed.opinion.id);
  if (earlier.length === 0) return null;
  return (
    <section aria-labelledby="earlier-versions">
      <h2 id="earlier-versions">{t('reviews.earlier')}</h2>
      <ul className={styles.opinions}>
        {earlier.map((version) => (
          <li key={version.id}>
            <div className={styles.opinionHead}>
              <div><T k="reviews.version" values={{ number: version.version }} /> <span className="quiet small"><bdi>{version.signedBy.name}</bdi>, <IsoTime at={version.signedAt} /></span></div>
              <Button size="compact-sm" variant="default" aria-expanded={opened === version.id} onClick={() => setOpened(opened === version.id ? null : version.id)}>{t(opened === version.id ? 'common.hide' : 'common.show')}</Button>
            </div>
            {opened === version.id && <OpinionAnswers caseId={view.caseId} opinionId={version.id} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
