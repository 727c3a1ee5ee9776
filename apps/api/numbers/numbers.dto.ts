import { IsNumberString, Matches } from 'class-validator';
import { figureNames, periodPattern, type FigureName } from '#domain';
import { Code, Id, Maybe, OneOf } from '../http/fields.js';
import { BoardRefDto, InstitutionRefDto } from '../people/refs.dto.js';

/** What numbers are narrowed to; opaque ids and codes, so that they may stand in an address. */
export class NumbersFilterDto {
  @Maybe() @Id() boardId?: string;
  /** The hospital that referred the case. */
  @Maybe() @Id() hospitalId?: string;
  @Maybe() @Code() tumorType?: string;
  @Maybe() @OneOf(['emergency', 'urgent', 'routine']) urgency?: string;
  /** A year (`2026`), a quarter (`2026-Q3`) or a month (`2026-09`), by the dates of the board's hospital. */
  @Maybe() @Matches(periodPattern, { message: 'isPeriod' }) period?: string;
}

/** Milliseconds below which half, and nine of ten, lie. */
export class TimesDto { median!: number; p90!: number; }
export class BarDto {
  code!: string;
  /** How many; null where so few, or so nearly few, are not told. */
  n!: number | null;
  /** By the clock, and in working time of the board's hospital; null for what isn't a time, and where nothing is told. */
  clock!: TimesDto | null;
  working!: TimesDto | null;
}
/** A stage, a discipline, a waiting time; `part` is empty where the figure has one only. */
export class PartDto {
  part!: string;
  /** The denominator; null where it is not told. */
  of!: number | null;
  bars!: BarDto[];
}
export class FigureDto {
  figure!: FigureName;
  kind!: 'shares' | 'times';
  aboutPatients!: boolean;
  parts!: PartDto[];
}
/** What the filters can be set to. */
export class NumbersFacetsDto {
  boards!: BoardRefDto[];
  hospitals!: InstitutionRefDto[];
  tumorTypes!: string[];
  /** The first and the last month (`2026-09`) of which something is counted; null where nothing is. */
  firstMonth!: string | null;
  lastMonth!: string | null;
}
export class NumbersDto {
  /** The log was read up to now. */
  asOf!: string;
  /** Fewer than so many are not told. */
  fewest!: number;
  figures!: FigureDto[];
  facets!: NumbersFacetsDto;
}

/** The cases of one bar. */
export class NumbersCasesQueryDto extends NumbersFilterDto {
  @OneOf(figureNames) figure!: FigureName;
  @Maybe() @Code() part?: string;
  @Code() code!: string;
  @Maybe() @Matches(/^[A-Za-z0-9_-]{1,200}$/) after?: string;
  @Maybe() @IsNumberString() limit?: string;
}
export class NumbersCaseDto {
  id!: string;
  number!: string;
  tumorType!: string;
  urgency!: string;
  hospital!: InstitutionRefDto;
  /** When it was counted. */
  at!: string;
  /** Milliseconds, where a time is counted. */
  ms!: number | null;
}
export class NumbersCasesDto {
  items!: NumbersCaseDto[];
  /** How many of those counted are open to the reader. */
  open!: number;
  next!: string | null;
}
