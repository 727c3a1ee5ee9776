import { ActionIcon, Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import type { InstitutionRefDto, TransferDto, TransferItemDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { DueTime } from '../kit/DueTime.js';
import { dueOf } from '../kit/from-api.js';
import { Icon } from '../kit/icons.js';
import { IsoTime } from '../kit/IsoTime.js';
import { ProblemView } from '../kit/ProblemView.js';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './Checklist.module.css';
import { CompleteDialog } from './CompleteDialog.js';
import { Expiry } from './Expiry.js';
import { canComplete } from './possible.js';
import { transferQueries } from './reading.js';

interface Props { transfer: TransferDto; side: TransferItemDto['side']; wanted: string | null }

/** One hospital's lines, each with who has it, until when on both clocks, what proves it and until when that holds. */
export function Checklist({ transfer, side, wanted }: Props) {
  const t = useT();
  const [hospital, other] = side === 'sending' ? [transfer.from, transfer.to] : [transfer.to, transfer.from];
  const items = openFirst(transfer.items.filter((item) => item.side === side));
  const done = items.filter(({ task }) => task.status === 'completed').length;
  return (
    <Card title={<><bdi>{hospital.name}</bdi> <span className={styles.side}><T k={`transfers.${side}`} /></span></>} count={t('common.of', { done, all: items.length })} flush>
      <ul className={styles.list}>{items.map((item) => <Line key={item.task.id} item={item} caseId={transfer.caseId} hospital={hospital} other={other} wanted={wanted === item.task.id} />)}</ul>
    </Card>
  );
}

const rank = ({ task }: TransferItemDto): number => (task.status === 'completed' ? 2 : task.light === 'overdue' ? 0 : 1);
/** What is late, then what is open, then what is done; in the order of the checklist within each. */
const openFirst = (items: readonly TransferItemDto[]): TransferItemDto[] => [...items].sort((a, b) => rank(a) - rank(b));

interface LineProps { item: TransferItemDto; caseId: string; hospital: InstitutionRefDto; other: InstitutionRefDto; wanted: boolean }

function Line({ item, caseId, hospital, other, wanted }: LineProps) {
  const { task } = item;
  const done = task.status === 'completed';
  return (
    <li id={`item-${item.code}`} tabIndex={-1} className={styles.row} data-done={done || undefined} data-wanted={wanted || undefined}>
      <span className={styles.shape}><StatusShape status={task.light} size={14} /><span className="visually-hidden"><T k={`common.status.${task.light}`} /></span></span>
      <div className={styles.what}>
        <div className={styles.name}><T k={`lists.transferItem.${item.code}`} /></div>
        <div className={styles.meta}>
          {task.owner ? <bdi>{task.owner.name}</bdi> : done ? null : <><T k="cases.toClaim" /> <T k={`lists.role.${task.pool.role}`} /></>}
          {done && task.closedAt && <>{task.owner && ' · '}<T k="transfers.doneAt" /> <IsoTime at={task.closedAt} /></>}
        </div>
        {!done && <Due item={item} hospital={hospital} other={other} />}
        <Expiry item={item} zone={hospital.zone} />
        <Evidence item={item} caseId={caseId} />
        {item.note?.text && <p className={styles.meta} dir="auto" lang={item.note.language ?? undefined}>{item.note.text}</p>}
      </div>
      <Actions item={item} caseId={caseId} zone={hospital.zone} />
    </li>
  );
}

/** The due time where the work is done, and what that is at the other hospital. */
function Due({ item: { task }, hospital, other }: Pick<LineProps, 'item' | 'hospital' | 'other'>) {
  const due = dueOf(task, hospital.zone);
  if (due === null) return task.noDeadlineBecause === null ? null : <div className={styles.meta}><T k={`lists.noDeadlineBecause.${task.noDeadlineBecause}`} /></div>;
  return (
    <div className={styles.due}>
      <T k={due.status === 'overdue' ? 'common.due.wasDue' : 'common.due.due'} /> <DueTime due={due} />
      {other.zone !== hospital.zone && <span className={styles.meta}>= <IsoTime at={due.at} zone={other.zone} show="full" bare /></span>}
    </div>
  );
}

function Evidence({ item: { task }, caseId }: { item: TransferItemDto; caseId: string }) {
  const file = task.status === 'completed' ? /^evidence:(.+)$/.exec(task.result ?? '')?.[1] : undefined;
  if (file === undefined) return null;
  return <div><a className={styles.evidence} href={`/api/cases/${caseId}/files/${file}/content`} target="_blank" rel="noreferrer"><Icon name="document" size={14} /><T k="transfers.openEvidence" /></a></div>;
}

function Actions({ item, caseId, zone }: { item: TransferItemDto; caseId: string; zone: string }) {
  const t = useT();
  const { task } = item;
  const [completing, setCompleting] = useState(false);
  const name = t(`lists.transferItem.${item.code}`);
  const command = (act: string) => ({ path: `/api/cases/${caseId}/tasks/${task.id}/${act}`, key: `${act}:${task.id}`, invalidates: transferQueries });
  const claim = useCommand<object>(command('claim'));
  const release = useCommand<object>(command('release'));
  const may = (action: string) => task.may.some((each) => each.action === action && each.allowed);
  const more = [
    may('claimTask') ? { key: 'tasks.claim', run: () => void claim.run({ seenVersion: task.version }) } : null,
    may('releaseTask') ? { key: 'cases.release', run: () => void release.run({ seenVersion: task.version }) } : null,
  ].filter((each) => each !== null);
  const problem = claim.problem ?? release.problem;
  return (
    <div className={styles.actions} role="group" aria-label={t('cases.actionsOf', { task: name })}>
      {canComplete(item) && <Button size="compact-sm" variant="default" onClick={() => setCompleting(true)}>{t('tasks.complete')}</Button>}
      {more.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target><ActionIcon variant="subtle" color="gray" size={28} aria-label={t('cases.actionsOf', { task: name })}><Icon name="more" /></ActionIcon></Menu.Target>
          <Menu.Dropdown>{more.map(({ key, run }) => <Menu.Item key={key} onClick={run}>{t(key)}</Menu.Item>)}</Menu.Dropdown>
        </Menu>
      )}
      {problem && <ProblemView problem={problem} takeFocus onNext={() => { claim.reset(); release.reset(); }} />}
      {completing && <CompleteDialog item={item} caseId={caseId} zone={zone} onClose={() => setCompleting(false)} />}
    </div>
  );
}
