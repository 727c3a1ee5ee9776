import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import type { CSSProperties, KeyboardEvent } from 'react';
import { request } from '../api/http.js';
import type { CaseBoardDto, CaseColumnDto, CasePageDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { StatusShape } from '../kit/StatusShape.js';
import { CaseCard } from './CaseCard.js';
import styles from './CaseColumns.module.css';
import { queryOf, type CaseFilters } from './filters.js';

/** The board: one column a stage, heads with counts that stay in sight. Arrows walk the cards. */
export function CaseColumns({ board, filters }: { board: CaseBoardDto; filters: CaseFilters }) {
  const t = useT();
  // A stage without cases stays in sight, narrow; drafts and closed ones are there only when there are some.
  const columns = board.columns.filter(({ column, count }) => count > 0 || (column !== 'draft' && column !== 'closed'));
  const widths = columns.map(({ count }) => (count > 0 ? 'minmax(224px, 1fr)' : 'minmax(132px, 0.5fr)')).join(' ');
  return (
    <div className={styles.board} style={{ '--columns': widths } as CSSProperties} onKeyDown={walk} role="group" aria-label={t('cases.title')} tabIndex={-1}>
      {columns.map((column) => <Column key={column.column} column={column} filters={filters} />)}
    </div>
  );
}

function Column({ column, filters }: { column: CaseColumnDto; filters: CaseFilters }) {
  const rest = useInfiniteQuery({
    queryKey: ['cases', 'column', column.column, column.next, filters], enabled: false, initialPageParam: column.next ?? '', meta: { live: 'any' },
    queryFn: ({ signal, pageParam }) => request<CasePageDto>(`/api/cases${queryOf({ ...filters, column: column.column, after: pageParam })}`, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const shown = new Set(column.cards.map((card) => card.id));
  const more = (rest.data?.pages ?? []).flatMap((page) => page.items).filter((card) => !shown.has(card.id));
  const hasMore = column.next !== null && (rest.data === undefined || rest.hasNextPage);
  return (
    <section className={styles.column} aria-labelledby={`column-${column.column}`} data-column="">
      <header className={styles.head}>
        <h2 id={`column-${column.column}`}><ColumnName column={column.column} /> <span className={styles.count}>{column.count}</span></h2>
        {column.late > 0 && <span className={styles.late}><StatusShape status="overdue" size={11} /><T k="cases.late" values={{ count: column.late }} /></span>}
      </header>
      {column.cards.length === 0 && <p className={styles.empty}><T k="cases.columnEmpty" /></p>}
      {[...column.cards, ...more].map((card) => <CaseCard key={card.id} card={card} />)}
      {hasMore && <Button size="compact-sm" variant="subtle" loading={rest.isFetching} onClick={() => void (rest.data ? rest.fetchNextPage() : rest.refetch())}><T k="common.table.loadMore" /></Button>}
    </section>
  );
}

/** A column by its stage's name. */
export function ColumnName({ column }: { column: CaseColumnDto['column'] }) {
  return <T k={column === 'draft' || column === 'closed' ? `lists.caseColumn.${column}` : `lists.stage.${column}`} />;
}

/** Up and down inside a column, sideways to the card that stands at the same height. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (!(event.target instanceof HTMLElement) || event.target.tagName !== 'A') return;
  const column = event.target.closest('[data-column]');
  const links = (within: Element | null | undefined) => [...within?.querySelectorAll<HTMLElement>('[data-row] a') ?? []];
  const at = links(column).indexOf(event.target);
  const vertical = event.key === 'ArrowDown' || event.key === 'j' ? 1 : event.key === 'ArrowUp' || event.key === 'k' ? -1 : 0;
  const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
  const sideways = event.key === 'ArrowRight' ? (rtl ? -1 : 1) : event.key === 'ArrowLeft' ? (rtl ? 1 : -1) : 0;
  if (vertical === 0 && sideways === 0) return;
  event.preventDefault();
  if (vertical !== 0) { links(column)[at + vertical]?.focus(); return; }
  const columns = [...event.currentTarget.querySelectorAll('[data-column]')].filter((one) => links(one).length > 0);
  const next = links(columns[columns.findIndex((one) => one === column) + sideways]);
  (next[at] ?? next.at(-1))?.focus();
}
