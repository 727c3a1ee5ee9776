import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import type { OutcomeDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { ConfirmWithReason } from '../kit/ConfirmWithReason.js';
import { outcomeQueries } from './reading.js';

const reasons = ['wrongPatient', 'wrongRecipient', 'wrongContent', 'newInformation', 'wording', 'other'] as const;
const nexts = ['newLetter', 'discussAgain'] as const;

/** Calls the letters back: asked for with its coded reason, its words, and what follows. */
export function RecallLetter({ caseId, outcome }: { caseId: string; outcome: OutcomeDto }) {
  const t = useT();
  const [opened, setOpened] = useState(false);
  const [next, setNext] = useState<string>('newLetter');
  const recall = useCommand<object>({ path: `/api/cases/${caseId}/outcomes/${outcome.id}/recall-letter`, key: `recall-letter:${outcome.id}`, invalidates: outcomeQueries });
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setOpened(true)}>{t('recommendations.recall')}</Button>
      {opened && (
        <ConfirmWithReason opened onClose={() => setOpened(false)} title={t('recommendations.recall')} what={t('recommendations.recallWhat')} verb={t('recommendations.recall')} danger
          codes={reasons.map((code) => ({ value: code, label: t(`lists.letterRecallReason.${code}`) }))} sending={recall.sending} problem={recall.problem}
          onConfirm={({ code, reason }) => void recall.run({ because: code, next, note: reason }).then((answer) => { if (answer !== undefined) setOpened(false); })}>
          <Select label={t('recommendations.recallNext')} data={nexts.map((code) => ({ value: code, label: t(`recommendations.recallThen.${code}`) }))} value={next} onChange={(chosen) => setNext(chosen ?? 'newLetter')} allowDeselect={false} />
        </ConfirmWithReason>
      )}
    </>
  );
}
