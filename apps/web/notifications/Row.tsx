import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { useCommand } from '../api/useCommand.js';
import type { NotificationDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { IsoTime } from '../kit/IsoTime.js';
import { ProblemView } from '../kit/ProblemView.js';
import { moveFocus } from '../kit/row-keys.js';
import { StatusShape } from '../kit/StatusShape.js';
import { Mute } from './Mute.js';
import styles from './Notifications.module.css';
import { placeOf } from './place.js';
import { shapeOf, useNotificationWords } from './words.js';

/** One notification: opening it leads to the work and marks it as read; why one got it, and what became of the mail, on demand. */
export function Row({ item }: { item: NotificationDto }) {
  const t = useT();
  const { title, why } = useNotificationWords();
  const navigate = useNavigate();
  const id = useId();
  const [explained, setExplained] = useState(false);
  const read = useCommand<object>({ path: `/api/notifications/${item.id}/read`, key: `read:${item.id}`, invalidates: ['notifications'] });
  const acknowledge = useCommand<object>({ path: `/api/notifications/${item.id}/acknowledge`, key: `acknowledge:${item.id}`, invalidates: ['notifications', 'case', 'history'] });
  const place = placeOf(item);
  const number = item.caseNumber ?? (typeof item.params['caseNumber'] === 'string' ? item.params['caseNumber'] : null);
  const open = () => { if (item.readAt === null) void read.run({}); if (place !== null) void navigate(place); };
  return (
    <li className={styles.row} data-unread={item.readAt === null || undefined}>
      <button type="button" data-row className={styles.main} onClick={open} onKeyDown={moveFocus} disabled={place === null && item.readAt !== null}>
        <span className={styles.shape}><StatusShape status={shapeOf(item.markKind)} size={13} /></span>
        <span className={styles.what}>{item.readAt === null && <span className="visually-hidden">{t('notifications.isUnread')} </span>}{title(item)}</span>
        <span className={styles.case}>{number === null ? item.caseId === null && item.taskId !== null && <T k="notifications.caseGone" /> : <bdi dir="ltr">{number}</bdi>}</span>
        <span className={styles.time}><IsoTime at={item.createdAt} show="time" bare /></span>
      </button>
      <span className={styles.actions}>
        <Button size="compact-sm" variant="subtle" color="gray" fw={400} aria-expanded={explained} aria-controls={id} onClick={() => setExplained(!explained)}>{t('notifications.why')}</Button>
        {item.toAcknowledge && <Button size="compact-sm" variant="default" loading={acknowledge.sending} onClick={() => void acknowledge.run({})}>{t('notifications.acknowledge')}</Button>}
        {item.readAt === null && <Button size="compact-sm" variant="subtle" onClick={() => void read.run({})} loading={read.sending}>{t('notifications.markRead')}</Button>}
      </span>
      {acknowledge.problem && <div className={styles.why}><ProblemView problem={acknowledge.problem} takeFocus onNext={acknowledge.reset} /></div>}
      <div id={id} className={styles.why} hidden={!explained}>
        <p>{why(item)}</p>
        {typeof item.params['dueAt'] === 'string' && <p><T k={Date.parse(item.params['dueAt']) < Date.now() ? 'common.due.wasDue' : 'common.due.due'} /> <IsoTime at={item.params['dueAt']} show="full" /></p>}
        {item.acknowledgedAt !== null && <p><T k="notifications.acknowledged" /> <IsoTime at={item.acknowledgedAt} /></p>}
        {explained && <Mute topic={item.topic} />}
        <p className="quiet"><T k={`notifications.mail.${item.mail.state === 'pending' && item.mail.held !== null ? item.mail.held : item.mail.state}`} />{item.mail.held !== null && item.mail.waitsUntil !== null && <> <IsoTime at={item.mail.waitsUntil} /></>}{item.mail.sentAt !== null && <> <IsoTime at={item.mail.sentAt} /></>}</p>
      </div>
    </li>
  );
}
