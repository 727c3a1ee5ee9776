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
export class MarkStandardOfCareDto extends ReasonedChangeDto {}
export class UnmarkStandardOfCareDto extends ChangeDto {}
