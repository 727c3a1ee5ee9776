import { IsNumberString, Matches } from 'class-validator';
import { Maybe, OneOf } from '../http/fields.js';

export class InboxQueryDto {
  /** `mine` (own and to claim, the default) or `waitingOnOthers` (open tasks of one's cases that others own). */
  @Maybe() @OneOf(['mine', 'waitingOnOthers']) of?: 'mine' | 'waitingOnOthers';
  @Maybe() @Matches(/^[A-Za-z0-9_-]{1,200}$/) after?: string;
  @Maybe() @IsNumberString() limit?: string;
}
