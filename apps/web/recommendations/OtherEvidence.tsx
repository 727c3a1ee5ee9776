import { Button } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import { allows } from '../cases/acts.js';
import type { ConfirmTaskDto, OutcomeDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { ConfirmWithReason } from '../kit/ConfirmWithReason.js';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './Outcome.module.css';
import { outcomeQueries } from './reading.js';

interface Props { caseId: string; outcome: OutcomeDto; task: ConfirmTaskDto }

/** An opinion was amended after the decision. The chair says that the recommendation holds, or the board speaks again. */
export function OtherEvidence({ caseId, outcome, task }: Props) {
  const t = useT();
  const [dialog, setDialog] = useState<'confirm' | 'again' | null>(null);
  const confirm = useCommand<object>({ path: `/api/cases/${caseId}/tasks/${task.taskId}/confirm-outcome`, key: `confirm-outcome:${task.taskId}`, invalidates: outcomeQueries });
  const again = useCommand<object>({ path: `/api/cases/${caseId}/tasks/${task.taskId}/discuss-again`, key: `discuss-again:${task.taskId}`, invalidates: outcomeQueries });
  const elsewhere = task.opinion === 'secondOpinion';
  const command = dialog === 'again' ? again : confirm;
  return (
    <section className={styles.evidence} aria-label={t(elsewhere ? 'recommendations.secondOpinionDiffers' : 'recommendations.evidenceChanged', { opinion: task.opinion })}>
      <p><StatusShape status="dueSoon" /> <strong>{elsewhere ? t('recommendations.secondOpinionDiffers') : <T k="recommendations.evidenceChanged" values={{ opinion: t(`cases.opinionKind.${task.opinion}`) }} />}</strong></p>
      <p className="small">{t(outcome.signaturesComplete ? 'recommendations.evidenceSigned' : 'recommendations.evidenceVoided')}</p>
      <div className={styles.evidenceActs}>
        {allows(outcome.may, 'confirmOutcome') && <Button size="compact-sm" onClick={() => setDialog('confirm')}>{t('recommendations.confirmHolds')}</Button>}
        {allows(outcome.may, 'discussOutcomeAgain') && <Button size="compact-sm" variant="default" onClick={() => setDialog('again')}>{t('recommendations.discussAgain')}</Button>}
      </div>
      {dialog !== null && (
        <ConfirmWithReason opened onClose={() => setDialog(null)} title={t(dialog === 'again' ? 'recommendations.discussAgain' : 'recommendations.confirmHolds')} what={t(dialog === 'again' ? 'recommendations.discussAgainWhat' : 'recommendations.confirmHoldsWhat')}
          verb={t(dialog === 'again' ? 'recommendations.discussAgain' : 'recommendations.confirmHolds')} danger={dialog === 'again'} sending={command.sending} problem={command.problem}
          onConfirm={({ reason }) => void command.run({ note: reason, seenVersion: task.version }).then((answer) => { if (answer !== undefined) setDialog(null); })} />
      )}
    </section>
  );
}
