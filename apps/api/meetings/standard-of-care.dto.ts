import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, ValidateNested } from 'class-validator';
import { ChangeDto } from '../http/change.dto.js';
import { Id, Words } from '../http/fields.js';
import { GuidelineInputDto } from '../recommendations/recommendation.dto.js';
import { ProblemDto } from '../http/problem.dto.js';

/** A case with the standard as it stood on the screen: what the chair signs. */
export class SeenStandardDto {
  @Id() caseId!: string;
  @Words() proposal!: string;
  @IsOptional() @ValidateNested() @Type(() => GuidelineInputDto) guideline?: GuidelineInputDto | null;
}
export class SignOffStandardsDto extends ChangeDto {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => SeenStandardDto) cases!: SeenStandardDto[];
}
/** The answer of one case: signed off, or why not. */
export class SignOffAnswerDto {
  caseId!: string;
  done!: boolean;
  problem!: ProblemDto | null;
}
export class SignedOffDto {
  done!: number;
  answers!: SignOffAnswerDto[];
}
