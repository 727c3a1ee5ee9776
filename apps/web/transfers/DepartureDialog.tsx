import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import type { TransferDto } from '../generated/types.gen.js';
import { useLanguage, useT } from '../i18n/useT.js';
import { DayField } from '../kit/form/DayField.js';
import { zonedParts } from '../kit/iso-dates.js';
import { ProblemView } from '../kit/ProblemView.js';
import { linesOf } from './possible.js';
import { transferQueries } from './reading.js';
import { WaitsFor } from './WaitsFor.js';

interface Props { transfer: TransferDto; onClose: () => void }

/** The day on which the patient leaves; a paper that lapses before it is over is named, with its line. */
export function DepartureDialog({ transfer, onClose }: Props) {
  const t = useT();
  const lang = useLanguage();
  const [on, setOn] = useState(() => zonedParts(new Date().toISOString(), transfer.from.zone, lang).date);
  const [note, setNote] = useState('');
  const command = useCommand<object>({ path: `/api/cases/${transfer.caseId}/transfer/departure`, key: `departure:${transfer.id}`, invalidates: transferQueries });
  const send = async () => {
    const done = await command.run({ on, ...(note.trim() === '' ? {} : { note: note.trim() }) });
    if (done !== undefined) onClose();
  };
  const lines = command.problem?.code === 'TRANSFER.CHECKLIST_OPEN' ? linesOf(command.problem.facts ?? {}) : null;
  return (
    <Modal opened onClose={onClose} title={t('transfers.recordDeparture')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); void send(); }} style={{ display: 'grid', gap: 12 }}>
        <p>{t('transfers.departureWhat', { to: transfer.to.name })}</p>
        <DayField label={t('transfers.departureOn')} value={on} required withAsterisk={false} data-autofocus onChange={setOn} />
        <Textarea label={t('transfers.note')} description={t('common.optional')} autosize minRows={2} dir="auto" value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        {command.problem && <ProblemView problem={command.problem} takeFocus onNext={lines ? onClose : () => void send()} />}
        {lines && <WaitsFor lines={lines} lead="transfers.departureWaits" onChosen={onClose} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" loading={command.sending}>{t('transfers.recordDeparture')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
