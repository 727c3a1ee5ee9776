import { Select } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import type { OutcomeDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { ConfirmWithReason } from '../kit/ConfirmWithReason.js';
import { outcomeQueries } from './reading.js';

const reasons = ['patientsWish', 'uncertainDiagnosis', 'notAvailableLocally', 'clinicianDisagrees', 'other'] as const;
const boards = ['sameBoard', 'otherBoard'] as const;

/** A second opinion, with its reason: the same board speaks again, or the case is referred to another. */
export function SecondOpinion({ caseId, outcome, onClose }: { caseId: string; outcome: OutcomeDto; onClose: () => void }) {
  const t = useT();
  const [where, setWhere] = useState<string>('otherBoard');
  const ask = useCommand<object>({ path: `/api/cases/${caseId}/outcomes/${outcome.id}/second-opinion`, key: `second-opinion:${outcome.id}`, invalidates: outcomeQueries });
  return (
    <ConfirmWithReason opened onClose={onClose} title={t('recommendations.askSecondOpinion')} what={t(`recommendations.secondOpinionWhat.${where}`)} verb={t('recommendations.askSecondOpinion')} sending={ask.sending} problem={ask.problem}
      codes={reasons.map((code) => ({ value: code, label: t(`lists.secondOpinionReason.${code}`) }))} onConfirm={({ code, reason }) => void ask.run({ because: code, where, note: reason }).then((answer) => { if (answer !== undefined) onClose(); })}>
      <Select label={t('recommendations.secondOpinionWhere')} data={boards.map((code) => ({ value: code, label: t(`recommendations.secondOpinionOf.${code}`) }))} value={where} onChange={(chosen) => setWhere(chosen ?? 'otherBoard')} allowDeselect={false} />
    </ConfirmWithReason>
  );
}
