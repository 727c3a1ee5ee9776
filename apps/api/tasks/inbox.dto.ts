import { IsNumberString, Matches } from 'class-validator';
import { Code, Maybe, OneOf } from '../http/fields.js';

export class InboxQueryDto {
  /** `mine` (own and to claim, the default), `own`, `pool` (to claim), or `waitingOnOthers` (open tasks of one's cases that others own). */
  @Maybe() @OneOf(['mine', 'own', 'pool', 'waitingOnOthers']) of?: 'mine' | 'own' | 'pool' | 'waitingOnOthers';
  /** One kind of task only. */
  @Maybe() @Code() kind?: string;
  @Maybe() @OneOf(['emergency', 'urgent', 'routine']) urgency?: 'emergency' | 'urgent' | 'routine';
  @Maybe() @Matches(/^[A-Za-z0-9_-]{1,200}$/) after?: string;
  @Maybe() @IsNumberString() limit?: string;
}
