import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { GuidelineInputDto } from '../recommendations/recommendation.dto.js';
import { ChangeDto, NotedChangeDto, ReasonedChangeDto } from '../http/change.dto.js';
import { Count, Id, Code } from '../http/fields.js';

export class DeclareConflictDto extends NotedChangeDto {
  @Id() personId!: string;
}
/** A ready move made by hand while the process is behind; the workflow then finds it done. */
export class MakeMoveDto extends ChangeDto {
  @Count() round!: number;
}
export class AcceptIncompleteFileDto extends ReasonedChangeDto {}
export class ListForMeetingDto extends ChangeDto {
  @Id() meetingId!: string;
}
export class DelistFromMeetingDto extends NotedChangeDto {
  @Id() meetingId!: string;
  /** Why, in a code: incomplete, withdrawnByReferrer, listedInError, other. */
  @Code() cause!: string;
}
export class MarkStandardOfCareDto extends ReasonedChangeDto {
  /** By which guideline and edition; identifiers only. */
  @IsOptional() @ValidateNested() @Type(() => GuidelineInputDto) guideline?: GuidelineInputDto | null;
}
export class UnmarkStandardOfCareDto extends ChangeDto {}
