import { Button, SegmentedControl } from '@mantine/core';
import { Link } from 'react-router';
import { problemOf } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { EmptyState } from '../kit/EmptyState.js';
import { useKeyHints } from '../kit/KeyHints.js';
import { Page } from '../kit/Page.js';
import { ProblemView } from '../kit/ProblemView.js';
import { BoardSkeleton, RowsSkeleton } from '../kit/Skeletons.js';
import { CaseColumns } from './CaseColumns.js';
import { CaseTable } from './CaseTable.js';
import { useCaseFilters, type CaseFilters } from './filters.js';
import { FilterBar } from './FilterBar.js';
import { useCaseBoard, useCaseRows } from './reading.js';

/** Every case that one may see, by stage or as a table, with the same filters in the address. */
export function Component() {
  const t = useT();
  const { filters, view, set, clear, count } = useCaseFilters();
  const mayRefer = useSession().may.includes('newReferral');
  // The table's filters are those of the board: what can be chosen comes with it.
  const board = useCaseBoard(filters, true);
  useKeyHints(t('cases.title'), [{ keys: '↓ ↑', label: t('cases.keys.inColumn') }, { keys: '← →', label: t('cases.keys.acrossColumns') }, { keys: 'Enter', label: t('common.keys.openRow') }]);
  return (
    <Page title={t('cases.title')}
      filters={<SegmentedControl size="xs" value={view} onChange={(value) => set('view', value === 'table' ? 'table' : null)} aria-label={t('cases.view')} data={[{ value: 'board', label: t('cases.board') }, { value: 'table', label: t('cases.table') }]} />}
      actions={mayRefer && <Button component={Link} to="/cases/new">{t('cases.new')}</Button>}>
      <FilterBar filters={filters} facets={board.data?.filters} count={count} onSet={set} onClear={clear} />
      {view === 'board' ? <BoardView board={board} filters={filters} onClear={clear} filtered={count > 0} /> : <TableView filters={filters} onClear={clear} filtered={count > 0} />}
    </Page>
  );
}

interface ViewProps { filters: CaseFilters; filtered: boolean; onClear: () => void }

function BoardView({ board, filters, filtered, onClear }: ViewProps & { board: ReturnType<typeof useCaseBoard> }) {
  if (board.data) return board.data.columns.every((column) => column.count === 0) ? <Nothing filtered={filtered} onClear={onClear} /> : <CaseColumns board={board.data} filters={filters} />;
  return board.error ? <ProblemView problem={problemOf(board.error)} onNext={() => void board.refetch()} /> : <BoardSkeleton columns={6} />;
}

function TableView({ filters, filtered, onClear }: ViewProps) {
  const t = useT();
  const rows = useCaseRows(filters, true);
  if (!rows.data) return rows.error ? <ProblemView problem={problemOf(rows.error)} onNext={() => void rows.refetch()} /> : <Card flush><RowsSkeleton rows={8} /></Card>;
  const cards = rows.data.pages.flatMap((page) => page.items);
  if (cards.length === 0) return <Nothing filtered={filtered} onClear={onClear} />;
  const total = rows.data.pages[0]?.total ?? cards.length;
  return (
    <Card title={t('cases.title')} count={t('common.cases', { count: total })} flush>
      <CaseTable cards={cards} />
      {rows.hasNextPage && <div style={{ padding: 8, display: 'grid', justifyItems: 'center' }}><Button size="compact-sm" variant="subtle" loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>{t('common.table.loadMore')}</Button></div>}
    </Card>
  );
}

function Nothing({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const t = useT();
  if (!filtered) return <Card><EmptyState title={t('cases.empty')} what={t('cases.emptyWhat')} /></Card>;
  return <Card><EmptyState title={t('cases.noMatch')} what={t('cases.noMatchWhat')} action={<Button variant="default" onClick={onClear}>{t('cases.clearFilters')}</Button>} /></Card>;
}
