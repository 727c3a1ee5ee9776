import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { problemOf, type Problem } from '../api/problem.js';
import type { DryRunDto, DryRunResultDto, MovedTaskDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { DataTable, type Column } from '../kit/DataTable.js';
import { IsoTime } from '../kit/IsoTime.js';
import { ProblemView } from '../kit/ProblemView.js';
import { StatusChip } from '../kit/StatusChip.js';
import styles from './Calendars.module.css';
import { dryRun } from './reading.js';

/** Which open deadlines a change would move, from when to when, and which cards turn red or green: before anything is done. */
export function DryRun({ change }: { change: DryRunDto }) {
  const t = useT();
  const [pages, setPages] = useState<DryRunResultDto[]>([]);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const ask = async (after?: string) => {
    setAsking(true);
    setProblem(null);
    try { const page = await dryRun({ ...change, ...(after === undefined ? {} : { after }) }); setPages(after === undefined ? [page] : [...pages, page]); }
    catch (error) { setProblem(problemOf(error)); }
    setAsking(false);
  };
  const [first] = pages;
  const next = pages.at(-1)?.next ?? null;
  return (
    <div className={styles.stack}>
      <Group gap="sm"><Button variant="default" loading={asking} onClick={() => void ask()}>{t('time.whatWouldMove')}</Button>
        <span role="status">{first && <T k="time.wouldMove" values={first.counts} />}</span></Group>
      {problem && <ProblemView problem={problem} takeFocus onNext={() => void ask()} />}
      {first && first.items.length > 0 && <Moved rows={pages.flatMap(({ items }) => items)} />}
      {next !== null && <Group><Button size="compact-sm" variant="subtle" loading={asking} onClick={() => void ask(next)}>{t('time.more')}</Button></Group>}
    </div>
  );
}

function Moved({ rows }: { rows: readonly MovedTaskDto[] }) {
  const t = useT();
  const columns: Column<MovedTaskDto>[] = [
    { id: 'case', titleKey: 'time.case', cell: (row) => <Link className="nowrap" to={`/cases/${row.caseId}`}><bdi>{row.caseNumber}</bdi></Link>, sortBy: (row) => row.caseNumber },
    { id: 'task', titleKey: 'time.task', cell: (row) => <><T k={`lists.taskKind.${row.kind}`} /> · <bdi>{row.owner?.name ?? row.institution.name}</bdi></>, sortBy: (row) => row.kind },
    { id: 'from', titleKey: 'time.dueNow', cell: (row) => <IsoTime at={row.dueFrom} zone={row.zone} show="full" />, sortBy: (row) => row.dueFrom },
    { id: 'to', titleKey: 'time.dueThen', cell: (row) => (row.dueFrom === row.dueTo ? <T k="time.marksOnly" values={{ count: row.moved.length }} /> : <IsoTime at={row.dueTo} zone={row.zone} show="full" />), sortBy: (row) => row.dueTo },
    { id: 'light', titleKey: 'time.card', cell: (row) => <StatusChip status={row.lightTo} />, sortBy: (row) => row.lightTo },
  ];
  return <DataTable columns={columns} rows={rows} rowKey={(row) => row.taskId} label={t('time.whatWouldMove')} />;
}
