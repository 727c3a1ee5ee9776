import { IsBoolean, IsNumberString, Matches, Max } from 'class-validator';
import { disciplines } from '#domain';
import type { Discipline, Voice } from '#domain';
import { ChangeDto } from '../http/change.dto.js';
import { Code, Count, Id, Ids, InstantField, Maybe, OneOf, Words } from '../http/fields.js';

const voices: readonly Voice[] = [...disciplines, 'patientsView'];

export class MeetingQueryDto {
  @Maybe() @Id() boardId?: string;
  /** `coming` (default) or `past`. */
  @Maybe() @OneOf(['coming', 'past']) when?: 'coming' | 'past';
  @Maybe() @Matches(/^[A-Za-z0-9_-]{1,200}$/) after?: string;
  @Maybe() @IsNumberString() limit?: string;
}
export class PlanMeetingDto extends ChangeDto {
  @Id() boardId!: string;
  @InstantField() startsAt!: string;
  /** IANA zone in which the wall time is meant. */
  @Matches(/^[A-Za-z_]+\/[A-Za-z_/+-]+$|^UTC$/) zone!: string;
  @Count(10) @Max(600) minutes!: number;
  @Words(300) place!: string;
}
export class MoveMeetingDto extends ChangeDto {
  @InstantField() startsAt!: string;
}
export class ConfirmDateDto extends ChangeDto {}
export class CancelMeetingDto extends ChangeDto {
  /** Why, in a code: chairAbsent, noCases, holiday, other. */
  @Code() because!: string;
}
export class OrderAgendaDto extends ChangeDto {
  @Ids(200) order!: string[];
}
export class AnswerInvitationDto extends ChangeDto {
  @OneOf(['coming', 'byVideo', 'notComing']) answer!: 'coming' | 'byVideo' | 'notComing';
}
export class OpenMeetingDto extends ChangeDto {
  @Id() chairId!: string;
  @Maybe() @Id() scribeId?: string;
}
export class RecordAttendanceDto extends ChangeDto {
  @Id() personId!: string;
  @OneOf(disciplines) discipline!: Discipline;
  @Id() institutionId!: string;
  @OneOf(['present', 'byVideo']) how!: 'present' | 'byVideo';
  @Maybe() @Id() substituteFor?: string;
}
export class ChangeAttendanceDto extends ChangeDto {
  @OneOf(['present', 'byVideo']) how!: 'present' | 'byVideo';
}
export class EndAttendanceDto extends ChangeDto {}
export class HandOnChairDto extends ChangeDto {
  @Id() chairId!: string;
}
export class TakeUpCaseDto extends ChangeDto {
  @Id() caseId!: string;
}
export class TakeBreakDto extends ChangeDto {}
export class RecordHeardDto extends ChangeDto {
  /** A field, or `patientsView`. */
  @OneOf(voices) voice!: Voice;
  @IsBoolean() heard!: boolean;
}
export class SetTimeBoxDto extends ChangeDto {
  /** Clock minutes; absent: its share of the sitting. */
  @Maybe() @Count(1) @Max(120) minutes?: number;
}
export class CloseMeetingDto extends ChangeDto {}
export class ApproveMinutesDto extends ChangeDto {}
