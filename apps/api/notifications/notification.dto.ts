import { IsNumberString, Matches } from 'class-validator';
import { ChangeDto } from '../http/change.dto.js';
import { Maybe, OneOf } from '../http/fields.js';

/** What somebody was told. Sentence under `notifications.kinds.<kind>`; no patient data in it. */
export class NotificationDto {
  id!: string;
  kind!: string;
  markKind!: string;
  /** As what one hears it: owner, deputy, head, caseManagers, ... */
  as!: string;
  caseId!: string | null;
  caseNumber!: string | null;
  taskId!: string | null;
  /** Codes, numbers and instants that fill the sentence. */
  params!: Record<string, unknown>;
  createdAt!: string;
  readAt!: string | null;
  /** Delivery log of the mail. */
  mail!: MailDto;
}
export class MailDto {
  state!: 'pending' | 'sending' | 'sent' | 'failed' | 'notWanted';
  attempts!: number;
  sentAt!: string | null;
}
export class NotificationPageDto { items!: NotificationDto[]; unread!: number; next!: string | null; }
export class NotificationQueryDto {
  @Maybe() @Matches(/^[A-Za-z0-9_-]{1,200}$/) after?: string;
  @Maybe() @IsNumberString() limit?: string;
  @Maybe() @OneOf(['true', 'false']) unread?: string;
}
export class ReadNotificationDto extends ChangeDto {}
export class ReadDoneDto { unread!: number; }
