import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import type { ReplanCause, TaskKind } from '#domain';
import { Count, Id, Maybe } from '../http/fields.js';
import { LeaveInputDto } from '../people/people.dto.js';
import { InstitutionRefDto, PersonRefDto } from '../people/refs.dto.js';
import type { Light } from '../tasks/task.dto.js';
import { NamedLadderDto } from './policy.dto.js';

/** A change that is not made yet: one of a calendar's draft, a person's leave, or a board's times. */
export class DryRunDto {
  @Maybe() @Id() institutionId?: string;
  /** Number of the hospital's draft. */
  @Maybe() @Count(1) draft?: number;
  @Maybe() @Id() personId?: string;
  @Maybe() @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => LeaveInputDto) leave?: LeaveInputDto[];
  @Maybe() @Id() boardId?: string;
  @Maybe() @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => NamedLadderDto) ladders?: NamedLadderDto[];
  /** Cursor of the next page. */
  @Maybe() @Id() after?: string;
}
export class MovedMarkDto {
  mark!: string;
  kind!: 'remind' | 'escalate' | 'expire';
  /** null: it was not there before. */
  from!: string | null;
  /** null: it is not there any more. */
  to!: string | null;
}
export class MovedTaskDto {
  caseId!: string;
  caseNumber!: string;
  taskId!: string;
  kind!: TaskKind;
  institution!: InstitutionRefDto;
  owner!: PersonRefDto | null;
  dueFrom!: string;
  dueTo!: string;
  zone!: string;
  lightFrom!: Light;
  lightTo!: Light;
  moved!: MovedMarkDto[];
}
export class DryRunResultDto {
  items!: MovedTaskDto[];
  /** Over all pages from here on. */
  counts!: DryRunCountsDto;
  next!: string | null;
}
/** Open deadlines looked at, those that move, and those whose card turns red (overdue) or is red no longer. */
export class DryRunCountsDto { open!: number; moved!: number; turnRed!: number; turnGreen!: number; }

/** An order to plan deadlines anew: how many cases moved, stayed or failed, of how many. */
export class ReplanningDto {
  id!: string;
  cause!: ReplanCause;
  institution!: InstitutionRefDto | null;
  requestedAt!: string;
  requestedBy!: PersonRefDto | null;
  total!: number | null;
  moved!: number;
  stayed!: number;
  failed!: number;
  doneAt!: string | null;
}
export class ReplanningsDto { items!: ReplanningDto[]; }
