import { Select } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../api/problem.js';
import { AdminPage } from '../admin/AdminPage.js';
import { useT } from '../i18n/useT.js';
import { ProblemView } from '../kit/ProblemView.js';
import { TextSkeleton } from '../kit/Skeletons.js';
import styles from './Calendars.module.css';
import { Orders } from './Orders.js';
import { useBoardsToTime, usePolicy } from './reading.js';
import { Simulator } from './Simulator.js';

/** A board's times: what each mark of a task would do, with the reason of every skipped hour; other times tried, and published. */
export function Component() {
  const t = useT();
  const boards = useBoardsToTime();
  const [chosen, setChosen] = useState<string | null>(null);
  const boardId = chosen ?? boards.data?.items.find(({ may }) => may.some(({ allowed }) => allowed))?.id ?? boards.data?.items[0]?.id;
  const policy = usePolicy(boardId);
  const error = boards.error ?? policy.error;
  return (
    <AdminPage title={t('time.times')} filters={boards.data && <Select size="xs" w={260} aria-label={t('time.board')} data={boards.data.items.map(({ id, name }) => ({ value: id, label: name }))} value={boardId ?? null} allowDeselect={false} onChange={setChosen} />}>
      <div className={styles.stack}>
        {policy.data ? <Simulator key={`${policy.data.boardId}/${policy.data.version}`} policy={policy.data} /> : error ? <ProblemView problem={problemOf(error)} onNext={() => { void boards.refetch(); void policy.refetch(); }} /> : <TextSkeleton lines={8} />}
        <Orders />
      </div>
    </AdminPage>
  );
}
