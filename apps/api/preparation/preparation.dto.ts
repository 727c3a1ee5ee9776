import { requestEnds, requestedOf } from '#domain';
import type { RequestedOf } from '#domain';
import { IsBoolean, IsOptional, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { ChangeDto, NotedChangeDto } from '../http/change.dto.js';
import { Code, Id, OneOf, PartialDateField, Words } from '../http/fields.js';
import { MayDto } from '../http/may.dto.js';
import { FormDto } from '../intake/form.dto.js';
import { CompletenessItemDto } from '../intake/referral.dto.js';
import { PersonRefDto, TextDto } from '../people/refs.dto.js';
import { TaskDto } from '../tasks/task.dto.js';

/** An earlier treatment by its codes: kind, country, and when it began as it was told. */
export class TreatmentSourceDto {
  @Code() kind!: string;
  @Code() country!: string;
  @IsOptional() @PartialDateField() from!: string | null;
}

export class RequestItemDto extends NotedChangeDto {
  /** Item of the data set; null for a treatment's papers. */
  @IsOptional() @Code() item!: string | null;
  @IsOptional() @ValidateNested() @Type(() => TreatmentSourceDto) treatment!: TreatmentSourceDto | null;
  @OneOf(requestedOf) of!: RequestedOf;
  @IsOptional() @Id() personId!: string | null;
  @IsBoolean() neededForMeeting!: boolean;
  /** The hospital, laboratory or doctor outside, in words. */
  @IsOptional() @Words(300) source?: string;
}
export class ChaseItemDto extends NotedChangeDto {}
export class AnswerItemDto extends NotedChangeDto {}
export class CancelItemRequestDto extends ChangeDto {
  @OneOf(requestEnds) reason!: (typeof requestEnds)[number];
}

export class AttachTranslationDto extends ChangeDto {
  /** The original. */
  @Id() ofId!: string;
  @OneOf(['machine', 'person']) how!: 'machine' | 'person';
  @IsOptional() @Id() translatorId!: string | null;
}
export class VerifyTranslationDto extends ChangeDto {}

export class ChasedDto { count!: number; at!: string; by!: PersonRefDto; }

/** Something asked for: its task says who has it, until when, and how it ended. */
export class ItemRequestDto {
  task!: TaskDto;
  item!: string | null;
  treatment!: TreatmentSourceDto | null;
  of!: RequestedOf;
  source!: TextDto | null;
  note!: TextDto | null;
  askedBy!: PersonRefDto | null;
  neededForMeeting!: boolean;
  chased!: ChasedDto | null;
}

/** An earlier treatment in its place in time. */
export class TreatmentDto {
  source!: TreatmentSourceDto;
  institution!: string | null;
  from!: string | null;
  to!: string | null;
  /** First and last day that the dates as told may mean; null where none was told. */
  earliest!: string | null;
  latest!: string | null;
  /** False where the one before may as well have come later. */
  orderKnown!: boolean;
  regimen!: string | null;
  result!: string | null;
  document!: 'present' | 'requested' | 'none' | null;
  /** Task of the open request for its papers. */
  requestId!: string | null;
}

/** How a case is being made ready: what its file misses, of whom that is asked, and what was done before. */
export class PreparationDto {
  /** The referral form, whose fields are the items. */
  form!: FormDto;
  completeness!: CompletenessItemDto[];
  /** Open ones, and those of this round that ended. */
  requests!: ItemRequestDto[];
  treatments!: TreatmentDto[];
  /** Why there are none: not known, not applicable, with the reason in words. */
  treatmentsAnswer!: TreatmentsAnswerDto | null;
  /** Whom one can ask by name. */
  people!: PersonRefDto[];
  may!: MayDto[];
}
export class TreatmentsAnswerDto { state!: 'notKnown' | 'notApplicable'; reason!: string; }
