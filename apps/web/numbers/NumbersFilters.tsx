import { Button, Select } from '@mantine/core';
import type { NumbersFacetsDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { periodsBetween, type NumbersFilter, type NumbersQuery } from './filters.js';
import styles from './Numbers.module.css';
import { useNumbersWords } from './words.js';

interface Props { query: NumbersQuery; facets: NumbersFacetsDto | undefined; count: number; onSet: (name: NumbersFilter, value: string | null) => void; onClear: () => void }
interface Option { value: string; label: string }

/** Board, hospital, tumor type, urgency and a whole year, quarter or month. */
export function NumbersFilters({ query, facets, count, onSet, onClear }: Props) {
  const t = useT();
  const words = useNumbersWords();
  const named = (list: readonly { id: string; name: string }[] = []): Option[] => list.map(({ id, name }) => ({ value: id, label: name }));
  const coded = (list: string, codes: readonly string[] = []): Option[] => codes.map((code) => ({ value: code, label: t(`lists.${list}.${code}`) }));
  const { years, quarters, months } = periodsBetween(facets?.firstMonth ?? '9', facets?.lastMonth ?? '2026-01');
  const periods = ([['years', years], ['quarters', quarters], ['months', months]] as const).filter(([, values]) => values.length > 0).map(([group, values]) => ({ group: t(`numbers.${group}`), items: values.map((value) => ({ value, label: words.period(value) })) }));
  const select = (name: NumbersFilter, data: Option[] | typeof periods, width: number) => (
    <Select size="xs" w={width} data={data} value={query[name] ?? null} onChange={(value) => onSet(name, value)} placeholder={t(`numbers.filter.${name}`)} aria-label={t(`numbers.filter.${name}`)} clearable
      clearButtonProps={{ 'aria-label': t('common.clear') }} comboboxProps={{ width: 'max-content' }} />
  );
  return (
    <div className={styles.filters} role="group" aria-label={t('common.filter')}>
      {select('boardId', named(facets?.boards), 170)}
      {select('hospitalId', named(facets?.hospitals), 170)}
      {select('tumorType', coded('tumorType', facets?.tumorTypes), 150)}
      {select('urgency', coded('urgency', ['emergency', 'urgent', 'routine']), 120)}
      {select('period', periods, 150)}
      {count > 0 && <Button size="compact-sm" variant="subtle" onClick={onClear}>{t('numbers.clear')}</Button>}
    </div>
  );
}
