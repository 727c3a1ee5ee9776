import { IsNumberString, IsOptional, Matches } from 'class-validator';
import type { TransferItemCode } from '#domain';
import { ChangeDto, NotedChangeDto } from '../http/change.dto.js';
import { CalendarDate, Code, Codes, Id, Maybe, OneOf } from '../http/fields.js';
import { MayDto } from '../http/may.dto.js';
import { PatientNameDto } from '../patients/patient.dto.js';
import { InstitutionRefDto, PersonRefDto, TextDto } from '../people/refs.dto.js';
import { TaskDto } from '../tasks/task.dto.js';

export type TransferStatus = 'preparing' | 'sent' | 'delivered' | 'opened' | 'accepted' | 'refused' | 'departed' | 'arrived' | 'takenOver' | 'ended';

/** One line of the two-sided checklist. */
export class TransferItemDto {
  code!: TransferItemCode;
  side!: 'sending' | 'receiving';
  /** Whether the fact it records lapses. */
  expires!: boolean;
  task!: TaskDto;
  note!: TextDto | null;
}
export class TransferStepDto {
  status!: string;
  at!: string;
  by!: PersonRefDto | null;
  /** Code: why it was refused or ended, or the condition on arrival. */
  reason!: string | null;
  note!: TextDto | null;
}

/** The transfer of a case. */
export class TransferDto {
  id!: string;
  caseId!: string;
  status!: TransferStatus;
  from!: InstitutionRefDto;
  to!: InstitutionRefDto;
  history!: TransferStepDto[];
  acceptingClinician!: PersonRefDto | null;
  plannedFor!: string | null;
  endedBecause!: string | null;
  discrepancies!: string[];
  items!: TransferItemDto[];
  done!: number;
  may!: MayDto[];
}
/** A transfer of the same patient on another case. */
export class OtherTransferDto {
  /** Null where that case is not open to the reader. */
  caseId!: string | null;
  caseNumber!: string | null;
  from!: InstitutionRefDto;
  to!: InstitutionRefDto;
  status!: TransferStatus;
  since!: string;
  /** Whom to ask to end it: the case manager of the hospital that sends. */
  owner!: PersonRefDto | null;
}
export class TransferRowDto {
  caseId!: string;
  caseNumber!: string;
  patient!: PatientNameDto | null;
  status!: TransferStatus;
  from!: InstitutionRefDto;
  to!: InstitutionRefDto;
  plannedFor!: string | null;
  done!: number;
  items!: number;
  overdue!: number;
}
export class TransferPageDto { items!: TransferRowDto[]; next!: string | null; }
export class TransferQueryDto {
  @Maybe() @Matches(/^[A-Za-z0-9_-]{1,200}$/) after?: string;
  @Maybe() @IsNumberString() limit?: string;
  /** `true`: ended ones too. */
  @Maybe() @OneOf(['true', 'false']) ended?: string;
}

export class SendTransferDto extends NotedChangeDto {}
export class ProgressTransferDto extends ChangeDto {
  @OneOf(['delivered', 'opened']) to!: 'delivered' | 'opened';
}
export class AcceptTransferDto extends NotedChangeDto {
  @Id() acceptingClinicianId!: string;
  @IsOptional() @CalendarDate() plannedFor!: string | null;
}
export class RefuseTransferDto extends NotedChangeDto {
  /** noBed, notFeasible, noAgreement, other */
  @Code() because!: string;
}
export class CompleteTransferItemDto extends NotedChangeDto {
  /** Until when the fact holds (visa, certificate, passport, bed). */
  @IsOptional() @CalendarDate() expiresOn!: string | null;
  /** Evidence, as a stored file. */
  @IsOptional() @Id() fileId!: string | null;
}
export class RecordDepartureDto extends NotedChangeDto {
  @CalendarDate() on!: string;
}
const conditions = ['asExpected', 'worse', 'better'] as const;
export class RecordArrivalDto extends NotedChangeDto {
  @OneOf(conditions) condition!: (typeof conditions)[number];
  /** What differs from what was sent, as codes: medication, allergy, documents, laterality, ... */
  @Codes(50) discrepancies!: string[];
}
export class TakeOverDto extends NotedChangeDto {}
const endCauses = ['declined', 'unfitToTravel', 'visaRefused', 'noFunds', 'treatedLocally', 'died'] as const;
export class EndTransferDto extends NotedChangeDto {
  @OneOf(endCauses) cause!: (typeof endCauses)[number];
}
