import { notificationsOf, type CaseEvent, type CaseState } from '#domain';
import { derivedId } from '../derived-id.js';
import type { Projection } from './change.js';
import { insert } from './upsert.js';

/** Who is told of what happened: one message a person and event, its id made from the event's place, so that it is never made twice. */
export const projectNotifications: Projection<CaseState> = async (tx, { steps, after, seq, at, actor, people }) => {
  const first = seq - steps.length + 1;
  const rows = steps.flatMap(({ event, before, after: then }, place) =>
    notificationsOf(event as CaseEvent, before, then, people, actor.kind === 'person' ? actor.personId : null).map((notification) => {
      const id = derivedId('notification', after.id, first + place, notification.personId, notification.kind);
      return {
        id, person_id: notification.personId, case_id: after.id, task_id: notification.taskId, kind: notification.kind, mark_kind: notification.markKind, as_audience: notification.as,
        params: notification.params, created_at: at, message_id: `<${id}@consilium.localhost>`, mail_state: 'pending', attempts: 0,
      };
    }));
  await insert(tx, 'notification', rows);
};
