import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { problemOf, type Problem } from '../api/problem.js';
import { useCommand } from '../api/useCommand.js';
import type { BoardDefinitionDto, CheckedBoardDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { ProblemView } from '../kit/ProblemView.js';
import styles from './Boards.module.css';
import type { Definition } from './definition.js';
import { boardQueries, checkBoard } from './reading.js';

interface Props { board: BoardDefinitionDto; definition: Definition; onLeave: () => void }

/** What the next version changes, in words; its faults, each with its place; and, once it was looked at as it stands, the way to publish it. */
export function Publish({ board, definition, onLeave }: Props) {
  const t = useT();
  const [checked, setChecked] = useState<CheckedBoardDto | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const command = useCommand<object>({ path: `/api/boards/${board.id}/definition`, key: `publish-definition:${board.id}:${board.version}`, invalidates: boardQueries });
  // What was looked at is not what stands here any more.
  useEffect(() => setChecked(null), [definition]);
  const check = async () => {
    setProblem(null);
    try { setChecked(await checkBoard(board.id, definition)); } catch (error) { setProblem(problemOf(error)); }
  };
  const ready = checked !== null && checked.faults.length === 0 && checked.differences.length > 0;
  return (
    <>
      {checked && <Checked checked={checked} />}
      {(problem ?? command.problem) && <ProblemView problem={(problem ?? command.problem) as Problem} takeFocus onNext={() => void check()} />}
      <div className={styles.foot}>
        <Button variant={ready ? 'default' : 'filled'} onClick={() => void check()}>{t('admin.board.check')}</Button>
        {ready && <Button loading={command.sending} onClick={() => void command.run({ definition, onVersion: board.version })}>{t('admin.board.publish', { version: board.version + 1 })}</Button>}
        <span className="quiet small" role="status"><T k={ready ? 'admin.board.readyToPublish' : 'admin.board.checkFirst'} /></span>
        <Button variant="subtle" onClick={onLeave}>{t('admin.board.leave')}</Button>
      </div>
    </>
  );
}

function Checked({ checked }: { checked: CheckedBoardDto }) {
  const t = useT();
  const { faults, differences, against } = checked;
  const wrong = faults.length > 0;
  return (
    <Card title={t(wrong ? 'admin.board.faults' : 'admin.board.differences', { version: against })} count={wrong ? faults.length : differences.length}>
      {wrong ? <ul className={styles.list}>{faults.map((fault) => <li key={`${fault.at}${fault.code}`}><bdi dir="ltr">{fault.at}</bdi> · {fault.sentence}</li>)}</ul>
        : differences.length === 0 ? <p className="quiet"><T k="admin.board.nothingDiffers" /></p>
          : <ul className={styles.list}>{differences.map((difference) => <li key={difference.sentence}>{difference.sentence}</li>)}</ul>}
    </Card>
  );
}
