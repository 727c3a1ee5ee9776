import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { request } from '../api/http.js';
import type { Command } from '../api/useCommand.js';
import { useCommand } from '../api/useCommand.js';
import { allows, mayOf } from '../cases/acts.js';
import { AssignDialog } from '../cases/AssignDialog.js';
import { caseQueries } from '../cases/reading.js';
import { TaskReasonDialog, type TaskAct } from '../cases/TaskReasonDialog.js';
import { usePoolWords, useTaskWords } from '../cases/task-words.js';
import type { InboxItemDto, TaskViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { DueTime } from '../kit/DueTime.js';
import { dueOf, nameOf } from '../kit/from-api.js';
import { IsoDate, IsoTime } from '../kit/IsoTime.js';
import { PersonName } from '../kit/PersonName.js';
import { ProblemView } from '../kit/ProblemView.js';
import { StatusChip } from '../kit/StatusChip.js';
import styles from './Inbox.module.css';
import { workPlaceOf } from './next-task.js';

interface Props { item: InboxItemDto; claim: Command<object, unknown>; onClaim: () => void }

const ownActs: Partial<Record<InboxItemDto['task']['kind'], TaskAct>> = { supplyMaterial: 'supplyMaterial', removeDeferralCause: 'settleDeferralCause', sendLetter: 'retryLetter', answerFollowUp: 'answerFollowUp' };

/** What the chosen task asks, of whom, until when and why then; and all that can be done with it. */
export function TaskPreview({ item, claim, onClaim }: Props) {
  const t = useT();
  const taskWords = useTaskWords();
  const poolWords = usePoolWords();
  const [dialog, setDialog] = useState<TaskAct | 'assignTask' | null>(null);
  const asked = useQuery({ queryKey: ['task', item.task.caseId, item.task.id], queryFn: ({ signal }) => request<TaskViewDto>(`/api/cases/${item.task.caseId}/tasks/${item.task.id}`, { signal }), meta: { live: item.task.caseId } });
  // As it is now: the row may be from before it left the list.
  const task = asked.data?.task ?? item.task;
  const { may } = task;
  const release = useCommand<object>({ path: `/api/cases/${task.caseId}/tasks/${task.id}/release`, key: `release:${task.id}`, invalidates: caseQueries });
  const due = dueOf(task, task.pool.institution.zone);
  const own = ownActs[task.kind];
  return (
    <section className={styles.preview} aria-label={t('inbox.preview')}>
      <header className={styles.previewHead}>
        <h2>{taskWords(task)}</h2>
        <StatusChip status={task.light} />
      </header>
      <div className={styles.acts}>
        {allows(may, 'claimTask') && <Button loading={claim.sending} onClick={onClaim} aria-keyshortcuts="c">{t('tasks.claim')}</Button>}
        {own !== undefined && allows(may, own) && <Button onClick={() => setDialog(own)}>{t(`cases.taskActs.${own}.verb`)}</Button>}
        <Button component={Link} to={workPlaceOf(task)} variant={allows(may, 'claimTask') || own !== undefined ? 'default' : 'filled'}>{t('common.open')}</Button>
        {mayOf(may, 'assignTask') && <Button variant="default" onClick={() => setDialog('assignTask')}>{t('tasks.assign')}</Button>}
        {allows(may, 'declineTask') && <Button variant="default" onClick={() => setDialog('declineTask')}>{t('tasks.decline')}</Button>}
        {allows(may, 'releaseTask') && task.owner !== null && <Button variant="default" loading={release.sending} onClick={() => void release.run({ seenVersion: task.version })}>{t('cases.release')}</Button>}
      </div>
      {release.problem && <ProblemView problem={release.problem} takeFocus onNext={release.reset} />}
      <dl className={styles.facts}>
        <dt>{t('cases.patient')}</dt>
        <dd><strong><PersonName name={nameOf(item.patient.names)} /></strong>{item.patient.born !== null && <>, <IsoDate date={item.patient.born} /></>}, <T k={`lists.sex.${item.patient.sex}`} /></dd>
        <dt>{t('cases.number')}</dt>
        <dd><Link to={`/cases/${task.caseId}`}><bdi dir="ltr">{item.caseNumber}</bdi></Link></dd>
        <dt>{t('cases.tumorType')}</dt>
        <dd><T k={`lists.tumorType.${item.tumorType}`} />, <T k={`lists.urgency.${item.urgency}`} /></dd>
        <dt>{t(due?.status === 'overdue' ? 'inbox.wasDue' : 'inbox.due')}</dt>
        <dd>{due ? <DueTime due={due} /> : <T k={task.noDeadlineBecause === null ? 'common.due.none' : `lists.noDeadlineBecause.${task.noDeadlineBecause}`} />}</dd>
        <dt>{t('tasks.owner')}</dt>
        <dd>{task.owner ? <bdi>{task.owner.name}</bdi> : <T k="tasks.nobody" />}</dd>
        <dt>{t('tasks.pool')}</dt>
        <dd><bdi>{poolWords(task.pool)}</bdi></dd>
        <dt>{t('inbox.since')}</dt>
        <dd><IsoTime at={task.createdAt} /></dd>
      </dl>
      {dialog === 'assignTask' && <AssignDialog task={asked.data?.task ?? task} onClose={() => setDialog(null)} />}
      {dialog !== null && dialog !== 'assignTask' && <TaskReasonDialog task={asked.data?.task ?? task} act={dialog} onClose={() => setDialog(null)} />}
    </section>
  );
}
