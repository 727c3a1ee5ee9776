import { IsNumberString, Matches } from 'class-validator';
import type { NotificationTopic } from '#domain';
import { Id, Maybe, OneOf } from '../http/fields.js';
import { PersonRefDto } from '../people/refs.dto.js';

/** One attempt to send one mail, or one push message to one browser. */
export class DeliveryDto {
  /** The mail's or push message's own. */
  mailId!: string;
  channel!: 'mail' | 'push';
  at!: string;
  person!: PersonRefDto;
  email!: string;
  /** How many messages it carries. */
  messages!: number;
  /** Kind of the most urgent of them. */
  topic!: NotificationTopic;
  /** `later`: the server asked to try again. */
  result!: 'accepted' | 'later' | 'refused';
  /** `MAIL.ADDRESS_REFUSED`, `PUSH.GONE`, ...; null where it was accepted. */
  code!: string | null;
  smtpCode!: number | null;
  /** What the push service answered. */
  httpStatus!: number | null;
}
/** An address that took no mail the last time. */
export class RefusingAddressDto {
  person!: PersonRefDto;
  email!: string;
  since!: string;
  code!: string;
}
export class DeliveryPageDto { items!: DeliveryDto[]; refusing!: RefusingAddressDto[]; next!: string | null; }
export class DeliveryQueryDto {
  @Maybe() @Id() personId?: string;
  @Maybe() @OneOf(['accepted', 'later', 'refused']) result?: DeliveryDto['result'];
  @Maybe() @Matches(/^[A-Za-z0-9_-]{1,200}$/) after?: string;
  @Maybe() @IsNumberString() limit?: string;
}
