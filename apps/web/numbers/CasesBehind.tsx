import { Button, Modal } from '@mantine/core';
import { Link } from 'react-router';
import { problemOf } from '../api/problem.js';
import type { NumbersCaseDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { IsoTime } from '../kit/IsoTime.js';
import { ProblemView } from '../kit/ProblemView.js';
import { RowsSkeleton } from '../kit/Skeletons.js';
import type { NumbersQuery } from './filters.js';
import styles from './Numbers.module.css';
import { useCasesBehind, type BarKey } from './reading.js';
import { useNumbersWords } from './words.js';

interface Props { query: NumbersQuery; bar: BarKey; counted: number | null; onClose: () => void }

/** The cases of a bar that the reader may open, and how many were counted that the reader may not. */
export function CasesBehind({ query, bar, counted, onClose }: Props) {
  const t = useT();
  const words = useNumbersWords();
  const cases = useCasesBehind(query, bar);
  const items = cases.data?.pages.flatMap((page) => page.items) ?? [];
  const open = cases.data?.pages[0]?.open ?? 0;
  return (
    <Modal opened onClose={onClose} size="lg" title={`${t(`numbers.figure.${bar.figure}.title`)}: ${words.bar(bar)}`} closeButtonProps={{ 'aria-label': t('common.close') }}>
      {cases.error ? <ProblemView problem={problemOf(cases.error)} onNext={() => void cases.refetch()} /> : cases.isPending ? <RowsSkeleton rows={6} /> : (
        <div className={styles.behind}>
          <p className="quiet">{counted === null ? t('numbers.openOnly', { count: open }) : t('numbers.openOf', { count: open, counted: words.count(counted) })}</p>
          {items.length > 0 && <CaseRows items={items} />}
          {cases.hasNextPage && <Button size="compact-sm" variant="subtle" loading={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()}>{t('common.table.loadMore')}</Button>}
        </div>
      )}
    </Modal>
  );
}

function CaseRows({ items }: { items: readonly NumbersCaseDto[] }) {
  const t = useT();
  const words = useNumbersWords();
  const isTimed = items.some(({ ms }) => ms !== null);
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('numbers.cases')}>
      <table className={styles.table} aria-label={t('numbers.cases')}>
        <thead><tr><th scope="col">{t('cases.number')}</th><th scope="col">{t('numbers.filter.hospitalId')}</th><th scope="col">{t('numbers.filter.tumorType')}</th><th scope="col">{t('numbers.column.when')}</th>{isTimed && <th scope="col" className={styles.end}>{t('numbers.column.time')}</th>}</tr></thead>
        <tbody>
          {items.map(({ id, number, hospital, tumorType, at, ms }) => (
            <tr key={`${id}/${at}`}>
              <th scope="row"><Link to={`/cases/${id}`}><bdi dir="ltr">{number}</bdi></Link></th>
              <td><bdi>{hospital.name}</bdi></td><td>{t(`lists.tumorType.${tumorType}`)}</td><td><IsoTime at={at} show="day" /></td>{isTimed && <td className={styles.end}><bdi>{ms === null ? '' : words.clock(ms)}</bdi></td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
