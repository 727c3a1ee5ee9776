import { Button } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../api/problem.js';
import type { OpinionDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { FormAnswers } from '../intake/FormAnswers.js';
import { IsoTime } from '../kit/IsoTime.js';
import { ProblemView } from '../kit/ProblemView.js';
import { TextSkeleton } from '../kit/Skeletons.js';
import { StatusChip } from '../kit/StatusChip.js';
import { opinionName } from './opinion-name.js';
import { answersIn, inForce, useOpinion } from './reading.js';
import styles from './Review.module.css';

interface Props { caseId: string; opinions: readonly OpinionDto[]; opened?: boolean; /** As they were given: what was replaced since stays, and says so. */ asSeen?: boolean }

/** What others have signed, each to be opened where it stands. */
export function OtherOpinions({ caseId, opinions, opened, asSeen }: Props) {
  const t = useT();
  const found = asSeen ? opinions : inForce(opinions);
  if (found.length === 0) return <p className="quiet">{t('reviews.noOpinions')}</p>;
  return <ul className={styles.opinions}>{found.map((opinion) => <Opinion key={opinion.id} caseId={caseId} opinion={opinion} openedAtFirst={opened ?? false} />)}</ul>;
}

function Opinion({ caseId, opinion, openedAtFirst }: { caseId: string; opinion: OpinionDto; openedAtFirst: boolean }) {
  const t = useT();
  const [opened, setOpened] = useState(openedAtFirst);
  return (
    <li>
      <div className={styles.opinionHead}>
        <div>
          <strong><T k={opinionName(opinion)} /></strong>{opinion.version > 1 && <> · <T k="reviews.version" values={{ number: opinion.version }} /></>}
          <div className="quiet small"><bdi>{opinion.signedBy.name}</bdi>, <bdi>{opinion.institution.name}</bdi>, <IsoTime at={opinion.signedAt} /></div>
        </div>
        {opinion.discordance !== null && <StatusChip status={opinion.discordance === 'none' ? 'done' : opinion.discordance === 'minor' ? 'dueSoon' : 'overdue'} label={t('reviews.discordance')} wordKey={`lists.discordanceGrade.${opinion.discordance}`} />}
        {opinion.replacedBy !== null && <StatusChip status="dueSoon" wordKey="recommendations.saw.replacedSince" />}
        <Button size="compact-sm" variant="default" aria-expanded={opened} onClick={() => setOpened(!opened)}>{t(opened ? 'common.hide' : 'common.show')}</Button>
      </div>
      {opened && <OpinionAnswers caseId={caseId} opinionId={opinion.id} />}
    </li>
  );
}

export function OpinionAnswers({ caseId, opinionId }: { caseId: string; opinionId: string }) {
  const query = useOpinion(caseId, opinionId);
  if (query.data) return <div className={styles.inside}><FormAnswers definition={query.data.form} answers={answersIn(query.data.answers)} /></div>;
  return query.error ? <ProblemView problem={problemOf(query.error)} onNext={() => void query.refetch()} /> : <TextSkeleton lines={5} />;
}
