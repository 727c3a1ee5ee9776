import { ActionIcon, Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../api/session.js';
import { useCommand } from '../api/useCommand.js';
import type { TaskDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { Icon } from '../kit/icons.js';
import { ProblemView } from '../kit/ProblemView.js';
import { allows, gives as givesAway, mayOf, type CaseActName } from './acts.js';
import { GiveDialog, isGiveAct, type GiveAct } from './GiveDialog.js';
import { caseQueries } from './reading.js';
import { TaskReasonDialog, type TaskAct } from './TaskReasonDialog.js';
import { placeOf } from './task-words.js';

// Tasks that are done by an act on the case itself.
const caseActOf: Partial<Record<TaskDto['kind'], CaseActName>> = { resumeHold: 'resumeCase', closeCase: 'closeCase' };
// Tasks that are done by one act of their own, with words.
const ownActOf: Partial<Record<TaskDto['kind'], TaskAct>> = { supplyMaterial: 'supplyMaterial', removeDeferralCause: 'settleDeferralCause', sendLetter: 'retryLetter', resolveDiscordance: 'resolveDiscordance', answerFollowUp: 'answerFollowUp', followUpVisit: 'recordFollowUpVisit' };

/** What can be done to a task: the work itself first, then taking it, giving it away, giving it back. */
export function TaskActions({ task, onAct }: { task: TaskDto; onAct?: (act: CaseActName) => void }) {
  const t = useT();
  const [dialog, setDialog] = useState<TaskAct | GiveAct | null>(null);
  const command = (name: string) => ({ path: `/api/cases/${task.caseId}/tasks/${task.id}/${name}`, key: `${name}:${task.id}`, invalidates: caseQueries });
  const claim = useCommand<object>(command('claim'));
  const release = useCommand<object>(command('release'));
  const accept = useCommand<object>(command('accept'));
  const takeBack = useCommand<object>(command('take-back'));
  const resume = useCommand<object>(command('resume'));
  const body = { seenVersion: task.version };
  // Whom an unclaimed task may be given to is asked by the dialog; the server has the last word.
  const gives = useSession().posts.some((post) => ['caseManager', 'chair', 'departmentHead'].includes(post.role));
  const more = [
    mayOf(task.may, 'assignTask') || (task.owner === null && gives) ? { key: 'tasks.assign', run: () => setDialog('assignTask') } : null,
    givesAway(task.may, 'handOverTask') ? { key: 'tasks.handOver', run: () => setDialog('handOverTask') } : null,
    givesAway(task.may, 'delegateTask') ? { key: 'tasks.delegate', run: () => setDialog('delegateTask') } : null,
    allows(task.may, 'takeBackTask') ? { key: 'cases.takeBack', run: () => void takeBack.run(body) } : null,
    allows(task.may, 'suspendTask') ? { key: 'tasks.suspend', run: () => setDialog('suspendTask') } : null,
    allows(task.may, 'resumeTask') ? { key: 'cases.resumeTask', run: () => void resume.run(body) } : null,
    ...(['giveThirdOpinion', 'askThirdOpinion', 'answerItem', 'chaseItem', 'cancelItemRequest'] as const).map((act) => (allows(task.may, act) ? { key: `cases.taskActs.${act}.verb`, run: () => setDialog(act) } : null)),
    allows(task.may, 'returnTask') ? { key: 'cases.taskActs.returnTask.verb', run: () => setDialog('returnTask') } : null,
    allows(task.may, 'releaseTask') ? { key: 'cases.release', run: () => void release.run(body) } : null,
    allows(task.may, 'withdrawOpinionRequest') ? { key: 'cases.taskActs.withdrawOpinionRequest.verb', run: () => setDialog('withdrawOpinionRequest') } : null,
    allows(task.may, 'declineTask') ? { key: 'tasks.decline', run: () => setDialog('declineTask') } : null,
  ].filter((each) => each !== null);
  const commands = [claim, release, accept, takeBack, resume];
  const problem = commands.find((each) => each.problem !== null)?.problem;
  return (
    <>
      {allows(task.may, 'claimTask') && <Button size="compact-sm" loading={claim.sending} onClick={() => void claim.run(body)}>{t('tasks.claim')}</Button>}
      {allows(task.may, 'acceptHandOver') && <Button size="compact-sm" loading={accept.sending} onClick={() => void accept.run(body)}>{t('tasks.accept')}</Button>}
      {allows(task.may, 'refuseHandOver') && <Button size="compact-sm" variant="default" onClick={() => setDialog('refuseHandOver')}>{t('tasks.refuse')}</Button>}
      <Work task={task} onAct={onAct} onDialog={setDialog} />
      {more.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target><ActionIcon variant="subtle" color="gray" size={28} aria-label={t('common.more')}><Icon name="more" /></ActionIcon></Menu.Target>
          <Menu.Dropdown>{more.map(({ key, run }) => <Menu.Item key={key} onClick={run}>{t(key)}</Menu.Item>)}</Menu.Dropdown>
        </Menu>
      )}
      {problem && <ProblemView problem={problem} takeFocus onNext={() => commands.forEach((each) => each.reset())} />}
      {dialog !== null && isGiveAct(dialog) && <GiveDialog task={task} act={dialog} onClose={() => setDialog(null)} />}
      {dialog !== null && !isGiveAct(dialog) && <TaskReasonDialog task={task} act={dialog} onClose={() => setDialog(null)} />}
    </>
  );
}

function Work({ task, onAct, onDialog }: { task: TaskDto; onAct?: (act: CaseActName) => void; onDialog: (act: TaskAct) => void }) {
  const t = useT();
  const mine = task.owner?.id === useSession().person.id;
  const place = placeOf(task);
  const variant = mine ? 'filled' : 'default';
  const own = ownActOf[task.kind];
  const onCase = caseActOf[task.kind];
  if (task.kind === 'sendLetter' && allows(task.may, 'retryLetter')) return <Button size="compact-sm" variant={variant} onClick={() => onDialog('retryLetter')}>{t('cases.taskActs.retryLetter.verb')}</Button>;
  if (place !== null) return <Button size="compact-sm" variant={variant} component={Link} to={place}>{t('common.open')}</Button>;
  if (own !== undefined && allows(task.may, own)) return <Button size="compact-sm" variant={variant} onClick={() => onDialog(own)}>{t(`cases.taskActs.${own}.verb`)}</Button>;
  if (onCase !== undefined && onAct && mine) return <Button size="compact-sm" variant={variant} onClick={() => onAct(onCase)}>{t(`cases.acts.${onCase}.verb`)}</Button>;
  return null;
}
