import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsNumberString, IsOptional, Matches, MaxLength, ValidateNested } from 'class-validator';
import { mailTimes, notificationChannels, notificationTopics, type MailTime, type NotificationChannel, type NotificationTopic } from '#domain';
import { ChangeDto } from '../http/change.dto.js';
import { Id, Maybe, OneOf, Words } from '../http/fields.js';
import { PersonRefDto } from '../people/refs.dto.js';

/** Languages in which the product writes mails. */
export const mailLanguages = ['en', 'he', 'kk', 'ru', 'zh'] as const;

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
  /** What its reader can set: `escalation`, `reminder`, `offer`, ... */
  topic!: NotificationTopic;
  /** Codes, numbers and instants that fill the sentence. */
  params!: Record<string, unknown>;
  createdAt!: string;
  readAt!: string | null;
  /** When its reader acknowledged it; escalations only. */
  acknowledgedAt!: string | null;
  /** Whether it can be acknowledged. */
  toAcknowledge!: boolean;
  /** The person whom it names, such as the one whose address takes no mail. */
  person!: PersonRefDto | null;
  /** Delivery log of the mail. */
  mail!: MailDto;
}
export class MailDto {
  state!: 'pending' | 'sending' | 'sent' | 'failed' | 'notWanted';
  attempts!: number;
  sentAt!: string | null;
  /** What it waits for: the end of quiet hours, or the daily digest. */
  held!: 'quietHours' | 'digest' | null;
  waitsUntil!: string | null;
}
export class NotificationPageDto { items!: NotificationDto[]; unread!: number; next!: string | null; }
export class NotificationQueryDto {
  @Maybe() @Matches(/^[A-Za-z0-9_-]{1,200}$/) after?: string;
  @Maybe() @IsNumberString() limit?: string;
  @Maybe() @OneOf(['true', 'false']) unread?: string;
}
export class ReadNotificationDto extends ChangeDto {}
export class AcknowledgeEscalationDto extends ChangeDto {}
export class ReadDoneDto { unread!: number; }

/** How one hears of a kind of message. */
export class TopicSettingDto {
  @OneOf(notificationTopics) topic!: NotificationTopic;
  @IsBoolean() product!: boolean;
  @OneOf(mailTimes) mail!: MailTime;
  /** To the browsers that one switched on; without it as before there was push. */
  @Maybe() @IsBoolean() push?: boolean;
}
export class TopicShownDto extends TopicSettingDto {
  override push!: boolean;
  /** Can't be muted. */
  locked!: boolean;
}
/** "HH:MM" by the clock of one's own zone. */
export class QuietHoursDto {
  @Matches(/^\d\d:\d\d$/) from!: string;
  @Matches(/^\d\d:\d\d$/) to!: string;
}
/** A browser of one's own that takes push messages. */
export class PushBrowserDto {
  id!: string;
  /** As it named itself when it was switched on. */
  browser!: string;
  since!: string;
  /** SHA-256 of its address at the push service, base64url: by it a browser knows itself. */
  endpointHash!: string;
}
export class PushDto {
  /** What a browser subscribes with; null where this installation pushes nothing. */
  publicKey!: string | null;
  browsers!: PushBrowserDto[];
}
/** What the browser's `PushSubscription` says of itself. */
export class SubscribePushDto extends ChangeDto {
  @Matches(/^https:\/\/[^\s]+$/) @MaxLength(2000) endpoint!: string;
  /** 65 bytes in base64url. */
  @Matches(/^[A-Za-z0-9_-]{87}$/) p256dh!: string;
  /** 16 bytes in base64url. */
  @Matches(/^[A-Za-z0-9_-]{22}$/) auth!: string;
  @Words(100) browser!: string;
}
export class UnsubscribePushDto extends ChangeDto { @Id() id!: string; }
export class SubscribedDto { id!: string; }
/** How one hears of things, whole; for oneself only. */
export class NotificationSettingsDto {
  topics!: TopicShownDto[];
  quietHours!: QuietHoursDto | null;
  digestAt!: string;
  /** Language of mails. */
  language!: string;
  /** Languages in which mails are written. */
  languages!: string[];
  /** Zone by which quiet hours and the digest are counted. */
  zone!: string;
  email!: string;
  push!: PushDto;
  /** Rises with every change: send it back as `seenVersion`. */
  version!: number;
}
export class ChangeNotificationSettingsDto extends ChangeDto {
  @IsArray() @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => TopicSettingDto) topics!: TopicSettingDto[];
  @IsOptional() @ValidateNested() @Type(() => QuietHoursDto) quietHours!: QuietHoursDto | null;
  @Matches(/^\d\d:\d\d$/) digestAt!: string;
  @OneOf(mailLanguages) language!: string;
}
export class MuteNotificationsDto extends ChangeDto {
  @OneOf(notificationTopics) topic!: NotificationTopic;
  @OneOf(notificationChannels) channel!: NotificationChannel;
  @IsBoolean() muted!: boolean;
}
