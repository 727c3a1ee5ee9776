import { Button, Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../api/problem.js';
import { useCommand } from '../api/useCommand.js';
import type { BoardDefinitionDto, CaseMoveDto, CasesMovedDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useLanguage, useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { ProblemView } from '../kit/ProblemView.js';
import { RowsSkeleton } from '../kit/Skeletons.js';
import styles from './Boards.module.css';
import { boardQueries, useCaseMoves } from './reading.js';
import { listWords } from '../kit/intl.js';

const mostAtOnce = 100;

/** Open cases on earlier versions: what the version in force changes for each, and the ones that are moved to it, with a reason. */
export function MoveCases({ board }: { board: BoardDefinitionDto }) {
  const t = useT();
  const moves = useCaseMoves(board.id);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand<object, CasesMovedDto>({ path: `/api/boards/${board.id}/moves`, key: `move-cases:${board.id}:${board.version}:${[...chosen].sort().join()}`, invalidates: boardQueries });
  const items = moves.data?.pages.flatMap((page) => page.items) ?? [];
  const movable = items.filter(({ because }) => because === null);
  const toggle = (caseId: string) => { const next = new Set(chosen); if (!next.delete(caseId)) next.add(caseId); setChosen(next); };
  const send = async () => {
    setTried(true);
    const cases = movable.filter(({ caseId }) => chosen.has(caseId)).slice(0, mostAtOnce).map(({ caseId, version }) => ({ caseId, fromVersion: version }));
    if (reason.trim() === '' || cases.length === 0) return;
    if (await command.run({ toVersion: board.version, cases, reason: reason.trim() }) !== undefined) { setChosen(new Set()); setReason(''); setTried(false); }
  };
  if (moves.error && !moves.data) return <ProblemView problem={problemOf(moves.error)} onNext={() => void moves.refetch()} />;
  return (
    <Card title={t('admin.board.moves', { version: board.version })} count={items.length} flush>
      <p className={`${styles.pad} quiet small`}><T k="admin.board.movesWhat" /></p>
      {!moves.data ? <RowsSkeleton rows={4} /> : items.map((item) => <Move key={item.caseId} item={item} chosen={chosen.has(item.caseId)} onToggle={() => toggle(item.caseId)} />)}
      <div className={styles.pad}>
        {moves.hasNextPage && <Button size="compact-sm" variant="subtle" loading={moves.isFetchingNextPage} onClick={() => void moves.fetchNextPage()}>{t('common.table.loadMore')}</Button>}
        {command.answer && <Answers answer={command.answer} />}
        {movable.length > 0 && (
          <>
            <Textarea label={t('common.reason')} autosize minRows={2} value={reason} dir="auto" error={tried && reason.trim() === '' ? t('common.reasonNeeded') : null} onChange={(event) => setReason(event.currentTarget.value)} />
            {command.problem && <ProblemView problem={command.problem} takeFocus onNext={() => void send()} />}
            <div><Button disabled={chosen.size === 0} loading={command.sending} onClick={() => void send()}>{t('admin.board.move', { count: chosen.size, version: board.version })}</Button></div>
          </>
        )}
      </div>
    </Card>
  );
}

function Move({ item, chosen, onToggle }: { item: CaseMoveDto; chosen: boolean; onToggle: () => void }) {
  const t = useT();
  const lang = useLanguage();
  const named = (names: CaseMoveDto['becomesMissing']) => listWords(lang, names.map(({ name }) => name));
  const nothing = item.becomesMissing.length === 0 && item.noLongerAsked.length === 0 && item.secondPathology === null && item.settled.length === 0 && item.requestsEnded.length === 0;
  return (
    <div className={styles.move}>
      <Checkbox aria-label={item.caseNumber} checked={chosen} disabled={item.because !== null} onChange={onToggle} />
      <div>
        <div className={styles.moveHead}><strong><bdi dir="ltr">{item.caseNumber}</bdi></strong><span><T k={`lists.tumorType.${item.tumorType}`} /></span><span><T k={item.stage === 'draft' || item.stage === 'closed' ? `lists.caseColumn.${item.stage}` : `lists.stage.${item.stage}`} /> · <T k="admin.board.onVersion" values={{ version: item.version }} /></span></div>
        {item.because !== null && <div className={styles.changes}><T k={`problems.${item.because}.title`} /></div>}
        {item.because === null && nothing && <div className={styles.changes}><T k="admin.board.nothingForIt" /></div>}
        {item.becomesMissing.length > 0 && <div className={styles.changes}>{t('admin.board.becomesMissing', { items: named(item.becomesMissing) })}</div>}
        {item.noLongerAsked.length > 0 && <div className={styles.changes}>{t('admin.board.noLongerAsked', { items: named(item.noLongerAsked) })}</div>}
        {item.settled.length > 0 && <div className={styles.changes}>{t('admin.board.settled', { items: named(item.settled) })}</div>}
        {item.requestsEnded.length > 0 && <div className={styles.changes}>{t('admin.board.requestsEnded', { items: named(item.requestsEnded) })}</div>}
        {item.secondPathology && <div className={styles.changes}><T k={`admin.board.second.${item.secondPathology}`} /></div>}
      </div>
    </div>
  );
}

function Answers({ answer }: { answer: CasesMovedDto }) {
  const failed = answer.answers.filter(({ done }) => !done);
  return (
    <div role="status">
      <p><T k="admin.board.moved" values={{ count: answer.done }} /></p>
      {failed.map(({ caseId, problem }) => problem && <ProblemView key={caseId} problem={problem} />)}
    </div>
  );
}
