import { Button, FileButton, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { problemOf, type Problem } from '../api/problem.js';
import { useCommand } from '../api/useCommand.js';
import type { FileDto, TransferItemDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useLanguage, useT } from '../i18n/useT.js';
import { uploadFile } from '../intake/upload.js';
import { DayField } from '../kit/form/DayField.js';
import { zonedParts } from '../kit/iso-dates.js';
import { ProblemView } from '../kit/ProblemView.js';
import { usePlace } from '../kit/usePlace.js';
import { transferQueries } from './reading.js';

interface Props { item: TransferItemDto; caseId: string; zone: string; onClose: () => void }

/** A line is done: the last day on its paper where it lapses, the paper itself, a note. A refusal keeps what was typed. */
export function CompleteDialog({ item, caseId, zone, onClose }: Props) {
  const t = useT();
  const { task } = item;
  const [expiresOn, setExpiresOn] = useState('');
  const [note, setNote] = useState('');
  const [file, setFile] = useState<FileDto | null>(null);
  const command = useCommand<object>({ path: `/api/cases/${caseId}/transfer/items/${task.id}/complete`, key: `complete:${task.id}`, invalidates: transferQueries });
  const send = async () => {
    const done = await command.run({ expiresOn: expiresOn || null, fileId: file?.fileId ?? null, ...(note.trim() === '' ? {} : { note: note.trim() }), seenVersion: task.version });
    if (done !== undefined) onClose();
  };
  const atField = command.problem?.field === 'expiresOn' ? command.problem : null;
  return (
    <Modal opened onClose={onClose} title={<span style={{ textTransform: 'none' }}>{t('transfers.completeTitle', { item: t(`lists.transferItem.${item.code}`) })}</span>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); void send(); }} style={{ display: 'grid', gap: 12 }}>
        {item.expires && <LastDay code={item.code} zone={zone} value={expiresOn} onChange={setExpiresOn} error={atField ? [atField.title, atField.detail].filter(Boolean).join('. ') : null} />}
        <EvidenceField caseId={caseId} file={file} onFile={setFile} />
        <Textarea label={t('transfers.note')} description={t('common.optional')} autosize minRows={2} value={note} dir="auto" onChange={(event) => setNote(event.currentTarget.value)} />
        {command.problem && !atField && <ProblemView problem={command.problem} takeFocus onNext={() => void send()} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" loading={command.sending}>{t('tasks.complete')}</Button>
        </Group>
      </form>
    </Modal>
  );
}

function LastDay({ code, zone, value, onChange, error }: { code: TransferItemDto['code']; zone: string; value: string; onChange: (value: string) => void; error: string | null }) {
  const t = useT();
  const lang = useLanguage();
  const place = usePlace(zone);
  const hint = code === 'passport' ? 'transfers.passportHint' : code === 'fitnessToFly' ? 'transfers.fitnessHint' : 'transfers.lastDayHint';
  return (
    <DayField label={t('transfers.lastDay')} description={t(hint, { place })} value={value} min={zonedParts(new Date().toISOString(), zone, lang).date} error={error} data-autofocus
      required={code !== 'fitnessToFly'} withAsterisk={false} onChange={onChange} />
  );
}

/** The paper: sent to the store at once, checked by its content, so that a wrong file is said here. */
function EvidenceField({ caseId, file, onFile }: { caseId: string; file: FileDto | null; onFile: (file: FileDto | null) => void }) {
  const t = useT();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const choose = async (chosen: File | null) => {
    if (chosen === null) return;
    setSending(true);
    setProblem(null);
    try { onFile(await uploadFile(caseId, chosen, crypto.randomUUID())); } catch (error) { setProblem(problemOf(error)); } finally { setSending(false); }
  };
  return (
    <div style={{ display: 'grid', gap: 4 }}>
      <span style={{ fontWeight: 500 }}><T k="transfers.evidence" /></span>
      <Group gap="sm">
        <FileButton onChange={(chosen) => void choose(chosen)} inputProps={{ 'aria-label': t('transfers.chooseEvidence') }}>
          {(props) => <Button {...props} variant="default" size="compact-sm" loading={sending}>{t(file ? 'transfers.otherEvidence' : 'transfers.chooseEvidence')}</Button>}
        </FileButton>
        <span role="status" className={file ? 'small' : 'small quiet'} style={{ overflowWrap: 'anywhere' }}>{file ? <bdi>{file.name}</bdi> : t('common.optional')}</span>
      </Group>
      {problem && <ProblemView problem={problem} takeFocus />}
    </div>
  );
}
