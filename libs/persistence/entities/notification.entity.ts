import { Column, Entity, PrimaryColumn } from 'typeorm';
import { column, instantColumn, maybe } from './columns.js';

/** What a person is told, in the product and by mail. `params` hold ids, codes and instants, never a patient's word. */
@Entity('notification')
export class NotificationRow {
  @PrimaryColumn('uuid') id!: string;
  @Column(column('uuid', 'person_id')) personId!: string;
  @Column(maybe('uuid', 'case_id')) caseId!: string | null;
  @Column(maybe('uuid', 'task_id')) taskId!: string | null;
  @Column(column('text', 'kind')) kind!: string;
  @Column(column('text', 'mark_kind')) markKind!: string;
  @Column(column('text', 'as_audience')) asAudience!: string;
  @Column(column('text', 'topic')) topic!: string;
  /** Whether its reader sees it in the product. */
  @Column(column('boolean', 'in_product')) inProduct!: boolean;
  @Column(column('jsonb', 'params')) params!: Readonly<Record<string, string>>;
  @Column(instantColumn('created_at')) createdAt!: string;
  @Column(instantColumn('read_at', true)) readAt!: string | null;
  @Column(column('text', 'mail_state')) mailState!: 'pending' | 'sending' | 'sent' | 'failed' | 'notWanted';
  @Column(column('int', 'attempts')) attempts!: number;
  @Column(instantColumn('next_attempt_at', true)) nextAttemptAt!: string | null;
  @Column(instantColumn('sent_at', true)) sentAt!: string | null;
  @Column(maybe('text', 'last_error')) lastError!: string | null;
  /** The mail that carries it, where one was begun; several messages may share one. */
  @Column(maybe('uuid', 'mail_id')) mailId!: string | null;
  @Column(instantColumn('acknowledged_at', true)) acknowledgedAt!: string | null;
  @Column(column('text', 'message_id')) messageId!: string;
}
