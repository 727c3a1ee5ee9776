import { Button, CloseButton, Select, Textarea } from '@mantine/core';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import formStyles from '../kit/form/Form.module.css';
import { StatusShape } from '../kit/StatusShape.js';
import type { Named } from './Composer.js';
import styles from './Meeting.module.css';
import { SharedDate } from './SharedDate.js';
import { newRowId, type PendingResult } from './proposal.js';

interface Props { id: string; results: readonly PendingResult[]; people: readonly Named[]; error: string | null; onChange: (results: PendingResult[]) => void }

/** What the board decides without: who brings it, by when, and what it would change. */
export function PendingResults({ id, results, people, error, onChange }: Props) {
  const t = useT();
  const set = (rowId: string, part: Partial<PendingResult>) => onChange(results.map((row) => (row.id === rowId ? { ...row, ...part } : row)));
  return (
    <div className={formStyles.field} role="group" aria-label={t('meetings.composer.pendingResults')}>
      <span className={formStyles.label}>{t('meetings.composer.pendingResults')}</span>
      {results.map((row, i) => (
        <div key={row.id} className={styles.pendingRow}>
          <Textarea label={t('meetings.composer.what')} autosize minRows={1} dir="auto" value={row.what} onChange={(event) => set(row.id, { what: event.currentTarget.value })} />
          <Textarea label={t('meetings.composer.wouldChange')} autosize minRows={1} dir="auto" value={row.wouldChange} onChange={(event) => set(row.id, { wouldChange: event.currentTarget.value })} />
          <Select label={t('meetings.composer.owner')} data={[...people]} value={row.ownerId || null} searchable onChange={(ownerId) => set(row.id, { ownerId: ownerId ?? '' })} />
          <div className={formStyles.field} role="group" aria-labelledby={`pending-${row.id}`}>
            <span className={formStyles.label} id={`pending-${row.id}`}>{t('meetings.composer.awaitedBy')}</span>
            <SharedDate id={`pending-date-${row.id}`} value={row.dueDate} onChange={(dueDate) => set(row.id, { dueDate })} />
          </div>
          <CloseButton aria-label={t('common.removeRow', { number: i + 1 })} onClick={() => onChange(results.filter((other) => other.id !== row.id))} />
        </div>
      ))}
      {error && <span className={formStyles.error}><StatusShape status="overdue" size={11} />{error}</span>}
      <div><Button id={id} size="compact-sm" variant="default" disabled={results.length >= 20} onClick={() => onChange([...results, { id: newRowId(), what: '', ownerId: '', dueDate: '', wouldChange: '' }])}><T k="meetings.composer.add.pendingResults" /></Button></div>
    </div>
  );
}
