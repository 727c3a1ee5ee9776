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
import { IsoTime } from '../kit/IsoTime.js';
import { StatusChip } from '../kit/StatusChip.js';
import { OtherTransfers } from '../transfers/OtherTransfers.js';
import styles from './Outcome.module.css';
import { outcomeQueries } from './reading.js';

interface Props { caseId: string; outcome: OutcomeDto; referrer: PersonRefDto | null; others: CaseViewDto['otherTransfers'] }

/** The referring clinician has read it; the patient has decided. Either may be recorded on their behalf. */
export function WhatFollows({ caseId, outcome, referrer, others }: Props) {
  const t = useT();
  const me = useSession().person.id;
  const [dialog, setDialog] = useState<'acknowledge' | 'decision' | null>(null);
  const acknowledge = useCommand<object>({ path: `/api/cases/${caseId}/outcomes/${outcome.id}/acknowledge`, key: `acknowledge:${outcome.id}`, invalidates: outcomeQueries });
  const decide = useCommand<object>({ path: `/api/cases/${caseId}/outcomes/${outcome.id}/patient-decision`, key: `patient-decision:${outcome.id}`, invalidates: outcomeQueries });
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
          <span className={styles.rowMain}>{t('recommendations.patientDecision')}</span>
          {outcome.patientDecision && <StatusChip status={outcome.patientDecision === 'accepted' ? 'done' : outcome.patientDecision === 'declined' ? 'blocked' : 'waiting'} wordKey={`lists.patientDecision.${outcome.patientDecision}`} />}
          {allows(outcome.may, 'recordPatientDecision') ? <Button size="compact-sm" variant={outcome.patientDecision ? 'default' : 'filled'} onClick={() => setDialog('decision')}>{t('recommendations.record')}</Button> : !outcome.patientDecision && <StatusChip status="waiting" wordKey="recommendations.decisionOwed" />}
        </li>
      </ul>
      {dialog === 'acknowledge' && (
        <ConfirmWithReason opened onClose={() => setDialog(null)} title={t('recommendations.acknowledgeTitle')} verb={t('recommendations.acknowledge')} reasonOptional sending={acknowledge.sending} problem={acknowledge.problem}
          what={<>{t('recommendations.acknowledgeWhat')}{behalf && <> <strong><T k="recommendations.onBehalf" values={{ person: behalf.name }} /></strong></>}</>}
          onConfirm={({ reason }) => void acknowledge.run({ ...(reason === '' ? {} : { note: reason }), ...(behalf ? { onBehalfOf: behalf.id } : {}) }).then(close)} />
      )}
      {dialog === 'decision' && (
        <ConfirmWithReason opened onClose={() => setDialog(null)} title={t('recommendations.decisionTitle')} what={<>{t('recommendations.decisionWhat')}<OtherTransfers transfers={others} /></>} verb={t('recommendations.record')} reasonOptional sending={decide.sending} problem={decide.problem}
          codes={(['accepted', 'declined', 'undecided'] as const).map((code) => ({ value: code, label: t(`lists.patientDecision.${code}`) }))} codesLabel={t('recommendations.decision')}
          onConfirm={({ code, reason }) => void decide.run({ decision: code, ...(reason === '' ? {} : { reason }) }).then(close)} />
      )}
    </Card>
  );
}
