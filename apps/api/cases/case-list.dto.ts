import { IsBooleanString, IsNumberString, Matches } from 'class-validator';
import { caseStatuses, stages } from '#domain';
import { Code, Id, Maybe, OneOf } from '../http/fields.js';

/** Filters of the case board and its table; all of them opaque ids and codes, so that they may stand in an address. */
export class CaseFilterDto {
  @Maybe() @Id() boardId?: string;
  @Maybe() @OneOf([...stages, 'draft', 'closed']) column?: string;
  @Maybe() @Code() tumorType?: string;
  @Maybe() @OneOf(['emergency', 'urgent', 'routine']) urgency?: string;
  @Maybe() @OneOf(caseStatuses) status?: string;
  @Maybe() @Id() originId?: string;
  /** Cases with an open task of this person. */
  @Maybe() @Id() ownerId?: string;
  @Maybe() @Id() meetingId?: string;
  /** `true`: only cases with a task overdue. */
  @Maybe() @IsBooleanString() late?: string;
  /** Cases of which a waiting-time clock is at least so far. */
  @Maybe() @OneOf(['amber', 'red', 'breached']) waiting?: string;
  /** `true`: closed, withdrawn and rejected ones too. */
  @Maybe() @IsBooleanString() closed?: string;
}
/** A page of the table, by key: nearest due first. */
export class CasePageQueryDto extends CaseFilterDto {
  @Maybe() @Matches(/^[A-Za-z0-9_-]{1,200}$/) after?: string;
  @Maybe() @IsNumberString() limit?: string;
}
