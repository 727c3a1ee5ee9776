import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLanguage, useT } from '../../i18n/useT.js';
import { formatDate } from '../iso-dates.js';
import styles from './Form.module.css';
import { isPartialDate } from './validate.js';
import { dateWords } from '../intl.js';

interface Props {
  id: string;
  value: string | undefined;
  invalid: boolean;
  describedBy: string | undefined;
  /** What was typed, joined: "2008", "2008-04", "2008-04-05", or an impossible one for the validator to refuse. */
  onChange: (value: string | undefined) => void;
}

const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];

/** A date as far as it is known: year, then month, then day. It is kept as typed, never filled up. */
export function DateField({ id, value, invalid, describedBy, onChange }: Props) {
  const t = useT();
  const lang = useLanguage();
  const [parts, setParts] = useState(() => { const [y = '', m = '', d = ''] = (value ?? '').split('-'); return { y, m, d: d.replace(/^0/, '') }; });
  const set = (change: Partial<typeof parts>) => {
    const next = { ...parts, ...change };
    setParts(next);
    const joined = [next.y, next.m, next.d === '' ? '' : next.d.padStart(2, '0')].filter((part, i, all) => all.slice(i).some(Boolean) || part !== '').join('-');
    onChange(joined === '' ? undefined : joined);
  };
  const monthName = (month: string) => dateWords(lang, { month: 'long' })(new Date(`2000-${month}-15T12:00:00Z`));
  return (
    <>
      <div className={styles.date}>
        <label className={styles.part}>{t('common.form.day')}
          <TextInput value={parts.d} inputMode="numeric" maxLength={2} w={52} error={invalid} onChange={(event) => set({ d: event.currentTarget.value.normalize('NFKC').trim() })} /></label>
        <label className={styles.part}>{t('common.form.month')}
          <NativeSelect value={parts.m} error={invalid} data={[{ value: '', label: '–' }, ...months.map((month) => ({ value: month, label: monthName(month) }))]} onChange={(event) => set({ m: event.currentTarget.value })} /></label>
        <label className={styles.part}>{t('common.form.year')}
          <TextInput id={id} value={parts.y} inputMode="numeric" maxLength={4} w={72} error={invalid} aria-describedby={describedBy} onChange={(event) => set({ y: event.currentTarget.value.normalize('NFKC').trim() })} /></label>
        <span className={styles.back} role="status">{value !== undefined && isPartialDate(value) && <bdi>{formatDate(value, lang)}</bdi>}</span>
      </div>
    </>
  );
}
