import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { request } from '../api/http.js';
import type { Command } from '../api/useCommand.js';
import { useCommand } from '../api/useCommand.js';
import { allows, mayOf } from '../cases/acts.js';
import { GiveDialog, isGiveAct, type GiveAct } from '../cases/GiveDialog.js';
import { TaskHistory } from '../cases/TaskHistory.js';
import { useArrangedWords } from '../cases/arranged-words.js';
import { caseQueries } from '../cases/reading.js';
import { TaskReasonDialog, type TaskAct } from '../cases/TaskReasonDialog.js';
import { usePoolWords, useTaskWords } from '../cases/task-words.js';
import type { InboxItemDto, TaskViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { DueTime, useSpan } from '../kit/DueTime.js';
import { dueOf, nameOf } from '../kit/from-api.js';
import { IsoDate, IsoTime } from '../kit/IsoTime.js';
import { PersonName } from '../kit/PersonName.js';
import { ProblemView } from '../kit/ProblemView.js';
import { StatusChip } from '../kit/StatusChip.js';
import styles from './Inbox.module.css';
import { timedPlaceOf } from './next-task.js';

/** Asked for by a key, on the row that is chosen. */
export type Asked = TaskAct | GiveAct;
interface Props { item: InboxItemDto; /** How much time the reader has, where they said so. */ minutes: string | null; claim: Command<object, unknown>; onClaim: () => void; dialog: Asked | null; onDialog: (dialog: Asked | null) => void }

const ownActs: Partial<Record<InboxItemDto['task']['kind'], TaskAct>> = { supplyMaterial: 'supplyMaterial', removeDeferralCause: 'settleDeferralCause', sendLetter: 'retryLetter', answerFollowUp: 'answerFollowUp', followUpVisit: 'recordFollowUpVisit' };

/** What the chosen task asks, of whom, until when and why then; and all that can be done with it. */
export function TaskPreview({ item, minutes, claim, onClaim, dialog, onDialog: setDialog }: Props) {
  const t = useT();
  const taskWords = useTaskWords();
  const poolWords = usePoolWords();
  const arranged = useArrangedWords();
  const asked = useQuery({ queryKey: ['task', item.task.caseId, item.task.id], queryFn: ({ signal }) => request<TaskViewDto>(`/api/cases/${item.task.caseId}/tasks/${item.task.id}`, { signal }), meta: { live: item.task.caseId } });
  // As it is now: the row may be from before it left the list.
  const task = asked.data?.task ?? item.task;
  const { may } = task;
  const command = (name: string) => ({ path: `/api/cases/${task.caseId}/tasks/${task.id}/${name}`, key: `${name}:${task.id}`, invalidates: caseQueries });
  const [release, accept, takeBack, resume] = [useCommand<object>(command('release')), useCommand<object>(command('accept')), useCommand<object>(command('take-back')), useCommand<object>(command('resume'))];
  const body = { seenVersion: task.version };
  const problem = [release, accept, takeBack, resume].find((each) => each.problem !== null);
  const told = arranged(task);
  const span = useSpan();
  const usual = asked.data?.usual ?? null;
  const [history, setHistory] = useState(false);
  const due = dueOf(task, task.pool.institution.zone);
  const own = ownActs[task.kind];
  const more = [
    mayOf(may, 'assignTask') ? { key: 'tasks.assign', run: () => setDialog('assignTask') } : null,
    allows(may, 'delegateTask') ? { key: 'tasks.delegate', run: () => setDialog('delegateTask') } : null,
    allows(may, 'suspendTask') ? { key: 'tasks.suspend', run: () => setDialog('suspendTask') } : null,
    ...(['giveThirdOpinion', 'askThirdOpinion', 'answerItem', 'chaseItem', 'cancelItemRequest'] as const).map((act) => (allows(may, act) ? { key: `cases.taskActs.${act}.verb`, run: () => setDialog(act) } : null)),
    allows(may, 'declineTask') ? { key: 'tasks.decline', run: () => setDialog('declineTask') } : null,
    allows(may, 'releaseTask') && task.owner !== null ? { key: 'cases.release', run: () => void release.run(body) } : null,
    { key: 'tasks.history', run: () => setHistory(true) },
  ].filter((each) => each !== null);
  return (
    <section className={styles.preview} aria-label={t('inbox.preview')}>
      <header className={styles.previewHead}>
        <h2>{taskWords(task)}</h2>
        <StatusChip status={task.light} />
      </header>
      <div className={styles.acts}>
        {allows(may, 'acceptHandOver') && <Button loading={accept.sending} onClick={() => void accept.run(body)}>{t('tasks.accept')}</Button>}
        {allows(may, 'refuseHandOver') && <Button variant="default" onClick={() => setDialog('refuseHandOver')}>{t('tasks.refuse')}</Button>}
        {allows(may, 'claimTask') && <Button loading={claim.sending} onClick={onClaim} aria-keyshortcuts="c">{t('tasks.claim')}</Button>}
        {own !== undefined && allows(may, own) && <Button onClick={() => setDialog(own)}>{t(`cases.taskActs.${own}.verb`)}</Button>}
        <Button component={Link} to={timedPlaceOf(task, minutes)} variant={allows(may, 'claimTask') || allows(may, 'acceptHandOver') || own !== undefined ? 'default' : 'filled'}>{t('common.open')}</Button>
        {allows(may, 'handOverTask') && <Button variant="default" onClick={() => setDialog('handOverTask')} aria-keyshortcuts="h">{t('tasks.handOver')}</Button>}
        {allows(may, 'takeBackTask') && <Button variant="default" loading={takeBack.sending} onClick={() => void takeBack.run(body)}>{t('cases.takeBack')}</Button>}
        {allows(may, 'resumeTask') && <Button variant="default" loading={resume.sending} onClick={() => void resume.run(body)}>{t('cases.resumeTask')}</Button>}
        {allows(may, 'returnTask') && <Button variant="default" onClick={() => setDialog('returnTask')}>{t('cases.returnTo', { person: task.actingFor?.person.name ?? '' })}</Button>}
        <Menu position="bottom-end">
          <Menu.Target><Button variant="default">{t('common.more')}</Button></Menu.Target>
          <Menu.Dropdown>{more.map(({ key, run }) => <Menu.Item key={key} onClick={run}>{t(key)}</Menu.Item>)}</Menu.Dropdown>
        </Menu>
      </div>
      {problem?.problem && <ProblemView problem={problem.problem} takeFocus onNext={problem.reset} />}
      {told.length > 0 && <ul className={styles.arranged}>{told.map((each) => <li key={each}>{each}</li>)}</ul>}
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
        {usual !== null && <><dt>{t('tasks.usually')}</dt><dd>{t('tasks.usualTime', { time: span(usual.medianMs, usual.dayMs), count: usual.samples })}</dd></>}
        <dt>{t('inbox.since')}</dt>
        <dd><IsoTime at={task.createdAt} /></dd>
      </dl>
      {history && <TaskHistory task={task} onClose={() => setHistory(false)} />}
      {dialog !== null && isGiveAct(dialog) && mayOf(may, dialog) && <GiveDialog task={asked.data?.task ?? task} act={dialog} onClose={() => setDialog(null)} />}
      {dialog !== null && !isGiveAct(dialog) && <TaskReasonDialog task={asked.data?.task ?? task} act={dialog} onClose={() => setDialog(null)} />}
    </section>
  );
}
