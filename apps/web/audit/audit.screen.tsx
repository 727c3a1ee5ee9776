import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { problemOf, type Problem } from '../api/problem.js';
import type { AuditEntryDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { DataTable, type Column } from '../kit/DataTable.js';
import { EmptyState } from '../kit/EmptyState.js';
import { IsoTime } from '../kit/IsoTime.js';
import { useKeyHints } from '../kit/KeyHints.js';
import { Page } from '../kit/Page.js';
import { ProblemView } from '../kit/ProblemView.js';
import { RowsSkeleton } from '../kit/Skeletons.js';
import { useZone } from '../kit/zone.js';
import styles from './Audit.module.css';
import { EntryPanel } from './EntryPanel.js';
import { Cases, Kind, What, Who } from './cells.js';
import { NarrowRows } from './NarrowRows.js';
import { FilterBar } from './FilterBar.js';
import { queryOf, useAuditFilters } from './filters.js';
import { download, useAudit } from './reading.js';
import { VerifyPanel } from './VerifyPanel.js';
import { useAuditWords } from './words.js';

const keyOf = (entry: AuditEntryDto): string => `${entry.stream}/${entry.seq}`;

/** Who, what, when, from where, on whose behalf: changes, reads and refusals of the hospitals that one answers for. */
export function Component() {
  const t = useT();
  const zone = useZone();
  const { filters, set, clear, count } = useAuditFilters();
  const query = queryOf(filters, zone);
  const audit = useAudit(query);
  const [opened, setOpened] = useState<AuditEntryDto | null>(null);
  useKeyHints(t('audit.title'), [{ keys: '↓ ↑', label: t('common.keys.next') }, { keys: 'Enter', label: t('common.keys.openRow') }]);
  const entries = audit.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Page title={t('audit.title')} actions={<Exports query={query} />}>
      <div className={styles.stack}>
        <VerifyPanel />
        <FilterBar filters={filters} count={count} onSet={set} onClear={clear} />
        {audit.error && !audit.data ? <ProblemView problem={problemOf(audit.error)} onNext={() => void audit.refetch()} /> : (
          <Card title={t('audit.list')} flush actions={<Button size="compact-sm" variant="subtle" onClick={() => void audit.refetch()} loading={audit.isFetching && !audit.isFetchingNextPage && audit.data !== undefined}>{t('common.reload')}</Button>}>
            {audit.isPending ? <RowsSkeleton rows={12} /> : entries.length === 0 ? <EmptyState title={t('audit.empty')} what={t('audit.emptyWhat')} action={count > 0 && <Button variant="default" onClick={clear}>{t('audit.filters.clear')}</Button>} /> : (
              <Rows entries={entries} opened={opened} onOpen={setOpened} />
            )}
            {audit.hasNextPage && <div className={styles.more}><Button size="compact-sm" variant="subtle" loading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>{t('common.table.loadMore')}</Button></div>}
          </Card>
        )}
      </div>
      {opened && <EntryPanel key={keyOf(opened)} entry={opened} onClose={() => setOpened(null)} onCase={(caseId) => { setOpened(null); set({ caseNumber: '', caseId }); }} />}
    </Page>
  );
}

function Rows({ entries, opened, onOpen }: { entries: readonly AuditEntryDto[]; opened: AuditEntryDto | null; onOpen: (entry: AuditEntryDto) => void }) {
  const t = useT();
  const columns = useColumns();
  const narrow = useMediaQuery('(max-width: 760px)', undefined, { getInitialValueInEffect: false });
  if (narrow) return <NarrowRows entries={entries} onOpen={onOpen} />;
  return <DataTable columns={columns} rows={entries} rowKey={keyOf} label={t('audit.list')} selected={opened ? keyOf(opened) : undefined} onOpen={onOpen} />;
}

function useColumns(): Column<AuditEntryDto>[] {
  const { what, task, who } = useAuditWords();
  return [
    { id: 'when', titleKey: 'audit.when', cell: (entry) => <IsoTime at={entry.at} />, sortBy: (entry) => entry.at },
    { id: 'result', titleKey: 'audit.result', cell: (entry) => <Kind kind={entry.kind} />, sortBy: (entry) => entry.kind },
    { id: 'who', titleKey: 'audit.who', cell: (entry) => <Who entry={entry} />, sortBy: who },
    { id: 'what', titleKey: 'audit.what', cell: (entry) => <What entry={entry} />, sortBy: (entry) => `${what(entry)} ${task(entry) ?? ''}` },
    { id: 'case', titleKey: 'audit.case', cell: (entry) => <Cases entry={entry} />, sortBy: (entry) => entry.cases[0]?.number ?? '' },
    { id: 'from', titleKey: 'audit.from', cell: (entry) => <span className="quiet"><bdi>{entry.institution?.name}</bdi>{entry.from && <>{entry.institution && ' · '}<bdi dir="ltr">{entry.from}</bdi></>}</span>, sortBy: (entry) => `${entry.institution?.name ?? ''} ${entry.from ?? ''}` },
  ];
}

/** The same entries as a table for a spreadsheet; the chains for a verifier elsewhere. */
function Exports({ query }: { query: ReturnType<typeof queryOf> }) {
  const t = useT();
  const [busy, setBusy] = useState<'csv' | 'chains' | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async (what: 'csv' | 'chains') => {
    setBusy(what);
    setProblem(null);
    const day = new Date().toISOString().slice(0, 10);
    try { await (what === 'csv' ? download('/api/audit/csv', `audit-${day}.csv`, query) : download('/api/audit/export', `audit-${day}.ndjson`)); } catch (error) { setProblem(problemOf(error)); } finally { setBusy(null); }
  };
  return (
    <>
      {problem && <ProblemView problem={problem} takeFocus onNext={() => setProblem(null)} />}
      <Button variant="default" loading={busy === 'csv'} onClick={() => void save('csv')}>{t('audit.export')}</Button>
      <Button variant="default" loading={busy === 'chains'} title={t('audit.chainsHint')} onClick={() => void save('chains')}>{t('audit.chains')}</Button>
    </>
  );
}
