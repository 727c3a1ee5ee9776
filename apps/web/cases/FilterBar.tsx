import { Button, Select } from '@mantine/core';
import type { CaseFacetsDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import styles from './FilterBar.module.css';
import type { CaseFilters, FilterName } from './filters.js';

interface Props {
  filters: CaseFilters;
  facets: CaseFacetsDto | undefined;
  count: number;
  onSet: (name: FilterName, value: string | null) => void;
  onClear: () => void;
}

interface Option { value: string; label: string }

/** What is shown of the cases. Two switches stand open; the lists name themselves while nothing is chosen. */
export function FilterBar({ filters, facets, count, onSet, onClear }: Props) {
  const t = useT();
  const named = (list: readonly { id: string; name: string }[] = []): Option[] => list.map(({ id, name }) => ({ value: id, label: name }));
  const coded = (list: string, codes: readonly string[] = []): Option[] => codes.map((code) => ({ value: code, label: t(`lists.${list}.${code}`) }));
  const select = (name: FilterName, key: string, data: Option[]) => data.length < 2 && filters[name] === undefined ? null : (
    <Select key={name} size="xs" w={148} data={data} value={filters[name] ?? null} onChange={(value) => onSet(name, value)} placeholder={t(key)} aria-label={t(key)} clearable
      clearButtonProps={{ 'aria-label': t('common.clear') }} comboboxProps={{ width: 'max-content' }} classNames={{ input: styles.select }} data-chosen={filters[name] !== undefined || undefined} />
  );
  const toggle = (name: 'late' | 'closed', key: string) => (
    <button type="button" className={styles.toggle} aria-pressed={filters[name] === 'true'} onClick={() => onSet(name, filters[name] === 'true' ? null : 'true')}>{t(key)}</button>
  );
  return (
    <div className={styles.bar} role="group" aria-label={t('common.filter')}>
      {toggle('late', 'cases.onlyLate')}
      {toggle('closed', 'cases.withClosed')}
      {select('waiting', 'waiting.filter', ['amber', 'red', 'breached'].map((code) => ({ value: code, label: t(`waiting.atLeast.${code}`) })))}
      {select('boardId', 'cases.boardOf', named(facets?.boards))}
      {select('tumorType', 'cases.tumorType', coded('tumorType', facets?.tumorTypes))}
      {select('urgency', 'cases.urgency', coded('urgency', ['emergency', 'urgent', 'routine']))}
      {select('originId', 'cases.origin', named(facets?.origins))}
      {select('ownerId', 'cases.owner', named(facets?.owners))}
      {count > 0 && <Button size="compact-sm" variant="subtle" onClick={onClear}>{t('cases.clearFilters')}</Button>}
    </div>
  );
}
