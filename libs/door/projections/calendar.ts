import { dateAt, reviewed, type Actor, type Calendar, type Command, type DomainEvent, type InstitutionState, type Instant } from '#domain';
import { actorKey } from '../append.js';
import type { Tx } from '../transaction.js';
import { orderReplanning } from './replanning.js';
import { insert } from './upsert.js';

interface By { readonly command: Command; readonly at: Instant; readonly actor: Actor }
interface PublishedRow { readonly calendarId: string; readonly version: number; readonly draft: number }

/** A hospital's draft is kept as it was laid down; published, its rows carry who reviewed them, and open deadlines are planned anew. */
export async function projectCalendar(tx: Tx, event: DomainEvent, before: InstitutionState | null, after: InstitutionState, by: By): Promise<void> {
  if (event.type === 'CalendarDrafted') await keepDraft(tx, after, by);
  if (event.type === 'CalendarPublished' && before !== null) await publish(tx, event.data as PublishedRow, before, after, by);
}

const keepDraft = (tx: Tx, { id, calendar }: InstitutionState, { command, at, actor }: By): Promise<unknown> =>
  insert(tx, 'calendar_draft', [{ institution_id: id, number: calendar?.drafts, definition: Reflect.get(command.data, 'calendar') as Calendar, author: actorKey(actor), at }]);

async function publish(tx: Tx, { calendarId, version, draft }: PublishedRow, before: InstitutionState, after: InstitutionState, { command, at, actor }: By): Promise<void> {
  const [row] = await tx.query<{ definition: Calendar; author: string }[]>('select definition, author from calendar_draft where institution_id = $1 and number = $2', [after.id, draft]);
  if (row === undefined) throw new Error(`Hospital ${after.id} has no draft ${draft}`);
  const [old] = await tx.query<{ definition: Calendar }[]>('select definition from calendar where id = $1 order by version desc limit 1', [before.calendarId]);
  const definition = reviewed(row.definition, old?.definition ?? null, { id: calendarId, version, by: actorKey(actor), on: dateAt(at, row.definition.zone) });
  await insert(tx, 'calendar', [{ id: calendarId, version, definition, institution_id: after.id, drafted_by: row.author, published_by: actorKey(actor), published_at: at }]);
  const cause = old?.definition.zone === definition.zone ? 'calendar' : 'zone';
  await orderReplanning(tx, { cause, institutionId: after.id, about: { calendarIds: [...new Set([before.calendarId, calendarId])] }, commandId: command.commandId, actor });
}
