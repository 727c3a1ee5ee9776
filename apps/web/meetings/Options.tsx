import { Button, CloseButton, Textarea } from '@mantine/core';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import formStyles from '../kit/form/Form.module.css';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './Meeting.module.css';
import { newRowId, type WeighedOption } from './proposal.js';

interface Props { id: string; options: readonly WeighedOption[]; error: string | null; onChange: (options: WeighedOption[]) => void }

/** What was weighed against each other, with what speaks for and against each. */
export function Options({ id, options, error, onChange }: Props) {
  const t = useT();
  const set = (rowId: string, part: Partial<WeighedOption>) => onChange(options.map((row) => (row.id === rowId ? { ...row, ...part } : row)));
  const words = (row: WeighedOption, field: 'option' | 'favours' | 'against') => (
    <Textarea label={t(`meetings.composer.${field}`)} autosize minRows={1} dir="auto" value={row[field]} onChange={(event) => set(row.id, { [field]: event.currentTarget.value })} />
  );
  return (
    <div className={formStyles.field} role="group" aria-label={t('meetings.composer.options')}>
      <span className={formStyles.label}>{t('meetings.composer.options')}</span>
      {options.map((row, i) => (
        <div key={row.id} className={styles.optionRow}>
          {words(row, 'option')}{words(row, 'favours')}{words(row, 'against')}
          <CloseButton aria-label={t('common.removeRow', { number: i + 1 })} onClick={() => onChange(options.filter((other) => other.id !== row.id))} />
        </div>
      ))}
      {error && <span className={formStyles.error}><StatusShape status="overdue" size={11} />{error}</span>}
      <div><Button id={id} size="compact-sm" variant="default" disabled={options.length >= 20} onClick={() => onChange([...options, { id: newRowId(), option: '', favours: '', against: '' }])}><T k="meetings.composer.add.options" /></Button></div>
    </div>
  );
}
