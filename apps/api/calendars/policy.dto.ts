import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsNumber, Matches, Max, Min, ValidateNested } from 'class-validator';
import type { AllowanceUnit, Audience, Urgency } from '#domain';
import { ChangeDto } from '../http/change.dto.js';
import { Code, Id, Maybe, OneOf, SomeOf } from '../http/fields.js';
import { MayDto } from '../http/may.dto.js';
import { DueStepDto } from '../tasks/task.dto.js';
import { InstitutionRefDto } from '../people/refs.dto.js';

export const allowanceUnits = ['workingHours', 'workingDays', 'clockHours', 'clockDays'] as const satisfies readonly AllowanceUnit[];
export const markKinds = ['remind', 'escalate', 'expire'] as const;
export const audiences = ['owner', 'deputy', 'head', 'caseManagers', 'originCaseManager', 'hostCaseManager', 'chair', 'admin'] as const satisfies readonly Audience[];

export class AllowanceDto {
  @IsNumber() @Min(0) @Max(10_000) amount!: number;
  @OneOf(allowanceUnits) unit!: AllowanceUnit;
}
/** A mark: at a fraction of the allowance, or a span after all of it (`fraction` 1) or after the start (`fraction` 0). */
export class RungDto {
  @Code() name!: string;
  @OneOf(markKinds) kind!: 'remind' | 'escalate' | 'expire';
  @IsNumber() @Min(0) @Max(1) fraction!: number;
  @Maybe() @ValidateNested() @Type(() => AllowanceDto) plus?: AllowanceDto | null;
  @SomeOf(audiences) tells!: Audience[];
  /** An escalation that also takes the task from its owner: to the substitute, else back to the offer. */
  @Maybe() @IsBoolean() reassigns?: boolean | null;
}
export class LadderDto {
  @ValidateNested() @Type(() => AllowanceDto) allowance!: AllowanceDto;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(12) @ValidateNested({ each: true }) @Type(() => RungDto) rungs!: RungDto[];
}
/** A ladder with its key: `<task kind>.<urgency>`, or `<task kind>` for every urgency without one of its own. */
export class NamedLadderDto extends LadderDto {
  @Code() key!: string;
}
/** A board's times in force. */
export class PolicyDto {
  boardId!: string;
  name!: string;
  version!: number;
  host!: InstitutionRefDto;
  partners!: InstitutionRefDto[];
  ladders!: NamedLadderDto[];
  may!: MayDto[];
}
export class PublishPolicyDto extends ChangeDto {
  /** Ladders that change; the others stay. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => NamedLadderDto) ladders!: NamedLadderDto[];
  /** Open cases follow the new times; else they keep those they began with. */
  @IsBoolean() movesOpenCases!: boolean;
}
/** A task that nobody has: when would each mark fall, and why? */
export class SimulateDto {
  @Id() boardId!: string;
  @Code() kind!: string;
  @OneOf(['emergency', 'urgent', 'routine']) urgency!: Urgency;
  /** Whose working time counts. */
  @Id() institutionId!: string;
  /** With this person's leave. */
  @Maybe() @Id() personId?: string;
  /** Wall time at that hospital, `2027-03-19T16:40`. */
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/) startsAt!: string;
  /** A ladder that is not published; absent: the one in force. */
  @Maybe() @ValidateNested() @Type(() => LadderDto) ladder?: LadderDto;
}
export class SimulatedMarkDto {
  name!: string;
  kind!: 'remind' | 'escalate' | 'expire';
  tells!: string[];
  at!: string;
  /** Takes the task from its owner. */
  reassigns!: boolean;
  /** Every stretch since the mark before, counted or skipped and why. */
  steps!: DueStepDto[];
}
export class SimulationDto {
  startedAt!: string;
  zone!: string;
  /** Key of the ladder that would apply. */
  key!: string;
  allowance!: AllowanceDto;
  calendarId!: string;
  calendarVersion!: number;
  timeZoneData!: string | null;
  provisional!: string[];
  marks!: SimulatedMarkDto[];
}
