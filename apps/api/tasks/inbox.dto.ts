import { IsNumberString, Matches } from 'class-validator';
import { Code, Maybe, OneOf } from '../http/fields.js';

export class InboxQueryDto {
  /** `mine` (own and to claim, the default), `own`, `pool` (to claim), `handedToMe` (offered by name, to accept or refuse), or `waitingOnOthers` (of one's cases and owned by others, delegated, or handed over and not accepted yet). */
  @Maybe() @OneOf(['mine', 'own', 'pool', 'handedToMe', 'waitingOnOthers']) of?: 'mine' | 'own' | 'pool' | 'handedToMe' | 'waitingOnOthers';
  /** One kind of task only. */
  @Maybe() @Code() kind?: string;
  @Maybe() @OneOf(['emergency', 'urgent', 'routine']) urgency?: 'emergency' | 'urgent' | 'routine';
  /** Reviews only that usually take no longer, in minutes of work. */
  @Maybe() @Matches(/^([1-9]|[1-9]\d|1[01]\d|120)$/) minutes?: string;
  @Maybe() @Matches(/^[A-Za-z0-9_-]{1,200}$/) after?: string;
  @Maybe() @IsNumberString() limit?: string;
}
