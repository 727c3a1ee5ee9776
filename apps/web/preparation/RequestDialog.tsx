import { Button, Checkbox, Group, Modal, Radio, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import { useItemWords } from '../cases/blocker-words.js';
import { caseQueries } from '../cases/reading.js';
import { useTreatmentWords } from '../cases/task-words.js';
import type { ItemRequestDto, PreparationDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { ProblemView } from '../kit/ProblemView.js';
import type { Wanted } from './reading.js';

const ofWhom: readonly ItemRequestDto['of'][] = ['referrer', 'originCaseManager', 'hostCaseManager', 'person', 'outside'];

interface Props { caseId: string; preparation: PreparationDto; wanted: Wanted; onClose: () => void }

/** Of whom one missing thing is asked, and whether the board can do without it. */
export function RequestDialog({ caseId, preparation, wanted, onClose }: Props) {
  const t = useT();
  const itemWords = useItemWords(preparation.form);
  const treatmentWords = useTreatmentWords();
  const isItem = 'item' in wanted;
  const [of, setOf] = useState<ItemRequestDto['of']>(isItem ? 'referrer' : 'outside');
  const [personId, setPerson] = useState<string | null>(null);
  const [source, setSource] = useState('');
  const [needed, setNeeded] = useState(isItem && wanted.required);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand<object>({ path: `/api/cases/${caseId}/requests`, key: `request-item:${caseId}:${isItem ? wanted.item : JSON.stringify(wanted.treatment)}`, invalidates: caseQueries });
  const personMissing = of === 'person' && personId === null;
  const sourceMissing = of === 'outside' && source.trim() === '';
  const send = async () => {
    setTried(true);
    if (personMissing || sourceMissing) return;
    const what = isItem ? { item: wanted.item, treatment: null } : { item: null, treatment: wanted.treatment };
    const words = { ...(of === 'outside' ? { source: source.trim() } : {}), ...(note.trim() === '' ? {} : { note: note.trim() }) };
    if (await command.run({ ...what, of, personId: of === 'person' ? personId : null, neededForMeeting: needed, ...words }) !== undefined) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('intake.requests.title')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); void send(); }} style={{ display: 'grid', gap: 12 }}>
        <p><strong><bdi>{isItem ? itemWords(wanted.item) : treatmentWords(wanted.treatment)}</bdi></strong></p>
        <Radio.Group label={t('intake.requests.of')} value={of} onChange={(value) => setOf(ofWhom.find((each) => each === value) ?? 'referrer')}>
          <div style={{ display: 'grid', gap: 8, paddingBlock: 6 }}>{ofWhom.map((each) => <Radio key={each} value={each} label={t(`lists.requestedOf.${each}`)} />)}</div>
        </Radio.Group>
        {of === 'person' && <Select label={t('intake.requests.person')} searchable data={preparation.people.map(({ id, name }) => ({ value: id, label: name }))} value={personId} onChange={setPerson} error={tried && personMissing ? t('intake.requests.personNeeded') : null} />}
        {of === 'outside' && <TextInput label={t('intake.requests.source')} description={t('intake.requests.sourceHint')} dir="auto" value={source} onChange={(event) => setSource(event.currentTarget.value)} error={tried && sourceMissing ? t('intake.requests.sourceNeeded') : null} />}
        <Checkbox label={t('intake.requests.needed')} description={t('intake.requests.neededHint')} checked={needed} onChange={(event) => setNeeded(event.currentTarget.checked)} />
        <Textarea label={t('common.more')} autosize minRows={2} dir="auto" value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        {command.problem && <ProblemView problem={command.problem} takeFocus onNext={() => void send()} />}
        <Group justify="flex-end" gap="sm"><Button variant="default" onClick={onClose}>{t('common.cancel')}</Button><Button type="submit" loading={command.sending}>{t('intake.requests.send')}</Button></Group>
      </form>
    </Modal>
  );
}
