import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../api/session.js';
import { useCommand } from '../api/useCommand.js';
import { allows } from '../cases/acts.js';
import type { CaseViewDto, OutcomeDto, PersonRefDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { ConfirmWithReason } from '../kit/ConfirmWithReason.js';
import { IsoDate, IsoTime } from '../kit/IsoTime.js';
import { StatusChip } from '../kit/StatusChip.js';
import styles from './Outcome.module.css';
import { PatientDecision } from './PatientDecision.js';
import { outcomeQueries } from './reading.js';
import { SecondOpinion } from './SecondOpinion.js';
import { SecondOpinionElsewhere } from './SecondOpinionElsewhere.js';

interface Props { caseId: string; outcome: OutcomeDto; referrer: PersonRefDto | null; others: CaseViewDto['otherTransfers'] }

/** The referring clinician has read it; the patient has decided. Either may be recorded on their behalf. */
export function WhatFollows({ caseId, outcome, referrer, others }: Props) {
  const t = useT();
  const me = useSession().person.id;
  const [dialog, setDialog] = useState<'acknowledge' | 'decision' | 'second' | null>(null);
  const acknowledge = useCommand<object>({ path: `/api/cases/${caseId}/outcomes/${outcome.id}/acknowledge`, key: `acknowledge:${outcome.id}`, invalidates: outcomeQueries });
  const behalf = referrer !== null && referrer.id !== me ? referrer : null;
  const close = (answer: unknown) => { if (answer !== undefined) setDialog(null); };
  return (
    <Card title={t('recommendations.steps')} flush>
      <ul>
        <li className={styles.row}>
          <span className={styles.rowMain}>{outcome.acknowledgedBy ? <T k="recommendations.acknowledgedBy" values={{ person: outcome.acknowledgedBy.name }} /> : t('recommendations.acknowledge')}{outcome.acknowledgedAt && <span className="quiet small"><IsoTime at={outcome.acknowledgedAt} /></span>}</span>
          {allows(outcome.may, 'acknowledgeRecommendation') ? <Button size="compact-sm" onClick={() => setDialog('acknowledge')}>{t('recommendations.acknowledge')}</Button> : <StatusChip status={outcome.acknowledgedAt ? 'done' : 'waiting'} wordKey={outcome.acknowledgedAt ? undefined : 'recommendations.notAcknowledged'} />}
        </li>
        <li className={styles.row}>
          <span className={styles.rowMain}>{t('recommendations.patientDecision')}{outcome.patientSaid && <PatientSaid said={outcome.patientSaid} />}</span>
          {outcome.patientDecision && <StatusChip status={outcome.patientDecision === 'accepted' ? 'done' : outcome.patientDecision === 'declined' ? 'blocked' : 'waiting'} wordKey={`lists.patientDecision.${outcome.patientDecision}`} />}
          {allows(outcome.may, 'recordPatientDecision') ? <Button size="compact-sm" variant={outcome.patientDecision ? 'default' : 'filled'} onClick={() => setDialog('decision')}>{t('recommendations.record')}</Button> : !outcome.patientDecision && <StatusChip status="waiting" wordKey="recommendations.decisionOwed" />}
        </li>
        {outcome.secondOpinions.map((opinion) => (
          <li key={opinion.at} className={styles.row}>
            <span className={styles.rowMain}>{t(`recommendations.secondOpinionOf.${opinion.where}`)}<span className="quiet small"><T k={`lists.secondOpinionReason.${opinion.reason}`} />, <bdi>{opinion.by.name}</bdi>, <IsoTime at={opinion.at} /></span>{opinion.note?.text && <span className="small" dir="auto" lang={opinion.note.language ?? undefined}>{opinion.note.text}</span>}
              {opinion.where === 'otherBoard' && <SecondOpinionElsewhere caseId={caseId} outcome={outcome} opinion={opinion} />}
            </span>
          </li>
        ))}
        {allows(outcome.may, 'askSecondOpinion') && <li className={styles.row}><span className={styles.rowMain}>{t('recommendations.secondOpinion')}</span><Button size="compact-sm" variant="default" onClick={() => setDialog('second')}>{t('recommendations.askSecondOpinion')}</Button></li>}
      </ul>
      {dialog === 'acknowledge' && (
        <ConfirmWithReason opened onClose={() => setDialog(null)} title={t('recommendations.acknowledgeTitle')} verb={t('recommendations.acknowledge')} reasonOptional sending={acknowledge.sending} problem={acknowledge.problem}
          what={<>{t('recommendations.acknowledgeWhat')}{behalf && <> <strong><T k="recommendations.onBehalf" values={{ person: behalf.name }} /></strong></>}</>}
          onConfirm={({ reason }) => void acknowledge.run({ ...(reason === '' ? {} : { note: reason }), ...(behalf ? { onBehalfOf: behalf.id } : {}) }).then(close)} />
      )}
      {dialog === 'decision' && <PatientDecision caseId={caseId} outcome={outcome} referrer={referrer} others={others} onClose={() => setDialog(null)} />}
      {dialog === 'second' && <SecondOpinion caseId={caseId} outcome={outcome} onClose={() => setDialog(null)} />}
    </Card>
  );
}

/** Why, and who explained it where: small, beneath the decision. */
function PatientSaid({ said }: { said: NonNullable<OutcomeDto['patientSaid']> }) {
  return (
    <span className="quiet small">
      {said.because !== null && <span><T k={`lists.patientDecisionReason.${said.because}`} />. </span>}
      {said.explainedBy && said.where !== null && said.on !== null && <span><T k="recommendations.explainedBy" values={{ person: said.explainedBy.name }} />, <T k={`lists.explainedPlace.${said.where}`} />, <IsoDate date={said.on} />. </span>}
      {said.reason?.text && <span dir="auto" lang={said.reason.language ?? undefined}>{said.reason.text}</span>}
    </span>
  );
}
