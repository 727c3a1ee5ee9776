import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { CaseViewDto, TaskDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { DueTime } from '../kit/DueTime.js';
import { dueOf } from '../kit/from-api.js';
import { StatusShape } from '../kit/StatusShape.js';
import type { CaseActName } from './acts.js';
import styles from './NowPanel.module.css';
import { TaskActions } from './TaskActions.js';
import { usePoolWords, useTaskWords } from './task-words.js';

export const isOpenTask = (task: Pick<TaskDto, 'status'>): boolean => task.status !== 'completed' && task.status !== 'failed';

/** The open tasks with what can be done to each, nearest due first. A checklist's lines are one line here. */
export function NowPanel({ view, onAct }: { view: CaseViewDto; onAct: (act: CaseActName) => void }) {
  const t = useT();
  const wanted = useSearchParams()[0].get('task');
  const open = view.tasks.filter(isOpenTask);
  const items = open.filter((task) => task.kind === 'transferItem' && task.id !== wanted);
  const shown = items.length > 3 ? open.filter((task) => !items.includes(task) || task.light === 'overdue') : open;
  const hidden = open.length - shown.length;
  return (
    <Card title={t('cases.now')} count={open.length > 0 ? t('tasks.count', { count: open.length }) : undefined} flush>
      {open.length === 0 && <p className={styles.empty}>{t('cases.nothingNow')}</p>}
      <ul className={styles.list}>
        {shown.map((task) => <TaskRow key={task.id} task={task} wanted={task.id === wanted} onAct={onAct} />)}
        {hidden > 0 && <li className={styles.rest}><T k="cases.checklistOpen" values={{ count: hidden }} /></li>}
      </ul>
    </Card>
  );
}

function TaskRow({ task, wanted, onAct }: { task: TaskDto; wanted: boolean; onAct: (act: CaseActName) => void }) {
  const t = useT();
  const row = useRef<HTMLLIElement>(null);
  const taskWords = useTaskWords();
  const poolWords = usePoolWords();
  useEffect(() => { if (wanted) row.current?.scrollIntoView({ block: 'center' }); }, [wanted]);
  const due = dueOf(task, task.pool.institution.zone);
  return (
    <li ref={row} className={styles.row} data-wanted={wanted || undefined}>
      <span className={styles.shape}><StatusShape status={task.light} size={14} /><span className="visually-hidden"><T k={`common.status.${task.light}`} /></span></span>
      <div className={styles.what}>
        <div className={styles.verb}>{taskWords(task)}</div>
        <div className={styles.who}>
          {task.owner ? <><bdi>{task.owner.name}</bdi> · <bdi>{task.pool.institution.name}</bdi></> : <><T k="cases.toClaim" /> <bdi>{poolWords(task.pool)}</bdi></>}
        </div>
        <div className={styles.due}>{due ? <><T k={due.status === 'overdue' ? 'common.due.wasDue' : 'common.due.due'} /> <DueTime due={due} /></> : <NoDeadline task={task} />}</div>
      </div>
      <div className={styles.actions} role="group" aria-label={t('cases.actionsOf', { task: taskWords(task) })}><TaskActions task={task} onAct={onAct} /></div>
    </li>
  );
}

function NoDeadline({ task }: { task: TaskDto }) {
  return <span className="quiet">{task.noDeadlineBecause === null ? <T k="common.due.none" /> : <T k={`lists.noDeadlineBecause.${task.noDeadlineBecause}`} />}</span>;
}
