import { ActionIcon, Menu } from '@mantine/core';
import { useState } from 'react';
import { allows } from '../cases/acts.js';
import { TaskReasonDialog, type TaskAct } from '../cases/TaskReasonDialog.js';
import type { ItemRequestDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { DueTime } from '../kit/DueTime.js';
import { dueOf } from '../kit/from-api.js';
import { Icon } from '../kit/icons.js';
import { IsoTime } from '../kit/IsoTime.js';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './Preparation.module.css';

const acts = ['answerItem', 'chaseItem', 'cancelItemRequest'] as const satisfies readonly TaskAct[];

/** Who was asked, when, until when, how often again; and what can be done about it. */
export function RequestLine({ request, name }: { request: ItemRequestDto; name: string }) {
  const t = useT();
  const [act, setAct] = useState<TaskAct | null>(null);
  const { task } = request;
  const due = dueOf(task, task.pool.institution.zone);
  const possible = acts.filter((each) => allows(task.may, each));
  return (
    <div className={styles.request}>
      <StatusShape status={task.light} size={12} />
      <div className={styles.requestWords}>
        <span><T k="intake.requests.askedOf" values={{ name: task.owner?.name ?? task.pool.institution.name }} />, <IsoTime at={task.createdAt} show="day" /></span>
        {request.source?.text && <span><T k="intake.requests.viaSource" values={{ source: request.source.text }} /></span>}
        {due && <span><T k={due.status === 'overdue' ? 'common.due.wasDue' : 'common.due.due'} /> <DueTime due={due} /></span>}
        {request.chased && <span><T k="intake.requests.chased" values={{ count: request.chased.count }} />, <IsoTime at={request.chased.at} show="day" /></span>}
        {request.neededForMeeting && <span>{t('intake.requests.blocks')}</span>}
        {request.note?.text && <span dir="auto" className={styles.note}>{request.note.text}</span>}
      </div>
      {possible.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target><ActionIcon variant="subtle" color="gray" size={28} aria-label={`${t('common.more')}: ${name}`}><Icon name="more" /></ActionIcon></Menu.Target>
          <Menu.Dropdown>{possible.map((each) => <Menu.Item key={each} onClick={() => setAct(each)}>{t(`cases.taskActs.${each}.verb`)}</Menu.Item>)}</Menu.Dropdown>
        </Menu>
      )}
      {act !== null && <TaskReasonDialog task={task} act={act} onClose={() => setAct(null)} />}
    </div>
  );
}
