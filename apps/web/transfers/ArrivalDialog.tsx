import { Button, Checkbox, Group, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import type { TransferDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { ProblemView } from '../kit/ProblemView.js';
import { transferQueries } from './reading.js';

interface Props { transfer: TransferDto; onClose: () => void }

const conditions = ['asExpected', 'worse', 'better'] as const;
/** What may differ from what was sent. */
const discrepancyCodes = ['identity', 'medication', 'allergy', 'laterality', 'diagnosis', 'documents', 'imagesOrSlides', 'equipment', 'other'] as const;

/** The patient is there: in which condition, and what differs from what was announced. */
export function ArrivalDialog({ transfer, onClose }: Props) {
  const t = useT();
  const [condition, setCondition] = useState('');
  const [discrepancies, setDiscrepancies] = useState<string[]>([]);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand<object>({ path: `/api/cases/${transfer.caseId}/transfer/arrival`, key: `arrival:${transfer.id}`, invalidates: transferQueries });
  const send = async () => {
    setTried(true);
    if (condition === '') return;
    const done = await command.run({ condition, discrepancies, ...(note.trim() === '' ? {} : { note: note.trim() }) });
    if (done !== undefined) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('transfers.confirmArrival')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); void send(); }} style={{ display: 'grid', gap: 16 }}>
        <Radio.Group label={t('transfers.condition')} value={condition} onChange={setCondition} error={tried && condition === '' ? t('transfers.conditionNeeded') : null}>
          <Group gap="lg" mt={6}>{conditions.map((code) => <Radio key={code} value={code} label={t(`transfers.conditionIs.${code}`)} />)}</Group>
        </Radio.Group>
        <Checkbox.Group label={t('transfers.discrepancies')} description={t('transfers.discrepanciesHint')} value={discrepancies} onChange={setDiscrepancies}>
          <Stack gap={8} mt={8}>{discrepancyCodes.map((code) => <Checkbox key={code} value={code} label={t(`transfers.discrepancy.${code}`)} />)}</Stack>
        </Checkbox.Group>
        <Textarea label={t('transfers.note')} description={t(discrepancies.length > 0 ? 'transfers.noteDiscrepancies' : 'common.optional')} autosize minRows={2} dir="auto" value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        {command.problem && <ProblemView problem={command.problem} takeFocus onNext={() => void send()} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" loading={command.sending}>{t('transfers.confirmArrival')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
