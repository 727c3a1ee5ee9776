import { Autocomplete, TextInput } from '@mantine/core';
import { useBoards } from '../admin/reading.js';
import { useT } from '../i18n/useT.js';
import { useCase } from './reading.js';

interface Guideline { code: string; edition: string }

/** A guideline by its identifier, from the board's list or typed, and its edition: both, or none is named. */
export function GuidelineFields({ caseId, value, onChange }: { caseId: string; value: Guideline; onChange: (next: Guideline) => void }) {
  const t = useT();
  const boardId = useCase(caseId).data?.board.id;
  const offered = useBoards().data?.items.find(({ id }) => id === boardId)?.guidelines ?? [];
  const half = (value.code.trim() === '') !== (value.edition.trim() === '');
  return (
    <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))' }}>
      <Autocomplete label={t('recommendations.guideline')} data={offered} dir="ltr" maxLength={80} value={value.code} onChange={(code) => onChange({ ...value, code })} />
      <TextInput label={t('meetings.composer.edition')} dir="auto" maxLength={80} value={value.edition} error={half && value.edition.trim() === '' ? t('admin.needed') : null} onChange={(event) => onChange({ ...value, edition: event.currentTarget.value })} />
    </div>
  );
}
