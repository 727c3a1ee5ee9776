import { IsObject, Matches, Max } from 'class-validator';
import { disciplines } from '#domain';
import type { DeferralCause, Discipline } from '#domain';
import { ChangeDto } from '../http/change.dto.js';
import { Code, Count, Id, Ids, Maybe, OneOf, SomeOf, Words } from '../http/fields.js';
import { MayDto } from '../http/may.dto.js';
import { InstitutionRefDto } from './refs.dto.js';

/** A standing body with its definition in force. */
export class BoardDto {
  id!: string;
  name!: string;
  version!: number;
  host!: InstitutionRefDto;
  partners!: InstitutionRefDto[];
  tumorTypes!: string[];
  requiredDisciplines!: Discipline[];
  minimumSpecialties!: number;
  bothSidesWhenCrossBorder!: boolean;
  /** ISO weekday and wall time of the weekly series, in its zone. */
  weekday!: number;
  localTime!: string;
  zone!: string;
  minutes!: number;
  place!: string;
  followUpDays!: number[];
  /** Words of the hospital's own data-set items, by the item's id and the language; the catalogues have the others. */
  ownWords!: Record<string, Record<string, string>>;
  /** Identifiers of guidelines that are offered while a recommendation is typed. */
  guidelines!: string[];
  /** Causes that a case can be deferred for. */
  deferralCauses!: DeferralCause[];
  /** Open cases that began on an earlier version and keep it. */
  casesOnEarlierVersions!: number;
  may!: MayDto[];
}
export class BoardsDto { items!: BoardDto[]; may!: MayDto[]; }

/** A board's next version, or a new board: forms, data sets and ladders come from the shipped template. */
export class PublishBoardDto extends ChangeDto {
  /** The board whose next version this is; absent for a new one. */
  @Maybe() @Id() boardId?: string;
  /** The kind of board that a new one begins with: `general`, `bone-sarcoma`, `breast` or `upper-gi`. */
  @Code() template!: string;
  @IsObject() name!: Record<string, string>;
  @Id() hostInstitutionId!: string;
  @Ids(50) partnerInstitutionIds!: string[];
  @SomeOf(disciplines) requiredDisciplines!: Discipline[];
  @Count(1) minimumSpecialties!: number;
  @OneOf(['1', '2', '3', '4', '5', '6', '7']) weekday!: string;
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/) localTime!: string;
  @Count(10) @Max(600) minutes!: number;
  @Words(300) place!: string;
}
