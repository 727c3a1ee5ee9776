import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { refuse, type Instant } from '#domain';
import { beforeKey, keyColumn, writeCursor } from '#persistence';
import { DOOR_SOURCE } from '../door/tokens.js';
import type { Asker, Changer } from '../http/request.js';
import { RefusalError } from '../door/refusal-error.js';
import { Conditions } from '../reading/conditions.js';
import { Directories } from '../reading/directory.js';
import { Names } from '../reading/names.js';
import { cut, keyOf, pageSize } from '../reading/page.js';
import { Reader } from '../reading/reader.js';
import type { NotificationDto, NotificationPageDto, NotificationQueryDto, ReadDoneDto } from './notification.dto.js';

interface Row { id: string; kind: string; mark_kind: string; as_audience: string; case_id: string | null; case_number: string | null; task_id: string | null; topic: NotificationDto['topic']; params: Record<string, unknown>; created_at: Instant; read_at: Instant | null; acknowledged_at: Instant | null; /** Null where the task is not the reader's to see. */ task_ended: boolean | null; mail_state: NotificationDto['mail']['state']; attempts: number; sent_at: Instant | null; held: NotificationDto['mail']['held']; next_attempt_at: Instant | null; key_at: string }

/** What one was told. That it was read is one's own note, no fact of a case: it changes no stream. */
@Injectable()
export class Notifications {
  constructor(private readonly reader: Reader, private readonly directories: Directories, @Inject(DOOR_SOURCE) private readonly door: DataSource) {}

  page(by: Asker, query: NotificationQueryDto): Promise<NotificationPageDto> {
    return this.reader.plain(by, async (rows) => {
      const size = pageSize(query.limit, 30);
      const conditions = new Conditions(by.actor.personId).and('n.person_id = $1').and('n.in_product');
      if (query.unread === 'true') conditions.and('n.read_at is null');
      const key = keyOf(query.after);
      if (key) conditions.and(beforeKey('n.created_at', 'n.id', conditions.values.length + 1)).values.push(key.at, key.id);
      // a case that one may no longer see keeps its message, without the number
      const found = await rows.query<Row>(`select n.id, n.kind, n.mark_kind, n.as_audience, c.id as case_id, c.number as case_number, n.task_id, n.topic, n.params, n.created_at, n.read_at, n.acknowledged_at, t.status in ('completed', 'failed') as task_ended, n.mail_state, n.attempts, n.sent_at, n.held, n.next_attempt_at, ${keyColumn('n.created_at')} as key_at
        from notification n left join case_row c on c.id = n.case_id left join task_row t on t.id = n.task_id where ${conditions.where} order by n.created_at desc, n.id desc limit ${size + 1}`, conditions.values);
      const [counted] = await rows.query<{ unread: number }>('select count(*) as unread from notification where person_id = $1 and read_at is null and in_product', [by.actor.personId]);
      const { page, more } = cut(found, size);
      const last = page.at(-1);
      const names = new Names(await this.directories.at(rows), by.language);
      return { items: page.map((row) => notificationOf(row, names)), unread: counted?.unread ?? 0, next: more && last ? writeCursor({ at: last.key_at, id: last.id }) : null };
    });
  }

  /** What an escalation that one was told of is about; of somebody else's, or of what is none, nothing is said. */
  async escalation(by: Changer, id: string): Promise<{ readonly caseId: string; readonly taskId: string; readonly mark: string }> {
    const [row] = await this.door.query<{ caseId: string; taskId: string; mark: string }[]>(`select case_id as "caseId", task_id as "taskId", params->>'mark' as mark from notification
      where id = $1 and person_id = $2 and mark_kind = 'escalate' and case_id is not null and task_id is not null and params ? 'mark'`, [id, by.actor.personId]);
    if (row === undefined) throw new RefusalError(refuse('ACCESS.NOT_FOUND', {}));
    return row;
  }

  /** Marks one or all as read; only one's own, again and again with the same result. */
  async read(by: Changer, id: string | null): Promise<ReadDoneDto> {
    await this.door.query('update notification set read_at = clock_timestamp() where person_id = $1 and read_at is null and ($2::uuid is null or id = $2)', [by.actor.personId, id]);
    const [row] = await this.door.query<{ unread: number }[]>('select count(*) as unread from notification where person_id = $1 and read_at is null and in_product', [by.actor.personId]);
    return { unread: row?.unread ?? 0 };
  }
}

const personIn = ({ params }: Row): string | null => { const id = params['insteadOf'] ?? params['personId']; return typeof id === 'string' ? id : null; };

const notificationOf = (row: Row, names: Names): NotificationDto => ({
  id: row.id, kind: row.kind, markKind: row.mark_kind, as: row.as_audience, caseId: row.case_id, caseNumber: row.case_number, taskId: row.task_id, topic: row.topic, params: row.params, createdAt: row.created_at, readAt: row.read_at,
  acknowledgedAt: row.acknowledged_at, toAcknowledge: row.mark_kind === 'escalate' && row.acknowledged_at === null && row.task_id !== null && row.task_ended !== true, person: names.maybe(personIn(row)),
  mail: { state: row.mail_state, attempts: row.attempts, sentAt: row.sent_at, held: row.mail_state === 'pending' ? row.held : null, waitsUntil: row.mail_state === 'pending' && row.held !== null ? row.next_attempt_at : null },
});
