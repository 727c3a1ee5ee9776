import { Button, Group, Modal, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import type { PersonDto, TransferDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { DayField } from '../kit/form/DayField.js';
import { ProblemView } from '../kit/ProblemView.js';
import { useToday } from '../kit/zone.js';
import { transferQueries, useStaff } from './reading.js';

interface Props { transfer: TransferDto; onClose: () => void }

/** The receiving hospital takes the patient: which clinician, planned for which day. */
export function AcceptDialog({ transfer, onClose }: Props) {
  const t = useT();
  const clinicians = useClinicians(transfer.to.id);
  const [clinician, setClinician] = useState<string | null>(null);
  const [plannedFor, setPlannedFor] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand<object>({ path: `/api/cases/${transfer.caseId}/transfer/accept`, key: `accept:${transfer.id}`, invalidates: transferQueries });
  const send = async () => {
    setTried(true);
    if (clinician === null) return;
    const done = await command.run({ acceptingClinicianId: clinician, plannedFor: plannedFor || null, ...(note.trim() === '' ? {} : { note: note.trim() }) });
    if (done !== undefined) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('transfers.accept')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); void send(); }} style={{ display: 'grid', gap: 12 }}>
        <p>{t('transfers.acceptWhat', { to: transfer.to.name, from: transfer.from.name })}</p>
        <Select label={t('transfers.acceptingClinician')} data={clinicians} value={clinician} onChange={setClinician} searchable nothingFoundMessage={t('transfers.nobodyFound')} required withAsterisk={false} data-autofocus
          error={tried && clinician === null ? t('transfers.clinicianNeeded') : null} />
        <DayField label={t('transfers.plannedFor')} description={t('transfers.plannedHint')} value={plannedFor} min={useToday()} onChange={setPlannedFor} />
        <Textarea label={t('transfers.note')} description={t('common.optional')} autosize minRows={2} dir="auto" value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        {command.problem && <ProblemView problem={command.problem} takeFocus onNext={() => void send()} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" loading={command.sending}>{t('transfers.accept')}</Button>
        </Group>
      </form>
    </Modal>
  );
}

const clinical: readonly string[] = ['specialist', 'chair', 'departmentHead'];

/** Those who can take a patient, with the discipline beside the name. */
function useClinicians(institutionId: string): { value: string; label: string }[] {
  const t = useT();
  const staff = useStaff(institutionId);
  const words = (person: PersonDto) => {
    const post = person.posts.find(({ institution, role }) => institution.id === institutionId && clinical.includes(role));
    return post && `${person.name} · ${t(post.discipline ? `lists.discipline.${post.discipline}` : `lists.role.${post.role}`)}`;
  };
  return (staff.data?.items ?? []).flatMap((person) => { const label = words(person); return label === undefined ? [] : [{ value: person.id, label }]; });
}
