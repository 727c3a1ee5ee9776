import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, ValidateNested } from 'class-validator';
import { ChangeDto } from '../http/change.dto.js';
import { Count, Id, Maybe, Words } from '../http/fields.js';
import { MayDto } from '../http/may.dto.js';
import { ProblemDto } from '../http/problem.dto.js';
import { InstitutionRefDto } from '../people/refs.dto.js';

/** A version of a board, and how many open cases the reader may see run on it. */
export class BoardVersionDto {
  version!: number;
  publishedAt!: string;
  inForce!: boolean;
  openCases!: number;
}
/** A board's definition in force, whole, as it can be downloaded and brought back. */
export class BoardDefinitionDto {
  id!: string;
  name!: string;
  version!: number;
  host!: InstitutionRefDto;
  /** After the JSON Schema `urn:consilium:board-definition`. */
  definition!: Record<string, unknown>;
  /** Newest first. */
  versions!: BoardVersionDto[];
  may!: MayDto[];
}

/** A definition that is not published yet. */
export class CheckBoardDto { @IsObject() definition!: Record<string, unknown>; }
/** What is wrong, with its place in the definition. */
export class BoardFaultDto {
  /** `/quorum/minimumSpecialties`. */
  at!: string;
  code!: string;
  sentence!: string;
}
/** One thing that is otherwise than in the version in force. */
export class BoardDifferenceDto { code!: string; sentence!: string; }
export class CheckedBoardDto {
  /** Empty: it may be published. */
  faults!: BoardFaultDto[];
  /** Against the version in force; empty also where the definition can't be read. */
  differences!: BoardDifferenceDto[];
  /** The version that the differences are told against. */
  against!: number;
}

export class PublishDefinitionDto extends ChangeDto {
  @IsObject() definition!: Record<string, unknown>;
  /** The version that was on the screen. */
  @Count(1) onVersion!: number;
}

/** An item of a data set by its name. */
export class ItemNameDto { id!: string; name!: string; }
/** What moving an open case to the version in force would change for it. Its deadlines stay. */
export class CaseMoveDto {
  caseId!: string;
  caseNumber!: string;
  version!: number;
  tumorType!: string;
  stage!: string;
  becomesMissing!: ItemNameDto[];
  noLongerAsked!: ItemNameDto[];
  secondPathology!: 'begins' | 'ends' | null;
  /** Asked newly, and answered already or needless by what another field says. */
  settled!: ItemNameDto[];
  /** What somebody was asked for and nobody owes any more. */
  requestsEnded!: ItemNameDto[];
  /** Why it can't be moved: `BOARD.TUMOR_TYPE_GONE`; null where it can. */
  because!: string | null;
}
export class CaseMovesDto {
  toVersion!: number;
  items!: CaseMoveDto[];
  /** Cursor of the next page. */
  next!: string | null;
}
export class CaseMovesQueryDto { @Maybe() @Id() after?: string; }

export class MovedCaseDto { @Id() caseId!: string; /** The version on which it was seen. */ @Count(1) fromVersion!: number; }
export class MoveCasesDto extends ChangeDto {
  @Count(2) toVersion!: number;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => MovedCaseDto) cases!: MovedCaseDto[];
  @Words(2_000) reason!: string;
}
export class MoveAnswerDto { caseId!: string; done!: boolean; problem!: ProblemDto | null; }
export class CasesMovedDto { done!: number; answers!: MoveAnswerDto[]; }
