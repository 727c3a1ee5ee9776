import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AskedOpinionDto, CaseViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { IsoTime } from '../kit/IsoTime.js';
import { StatusChip } from '../kit/StatusChip.js';
import { AskOpinionDialog } from '../reviews/AskOpinionDialog.js';
import { Scores } from '../reviews/Scores.js';
import { opinionName } from '../reviews/opinion-name.js';
import { mayOf } from './acts.js';
import styles from './panels.module.css';

// These speak against the very discipline that the server was asked about, not against asking.
const ofTheDiscipline = ['OPINION.ASKED_ALREADY', 'OPINION.NOBODY_THERE', 'OPINION.DISCIPLINE_NOT_ASKED'];

/** Signed opinions, newest first, a replaced version said to be one; below them what disciplines were asked and have not answered yet. */
export function OpinionsPanel({ view }: { view: CaseViewDto }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const may = mayOf(view.may, 'requestOpinion');
  const open = view.asked.filter(({ standing }) => standing === 'asked' || standing === 'inWork');
  const canAsk = may !== undefined && (may.allowed || ofTheDiscipline.includes(may.because ?? ''));
  return (
    <Card title={t('cases.opinions')} count={view.opinions.length || undefined} flush
      actions={canAsk ? <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>{t('cases.askOpinion')}</Button> : undefined}>
      {view.opinions.length === 0 && open.length === 0 && <p className={styles.empty}>{t('cases.opinionsEmpty')}</p>}
      <ul>
        {open.map((asked) => <Asked key={asked.taskId} caseId={view.id} asked={asked} />)}
        {view.opinions.map((opinion) => (
          <li key={opinion.id} className={styles.row}>
            <div className={styles.main}>
              <Link to={`/cases/${view.id}/reviews/${opinion.taskId}`}><T k={opinionName(opinion)} /></Link>
              {opinion.version > 1 && <span className="quiet"> · <T k="reviews.version" values={{ number: opinion.version }} /></span>}
              <div className={styles.sub}><bdi>{opinion.signedBy.name}</bdi>, <bdi>{opinion.institution.name}</bdi>, <IsoTime at={opinion.signedAt} /></div>
              <Scores scores={view.scores.find(({ opinionId }) => opinionId === opinion.id)?.scores ?? []} short />
              {opinion.discordance !== null && opinion.discordance !== 'none' && <div className={styles.chips}><StatusChip status={opinion.discordance === 'minor' ? 'onTime' : 'overdue'} wordKey={`lists.discordanceGrade.${opinion.discordance}`} /></div>}
            </div>
            {opinion.replacedBy === null ? <StatusChip status="done" wordKey="common.status.signed" /> : <StatusChip status="waiting" wordKey="cases.replaced" />}
          </li>
        ))}
      </ul>
      {asking && <AskOpinionDialog caseId={view.id} hostId={view.host.id} onClose={() => setAsking(false)} />}
    </Card>
  );
}

function Asked({ caseId, asked }: { caseId: string; asked: AskedOpinionDto }) {
  return (
    <li className={styles.row}>
      <div className={styles.main}>
        <Link to={`/cases/${caseId}/reviews/${asked.taskId}`}><T k={opinionName({ kind: 'opinion', discipline: asked.discipline })} /></Link>
        {asked.question?.text && <div dir="auto" lang={asked.question.language ?? undefined}>{asked.question.text}</div>}
        <div className={styles.sub}>
          {asked.owner && <><bdi>{asked.owner.name}</bdi>, </>}<bdi>{asked.institution.name}</bdi>{asked.askedBy && <> · <T k="cases.asked.by" values={{ person: asked.askedBy.name }} /></>}, <IsoTime at={asked.askedAt} />
        </div>
        <div className={styles.chips}>
          <StatusChip status={asked.standing === 'inWork' ? 'onTime' : 'waiting'} wordKey={`cases.asked.${asked.standing}`} />
          {asked.needed && <StatusChip status="dueSoon" wordKey="cases.asked.needed" />}
        </div>
      </div>
    </li>
  );
}
