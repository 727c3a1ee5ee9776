import { Button, Group, Modal, Radio, Select } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import { usePeople } from '../admin/reading.js';
import { caseQueries, useCase } from '../cases/reading.js';
import type { DocumentDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { ConfirmWithReason } from '../kit/ConfirmWithReason.js';
import { ProblemView } from '../kit/ProblemView.js';

interface Props { caseId: string; document: DocumentDto; onClose: () => void }

/** Of which document it is the translation, and by whom. */
export function AttachTranslation({ caseId, document, documents, onClose }: Props & { documents: readonly DocumentDto[] }) {
  const t = useT();
  const [ofId, setOf] = useState<string | null>(document.translation?.ofId ?? null);
  const [how, setHow] = useState<'machine' | 'person'>(document.translation?.how ?? 'person');
  const [translatorId, setTranslator] = useState<string | null>(document.translation?.translator?.id ?? null);
  const [tried, setTried] = useState(false);
  const command = useCommand<object>({ path: `/api/cases/${caseId}/documents/${document.id}/translation-of`, key: `translation-of:${document.id}`, invalidates: caseQueries });
  const originals = documents.filter((each) => each.id !== document.id && each.removedAt === null && each.translation === null);
  const send = async () => {
    setTried(true);
    if (ofId !== null && await command.run({ ofId, how, translatorId: how === 'person' ? translatorId : null }) !== undefined) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('reviews.translation.attachTitle')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); void send(); }} style={{ display: 'grid', gap: 12 }}>
        <p><bdi>{document.name}</bdi></p>
        <Select label={t('reviews.translation.of')} data={originals.map(({ id, name }) => ({ value: id, label: name }))} value={ofId} onChange={setOf} error={tried && ofId === null ? t('reviews.translation.ofNeeded') : null} />
        <Radio.Group label={t('reviews.translation.how')} value={how} onChange={(value) => setHow(value === 'machine' ? 'machine' : 'person')}>
          <div style={{ display: 'grid', gap: 8, paddingBlock: 6 }}><Radio value="person" label={t('reviews.translation.byPerson')} /><Radio value="machine" label={t('reviews.translation.byMachine')} /></div>
        </Radio.Group>
        {how === 'person' && <Translator caseId={caseId} value={translatorId} onChange={setTranslator} />}
        {command.problem && <ProblemView problem={command.problem} takeFocus onNext={() => void send()} />}
        <Group justify="flex-end" gap="sm"><Button variant="default" onClick={onClose}>{t('common.cancel')}</Button><Button type="submit" loading={command.sending}>{t('common.save')}</Button></Group>
      </form>
    </Modal>
  );
}

/** Who translated it, of the case's hospitals; who is named may not verify it. */
function Translator({ caseId, value, onChange }: { caseId: string; value: string | null; onChange: (id: string | null) => void }) {
  const t = useT();
  const view = useCase(caseId).data;
  const [origin, host] = [usePeople(view?.origin.id ?? null, false), usePeople(view?.host.id ?? null, false)];
  const people = new Map([...(origin.data?.pages ?? []), ...(host.data?.pages ?? [])].flatMap(({ items }) => items.map(({ id, name }) => [id, name] as const)));
  return <Select label={t('reviews.translation.translator')} description={t('reviews.translation.translatorHint')} searchable clearable clearButtonProps={{ 'aria-label': t('common.clear') }} data={[...people].map(([id, name]) => ({ value: id, label: name }))} value={value} onChange={onChange} />;
}

/** One says by name that it says what the original says. */
export function VerifyTranslation({ caseId, document, onClose }: Props) {
  const t = useT();
  const command = useCommand<object>({ path: `/api/cases/${caseId}/documents/${document.id}/verify-translation`, key: `verify-translation:${document.id}`, invalidates: caseQueries });
  const send = async () => { if (await command.run({}) !== undefined) onClose(); };
  return <ConfirmWithReason opened onClose={onClose} onConfirm={() => void send()} title={t('reviews.translation.verify')} what={<><strong><bdi>{document.name}</bdi>.</strong> {t('reviews.translation.verifyWhat')}</>} verb={t('reviews.translation.verify')} wordless sending={command.sending} problem={command.problem} />;
}
