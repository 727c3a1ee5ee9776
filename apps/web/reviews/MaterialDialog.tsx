import { Button, Checkbox, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import type { TaskDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { ProblemView } from '../kit/ProblemView.js';
import { reviewQueries } from './reading.js';

const items = ['slides', 'blocks', 'digitalImages', 'imagingStudy', 'report', 'clinicalInformation', 'other'] as const;

/** What is still needed for the review, and whether its clock stands still until it comes. */
export function MaterialDialog({ task, onClose }: { task: TaskDto; onClose: () => void }) {
  const t = useT();
  const [chosen, setChosen] = useState<string[]>([]);
  const [pausesClock, setPauses] = useState(true);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand<object>({ path: `/api/cases/${task.caseId}/reviews/${task.id}/request-material`, key: `request-material:${task.id}`, invalidates: reviewQueries });
  const send = async () => {
    setTried(true);
    if (chosen.length === 0) return;
    if (await command.run({ items: chosen, pausesClock, ...(note.trim() === '' ? {} : { note: note.trim() }), seenVersion: task.version }) !== undefined) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('reviews.askMaterial')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); void send(); }} style={{ display: 'grid', gap: 12 }}>
        <p>{t('reviews.askMaterialWhat')}</p>
        <Checkbox.Group label={t('reviews.whatMaterial')} value={chosen} onChange={setChosen} error={tried && chosen.length === 0 ? t('reviews.chooseMaterial') : null}>
          <div style={{ display: 'grid', gap: 8, paddingBlock: 6 }}>{items.map((item) => <Checkbox key={item} value={item} label={t(`reviews.material.${item}`)} />)}</div>
        </Checkbox.Group>
        <Textarea label={t('common.more')} autosize minRows={2} dir="auto" value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        <Checkbox checked={pausesClock} onChange={(event) => setPauses(event.currentTarget.checked)} label={t('reviews.pauseClock')} />
        {command.problem && <ProblemView problem={command.problem} takeFocus onNext={() => void send()} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" loading={command.sending}>{t('reviews.askMaterial')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
