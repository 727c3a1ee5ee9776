import { notificationsOf, notificationsOfMeeting, settingOf, topicOf, type CaseEvent, type CaseState, type MeetingEvent, type MeetingState, type Notification } from '#domain';
import { derivedId } from '../derived-id.js';
import type { Tx } from '../transaction.js';
import type { Change, Projection } from './change.js';
import { insert } from './upsert.js';

/** Who is told of what happened: one message a person and event, its id made from the event's place, so that it is never made twice. */
export const projectNotifications: Projection<CaseState> = async (tx, change) => {
  const actorId = change.actor.kind === 'person' ? change.actor.personId : null;
  await insert(tx, 'notification', change.steps.flatMap(({ event, before, after }, place) =>
    notificationsOf(event as CaseEvent, before, after, change.people, actorId).map((notification) => rowOf(notification, change, place, change.streamId))));
  for (const { event } of change.steps) if (event.type === 'EscalationAcknowledged') await acknowledged(tx, event as AcknowledgedEvent, change.at);
};

type AcknowledgedEvent = Extract<CaseEvent, { readonly type: 'EscalationAcknowledged' }>;
const acknowledged = (tx: Tx, { data }: AcknowledgedEvent, at: string): Promise<unknown> =>
  tx.query(`update notification set acknowledged_at = $4, read_at = coalesce(read_at, $4) where task_id = $1 and person_id = $2 and mark_kind = 'escalate' and params->>'mark' = $3 and acknowledged_at is null`, [data.taskId, data.by, data.mark, at]);

/** The same for a meeting: of no case, and the meeting stands in `params`. */
export const projectMeetingNotifications: Projection<MeetingState> = async (tx, change) => {
  await insert(tx, 'notification', change.steps.flatMap(({ event, before, after }, place) =>
    notificationsOfMeeting(event as MeetingEvent, after, change.people, before).map((notification) => rowOf(notification, change, place, null))));
};

function rowOf(notification: Notification, { streamId, seq, steps, at, people }: Change<unknown>, place: number, caseId: string | null): Record<string, unknown> {
  const { personId, kind, markKind, as, taskId, params, mailOnly } = notification;
  const topic = topicOf(notification);
  const id = derivedId('notification', streamId, seq - steps.length + 1 + place, personId, kind);
  return {
    id, person_id: personId, case_id: caseId, task_id: taskId, kind, mark_kind: markKind, as_audience: as, topic, in_product: settingOf(people.byId(personId)?.notifications, topic).product && mailOnly !== true,
    params, created_at: at, message_id: `<${id}@consilium.localhost>`, mail_state: 'pending', attempts: 0,
  };
}
