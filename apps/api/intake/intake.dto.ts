import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsBoolean, IsOptional, ValidateNested } from 'class-validator';
import { consentPurposes, documentKinds, overrideCodes, rejectReasons, withdrawReasons, holdReasons, closureReasons } from '#domain';
import type { ClosureReason, ConsentPurpose, DocumentKind, OverrideCode } from '#domain';
import { ChangeDto, NotedChangeDto, ReasonedChangeDto } from '../http/change.dto.js';
import { CalendarDate, Code, Codes, Id, Ids, Maybe, OneOf, Words } from '../http/fields.js';
import { PatientInputDto } from '../patients/patient.dto.js';

const urgencies = ['emergency', 'urgent', 'routine'] as const;
type UrgencyCode = (typeof urgencies)[number];

/** A new referral, typed by the referrer or by a case manager on the referrer's behalf. */
export class OpenReferralDto extends ChangeDto {
  @Id() boardId!: string;
  @Code() tumorType!: string;
  @OneOf(urgencies) urgency!: UrgencyCode;
  @Id() originInstitutionId!: string;
  @IsOptional() @Id() referrerId!: string | null;
  /** What the board is asked. */
  @Words(8000) question!: string;
  @ValidateNested() @Type(() => PatientInputDto) patient!: PatientInputDto;
}
export class AmendReferralDto extends ChangeDto {
  @Maybe() @OneOf(urgencies) urgency?: UrgencyCode;
  @Maybe() @Code() tumorType?: string;
  @Maybe() @Id() referrerId?: string;
  @Maybe() @Words(8000) question?: string;
  @Maybe() @ValidateNested() @Type(() => PatientInputDto) patient?: PatientInputDto;
}
export class AddDocumentDto extends ChangeDto {
  @Id() fileId!: string;
  @OneOf(documentKinds) kind!: DocumentKind;
  /** BCP 47 of the document's own language. */
  @Code() language!: string;
}
const removeReasons = ['wrongPatient', 'duplicate', 'wrongKind', 'other'] as const;
export class RemoveDocumentDto extends NotedChangeDto {
  @OneOf(removeReasons) reason!: (typeof removeReasons)[number];
}
export class RecordConsentDto extends ChangeDto {
  @OneOf(consentPurposes) purpose!: ConsentPurpose;
  /** Last day on which it holds; null without end. */
  @IsOptional() @CalendarDate() until!: string | null;
  /** The signed paper, as a stored file. */
  @IsOptional() @Id() fileId!: string | null;
  @IsBoolean() byGuardian!: boolean;
}
export class WithdrawConsentDto extends NotedChangeDto {}
export class SubmitReferralDto extends ChangeDto {
  /** An emergency may begin before consent is on record, by two named clinicians. */
  @Maybe() @ArrayMinSize(2) @ArrayMaxSize(2) @ArrayUnique() @Ids(2) emergencyBegunBy?: string[];
}
export class ReturnReferralDto extends NotedChangeDto {
  /** Items of the data set that are asked for. */
  @Codes() @ArrayMinSize(1) items!: string[];
}
export class AnswerReturnDto extends NotedChangeDto {}
export class AcceptReferralDto extends NotedChangeDto {}
export class OverrideIntakeDto extends ReasonedChangeDto {
  @OneOf(overrideCodes) code!: OverrideCode;
}
export class RejectReferralDto extends NotedChangeDto {
  @OneOf(rejectReasons) because!: (typeof rejectReasons)[number];
}
export class WithdrawCaseDto extends NotedChangeDto {
  @OneOf(withdrawReasons) because!: (typeof withdrawReasons)[number];
}
export class HoldCaseDto extends NotedChangeDto {
  @OneOf(holdReasons) because!: (typeof holdReasons)[number];
  @CalendarDate() resumeBy!: string;
}
export class ResumeCaseDto extends NotedChangeDto {}
export class CloseCaseDto extends NotedChangeDto {
  @OneOf(closureReasons) because!: ClosureReason;
}
export class ReopenCaseDto extends NotedChangeDto {
  /** Why, in a code: newInformation, recurrence, closedInError, other. */
  @Code() because!: string;
}
export class NewRoundDto extends NotedChangeDto {
  /** Why, in a code: recurrence, newInformation, conditionNotMet, notFeasible, other. */
  @Code() because!: string;
}
