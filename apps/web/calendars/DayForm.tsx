import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useT } from '../i18n/useT.js';
import { DayField } from '../kit/form/DayField.js';
import styles from './Calendars.module.css';
import type { DayJson } from './reading.js';

const kinds = ['off', 'half', 'shortened', 'swapped', 'plain'] as const;
const trusts = ['official', 'law', 'estimated', 'provisional'] as const;
type Kind = (typeof kinds)[number];

interface Props { known: Readonly<Record<string, DayJson>>; onDay: (date: string, day: DayJson | null) => void }

/** One day that differs from the plain week, with where that is known from and how sure it is; or one that differs no longer. */
export function DayForm({ known, onDay }: Props) {
  const t = useT();
  const [date, setDate] = useState('');
  const [kind, setKind] = useState<Kind>('off');
  const [detail, setDetail] = useState('');
  const [reason, setReason] = useState('');
  const [source, setSource] = useState('');
  const [status, setStatus] = useState<string>('official');
  const [tried, setTried] = useState(false);
  const need = (missing: boolean) => (tried && missing ? t('admin.needed') : null);
  const complete = date !== '' && reason.trim() !== '' && source.trim() !== '' && (!['half', 'shortened', 'swapped'].includes(kind) || detail !== '');
  const add = () => {
    setTried(true);
    if (!complete) return;
    onDay(date, { kind, reason: reason.trim(), source: source.trim(), status, ...detailOf(kind, detail) });
    setTried(false);
    setReason('');
  };
  return (
    <form className={styles.day} noValidate onSubmit={(event) => { event.preventDefault(); add(); }}>
      <DayField label={t('admin.day')} value={date} onChange={setDate} error={need(date === '')} />
      <Select label={t('admin.kindOfDay')} data={kinds.map((each) => ({ value: each, label: t(`admin.dayKind.${each}`) }))} value={kind} allowDeselect={false} onChange={(value) => { setKind(kinds.find((each) => each === value) ?? 'off'); setDetail(''); }} />
      {kind === 'half' && <TextInput type="time" label={t('time.until')} value={detail} error={need(detail === '')} onChange={(event) => setDetail(event.currentTarget.value)} />}
      {kind === 'shortened' && <NumberInput label={t('time.minutesShorter')} min={1} max={1440} value={detail} error={need(detail === '')} onChange={(value) => setDetail(String(value))} />}
      {kind === 'swapped' && <DayField label={t('admin.dayKind.swapped')} value={detail} onChange={setDetail} error={need(detail === '')} />}
      <TextInput label={t('common.reason')} value={reason} dir="auto" error={need(reason.trim() === '')} onChange={(event) => setReason(event.currentTarget.value)} />
      <TextInput label={t('admin.source')} value={source} dir="auto" error={need(source.trim() === '')} onChange={(event) => setSource(event.currentTarget.value)} />
      <Select label={t('admin.sure')} data={trusts.map((each) => ({ value: each, label: t(`admin.trust.${each}`) }))} value={status} allowDeselect={false} onChange={(value) => setStatus(value ?? 'official')} />
      <div className={styles.buttons}>
        <Button type="submit" variant="default">{t('time.setDay')}</Button>
        {known[date] !== undefined && <Button variant="subtle" onClick={() => onDay(date, null)}>{t('time.dropDay')}</Button>}
      </div>
    </form>
  );
}

function detailOf(kind: Kind, detail: string): Partial<DayJson> {
  switch (kind) {
    case 'half': return { until: detail };
    case 'shortened': return { minutes: Number(detail) };
    case 'swapped': return { paysFor: detail };
    case 'off': case 'plain': return {};
  }
}
