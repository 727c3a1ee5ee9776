import { ArrayMaxSize, ArrayMinSize, IsBoolean, IsOptional, Matches, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { deferralCauses, explainedPlaces, intents, lateralities, letterLanguages, letterRecallReasons, modalities, patientDecisionReasons, secondOpinionAnswers, secondOpinionReasons } from '#domain';
import type { DeferralCause, ExplainedPlace, Intent, LetterLanguage, LetterRecallReason, Modality, PatientDecisionReason, SecondOpinionAnswer, SecondOpinionReason } from '#domain';
import { ChangeDto, NotedChangeDto, ReasonedChangeDto } from '../http/change.dto.js';
import { CalendarDate, Code, Id, Maybe, OneOf, SomeOf, Words } from '../http/fields.js';

/** Someone's dissent or abstention in their own words. */
export class VoiceDto {
  @Id() personId!: string;
  @Words(4000) reason!: string;
}
export class GuidelineInputDto {
  @Code() code!: string;
  @Words(80) edition!: string;
}
/** An option that was weighed. */
export class OptionInputDto {
  @Words(4000) option!: string;
  @Maybe() @Words(4000) favours?: string;
  @Maybe() @Words(4000) against?: string;
}
/** A result that is not there yet. */
export class PendingResultInputDto {
  @Words(4000) what!: string;
  @Id() ownerId!: string;
  @CalendarDate() dueDate!: string;
  @Words(4000) wouldChange!: string;
}
const feasible = ['yes', 'no', 'notKnown'] as const;
/** What the meeting recommends; refused without quorum. */
export class RecordRecommendationDto extends ChangeDto {
  @Id() meetingId!: string;
  @OneOf(intents) intent!: Intent;
  @SomeOf(modalities) @ArrayMinSize(1) modalities!: Modality[];
  @IsOptional() @OneOf(lateralities) laterality!: string | null;
  /** null: off guideline, with `offGuidelineReason`. */
  @IsOptional() @ValidateNested() @Type(() => GuidelineInputDto) guideline!: GuidelineInputDto | null;
  @Id() responsibleId!: string;
  @CalendarDate() dueDate!: string;
  @IsOptional() @Id() advisesTransferTo!: string | null;
  @Words() proposal!: string;
  @Words() rationale!: string;
  @Maybe() @Words() offGuidelineReason?: string;
  @Maybe() @Words() conditions?: string;
  /** What to do where the proposal is not feasible at the origin. */
  @Maybe() @Words() alternative?: string;
  @Maybe() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => OptionInputDto) options?: OptionInputDto[];
  /** Whether the proposal can be carried out where the patient comes from. */
  @Maybe() @OneOf(feasible) feasibleAtOrigin?: (typeof feasible)[number];
  @Maybe() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => PendingResultInputDto) pendingResults?: PendingResultInputDto[];
  @ValidateNested({ each: true }) @Type(() => VoiceDto) dissents!: VoiceDto[];
  @ValidateNested({ each: true }) @Type(() => VoiceDto) abstentions!: VoiceDto[];
}
export class DeferCaseDto extends NotedChangeDto {
  @Id() meetingId!: string;
  @OneOf(deferralCauses) cause!: DeferralCause;
}
const otherOutcomes = ['coveredByStandard', 'referredToOtherBoard', 'discussAgainByDate'] as const;
export class RecordOtherOutcomeDto extends ReasonedChangeDto {
  @Id() meetingId!: string;
  @OneOf(otherOutcomes) kind!: (typeof otherOutcomes)[number];
  @IsOptional() @CalendarDate() againBy!: string | null;
}
export class SignRecommendationDto extends ChangeDto {
  /** The outcome's `textHash` as it was on the screen. */
  @Matches(/^[0-9a-f]{64}$/) seenTextHash!: string;
}
export class RefuseSignatureDto extends ReasonedChangeDto {}
export class AcknowledgeRecommendationDto extends NotedChangeDto {}
/** Who explained the recommendation to the patient, where, on which day. */
export class ExplainedInputDto {
  @Id() by!: string;
  @OneOf(explainedPlaces) where!: ExplainedPlace;
  @CalendarDate() on!: string;
}
export class RecordPatientDecisionDto extends ReasonedChangeDto {
  @OneOf(['accepted', 'declined', 'undecided']) decision!: 'accepted' | 'declined' | 'undecided';
  /** What weighed, where it is no or not yet. */
  @IsOptional() @OneOf(patientDecisionReasons) because?: PatientDecisionReason | null;
  @Maybe() @ValidateNested() @Type(() => ExplainedInputDto) explained?: ExplainedInputDto;
}
export class AskSecondOpinionDto extends NotedChangeDto {
  @OneOf(secondOpinionReasons) because!: SecondOpinionReason;
  /** `sameBoard`: it speaks again, in a new round. `otherBoard`: the origin refers the case there. */
  @OneOf(['sameBoard', 'otherBoard']) where!: 'sameBoard' | 'otherBoard';
}
export class SendSecondOpinionDto extends NotedChangeDto {
  /** The hospital, board or doctor that it was sent to, in words. */
  @Words(300) recipient!: string;
}
export class RecordSecondOpinionDto extends NotedChangeDto {
  @OneOf(secondOpinionAnswers) answer!: SecondOpinionAnswer;
}
export class AskForLetterDto extends ChangeDto {
  @OneOf(letterLanguages) language!: LetterLanguage;
  /** In plain words, for the patient. */
  @IsBoolean() plain!: boolean;
}
export class RecallLetterDto extends NotedChangeDto {
  @OneOf(letterRecallReasons) because!: LetterRecallReason;
  /** `newLetter`: the decision stands and a corrected letter follows. `discussAgain`: the board speaks again. */
  @OneOf(['newLetter', 'discussAgain']) next!: 'newLetter' | 'discussAgain';
}
export class ConfirmOutcomeDto extends NotedChangeDto {}
export class DiscussOutcomeAgainDto extends NotedChangeDto {}
export class NameAddresseeDto extends ChangeDto {
  @Id() personId!: string;
}
export class VerifyLetterDto {
  /** SHA-256 (hex) of the letter's bytes, computed in the browser. */
  @Matches(/^[0-9a-f]{64}$/) sha256!: string;
}
/** Whether a letter is one of ours. Nothing about the patient. */
export class LetterVerdictDto {
  verdict!: 'signed' | 'draft' | 'superseded' | 'recalled' | 'unknown';
  caseNumber!: string | null;
  language!: LetterLanguage | null;
  /** In plain words, for the patient: the clinical letter is the one that counts. */
  plain!: boolean;
  signedAt!: string | null;
  recalledAt!: string | null;
  recalledBecause!: LetterRecallReason | null;
  /** The copy that says on each page that the letter was called back. */
  markedCopy!: boolean;
}
