import { IsBoolean, IsOptional } from 'class-validator';
import { followUpStatuses, notCarriedOutReasons, recurrenceFindings } from '#domain';
import type { FollowUpStatus, NotCarriedOutBecause, RecurrenceFound } from '#domain';
import { NotedChangeDto } from '../http/change.dto.js';
import { Count, OneOf } from '../http/fields.js';
import { MayDto } from '../http/may.dto.js';
import { TextDto } from '../people/refs.dto.js';

/** "Was it carried out?", asked at 14, 30 and 90 days. */
export class FollowUpDto {
  day!: number;
  dueAt!: string;
  taskId!: string | null;
  answer!: 'yes' | 'partly' | 'otherwise' | 'no' | null;
  because!: NotCarriedOutBecause | null;
  note!: TextDto | null;
  answeredAt!: string | null;
  may!: MayDto[];
}

/** A visit of the tumor type's plan, so many months after acknowledgement; `carriedOut` is null until it was told of. */
export class FollowUpVisitDto {
  month!: number;
  dueAt!: string;
  taskId!: string | null;
  carriedOut!: boolean | null;
  because!: NotCarriedOutBecause | null;
  status!: FollowUpStatus | null;
  localRecurrence!: RecurrenceFound | null;
  distantRecurrence!: RecurrenceFound | null;
  ecog!: number | null;
  msts!: number | null;
  note!: TextDto | null;
  recordedAt!: string | null;
}

/** How the patient was at a visit. */
export class RecordFollowUpVisitDto extends NotedChangeDto {
  @IsBoolean() carriedOut!: boolean;
  /** Needed where the visit was not carried out. */
  @IsOptional() @OneOf(notCarriedOutReasons) because!: NotCarriedOutBecause | null;
  @OneOf(followUpStatuses) status!: FollowUpStatus;
  @OneOf(recurrenceFindings) localRecurrence!: RecurrenceFound;
  @OneOf(recurrenceFindings) distantRecurrence!: RecurrenceFound;
  /** 0 to 4. */
  @IsOptional() @Count() ecog!: number | null;
  /** 0 to 30, of musculoskeletal sarcoma. */
  @IsOptional() @Count() msts!: number | null;
}

const answers = ['yes', 'partly', 'otherwise', 'no'] as const;
export class AnswerFollowUpDto extends NotedChangeDto {
  @OneOf(answers) answer!: (typeof answers)[number];
  /** Needed where the answer is not yes. */
  @IsOptional() @OneOf(notCarriedOutReasons) because!: NotCarriedOutBecause | null;
}
