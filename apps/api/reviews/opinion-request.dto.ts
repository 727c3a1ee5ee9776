import { IsBoolean, IsOptional } from 'class-validator';
import { disciplines } from '#domain';
import type { Discipline } from '#domain';
import { ChangeDto, NotedChangeDto } from '../http/change.dto.js';
import { Id, OneOf, Words } from '../http/fields.js';
import { InstitutionRefDto, PersonRefDto, TextDto } from '../people/refs.dto.js';

/** Asks a discipline of a hospital, or a named person there, for an opinion. */
export class RequestOpinionDto extends ChangeDto {
  @OneOf(disciplines) discipline!: Discipline;
  @Id() institutionId!: string;
  /** A named person; without one it is offered to the discipline. */
  @IsOptional() @Id() personId?: string | null;
  /** The board doesn't decide before it is there. */
  @IsBoolean() needed!: boolean;
  @Words() question!: string;
}
export class WithdrawOpinionRequestDto extends NotedChangeDto {}

export class OpinionGiverDto {
  person!: PersonRefDto;
  away!: boolean;
  /** Open tasks that the reader may see. */
  openTasks!: number;
}
/** Who of a discipline could give an opinion at a hospital. */
export class OpinionSourceDto {
  discipline!: Discipline;
  institution!: InstitutionRefDto;
  people!: OpinionGiverDto[];
}
export class OpinionSourcesDto { sources!: OpinionSourceDto[]; }

/** What a discipline was asked: open, answered, or not needed any more. */
export class AskedOpinionDto {
  taskId!: string;
  discipline!: Discipline;
  institution!: InstitutionRefDto;
  owner!: PersonRefDto | null;
  askedBy!: PersonRefDto | null;
  askedAt!: string;
  question!: TextDto | null;
  needed!: boolean;
  /** asked: nobody has it yet; inWork; signed; ended. */
  standing!: 'asked' | 'inWork' | 'signed' | 'ended';
}
