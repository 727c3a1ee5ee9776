import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useT } from '../i18n/useT.js';
import { DayField } from '../kit/form/DayField.js';
import { auditKinds, type AuditFilters } from './filters.js';
import styles from './Audit.module.css';
import { useFacets } from './reading.js';
import { useAuditWords } from './words.js';

interface Props { filters: AuditFilters; count: number; onSet: (change: Partial<AuditFilters>) => void; onClear: () => void }

/** What is asked: kind, who, what, which case, from when until when. */
export function FilterBar({ filters, count, onSet, onClear }: Props) {
  const t = useT();
  const { action } = useAuditWords();
  const facets = useFacets();
  const people = (facets.data?.people ?? []).map((person) => ({ value: person.id, label: person.name })).sort((a, b) => a.label.localeCompare(b.label));
  const actions = (facets.data?.actions ?? []).map((code) => ({ value: code, label: action(code) })).sort((a, b) => a.label.localeCompare(b.label));
  const clear = { 'aria-label': t('common.clear') };
  return (
    <div className={styles.filters} role="search" aria-label={t('common.filter')}>
      <SegmentedControl size="xs" value={filters.kind} onChange={(kind) => onSet({ kind: auditKinds.find((each) => each === kind) ?? 'all' })} data={auditKinds.map((kind) => ({ value: kind, label: t(`audit.kind.${kind}`) }))} aria-label={t('audit.kind.label')} />
      <Select size="xs" w={180} data={people} value={filters.personId} onChange={(personId) => onSet({ personId })} placeholder={t('audit.filters.anyone')} aria-label={t('audit.filters.person')} searchable clearable clearButtonProps={clear} />
      <Select size="xs" w={200} data={actions} value={filters.action} onChange={(chosen) => onSet({ action: chosen })} placeholder={t('audit.filters.anyAction')} aria-label={t('audit.filters.action')} searchable clearable clearButtonProps={clear} />
      <CaseField filters={filters} onSet={onSet} />
      <label className={styles.day}>{t('audit.filters.from')}<DayField size="xs" value={filters.from ?? ''} max={filters.to ?? undefined} onChange={(from) => onSet({ from })} /></label>
      <label className={styles.day}>{t('audit.filters.to')}<DayField size="xs" value={filters.to ?? ''} min={filters.from ?? undefined} onChange={(to) => onSet({ to })} /></label>
      {count > 0 && <Button size="compact-sm" variant="subtle" onClick={onClear}>{t('audit.filters.clear')}</Button>}
    </div>
  );
}

/** Asked when it is left or Enter is pressed: every question is itself written down. */
function CaseField({ filters, onSet }: Pick<Props, 'filters' | 'onSet'>) {
  const t = useT();
  return (
    <TextInput key={filters.caseNumber} size="xs" w={130} defaultValue={filters.caseNumber} placeholder={t('audit.filters.caseNumber')} aria-label={t('audit.filters.caseNumber')} dir="ltr"
      onBlur={(event) => { if (event.currentTarget.value !== filters.caseNumber) onSet({ caseNumber: event.currentTarget.value }); }} onKeyDown={(event) => { if (event.key === 'Enter') onSet({ caseNumber: event.currentTarget.value }); }} />
  );
}
