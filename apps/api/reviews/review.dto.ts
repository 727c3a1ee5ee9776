import { IsBoolean, IsOptional } from 'class-validator';
import { discordanceGrades } from '#domain';
import type { DiscordanceGrade } from '#domain';
import { OpinionDto } from '../cases/case-view.dto.js';
import { DocumentDto } from '../files/file.dto.js';
import { ChangeDto, NotedChangeDto, ReasonedChangeDto } from '../http/change.dto.js';
import { Codes, Count, Id, OneOf } from '../http/fields.js';
import { MayDto } from '../http/may.dto.js';
import { DraftDto, FormDto } from '../intake/form.dto.js';
import { PatientDto } from '../patients/patient.dto.js';
import { InstitutionRefDto, PersonRefDto, TextDto } from '../people/refs.dto.js';
import { DisagreementDto, RecistDto } from './review-parts.dto.js';
import { PrefilledDto, ScoreDto } from './score.dto.js';
import { AskedOpinionDto } from './opinion-request.dto.js';
import { TaskDto } from '../tasks/task.dto.js';

/** An opinion with its form and answers. */
export class OpinionViewDto {
  opinion!: OpinionDto;
  form!: FormDto;
  answers!: Record<string, unknown>;
  recist!: RecistDto | null;
  scores!: ScoreDto[];
  /** Earlier and later versions of it, newest first. */
  versions!: OpinionDto[];
  reason!: TextDto | null;
  may!: MayDto[];
}

/** Material that was asked for. */
export class MaterialDto {
  taskId!: string;
  items!: string[];
  note!: TextDto | null;
  askedAt!: string;
  pausesClock!: boolean;
  suppliedAt!: string | null;
}

/** The review screen: evidence beside the form. */
export class ReviewViewDto {
  caseId!: string;
  caseNumber!: string;
  patient!: PatientDto | null;
  tumorType!: string;
  laterality!: string | null;
  urgency!: 'emergency' | 'urgent' | 'routine';
  origin!: InstitutionRefDto;
  referrer!: PersonRefDto | null;
  question!: TextDto | null;
  /** What was asked of the discipline, where this is no review. */
  asked!: AskedOpinionDto | null;
  task!: TaskDto;
  form!: FormDto;
  draft!: DraftDto;
  /** Fields that must still be answered before signing. */
  left!: string[];
  /** Whether signing asks for a grade of discordance with the outside diagnosis. */
  asksDiscordance!: boolean;
  documents!: DocumentDto[];
  /** The referral form and its answers, read-only. */
  referralForm!: FormDto;
  referralAnswers!: Record<string, unknown>;
  opinions!: OpinionDto[];
  disagreements!: DisagreementDto[];
  /** What is known already of fields that are still empty. */
  prefill!: PrefilledDto[];
  material!: MaterialDto[];
  /** The opinion that came of it, once signed. */
  signed!: OpinionViewDto | null;
  may!: MayDto[];
}

/** Signs the form as it was seen: refused where a newer version exists, or the sign-in is older than ten minutes. */
export class SignReviewDto extends ChangeDto {
  @Id() draftId!: string;
  @Count(1) seenDraftVersion!: number;
  @IsOptional() @OneOf(discordanceGrades) discordance!: DiscordanceGrade | null;
}
export class AmendOpinionDto extends ReasonedChangeDto {
  @Id() draftId!: string;
  @Count(1) seenDraftVersion!: number;
  @IsOptional() @OneOf(discordanceGrades) discordance!: DiscordanceGrade | null;
}
export class RequestMaterialDto extends NotedChangeDto {
  /** slides, blocks, study, report, ... */
  @Codes(50) items!: string[];
  @IsBoolean() pausesClock!: boolean;
}
