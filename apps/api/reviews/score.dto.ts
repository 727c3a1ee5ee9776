import type { ScoreCode } from '#domain';
import { DisagreementDto, RecistDto } from './review-parts.dto.js';

/** An answer that a score was made of; `from` is null where it is the form's own, else `referral`, an opinion's kind or its discipline. */
export class UsedDto {
  what!: string;
  value!: string;
  from!: string | null;
}
/** A score with its reasoning as codes; without value it was not computed, and `because` says why. */
export class ScoreDto {
  code!: ScoreCode;
  value!: string | null;
  because!: string;
  missing!: string[];
  used!: UsedDto[];
  advice!: string | null;
  source!: string;
}
/** What follows from a form as last saved. */
export class ComputedDto {
  /** Version of the draft that was read. */
  version!: number;
  recist!: RecistDto | null;
  scores!: ScoreDto[];
  disagreements!: DisagreementDto[];
}
/** Scores of one signed opinion. */
export class OpinionScoresDto {
  opinionId!: string;
  scores!: ScoreDto[];
}
/** What is known already of a field that is still empty, and where it stands. */
export class PrefilledDto {
  field!: string;
  answer!: Record<string, unknown>;
  from!: string;
}
