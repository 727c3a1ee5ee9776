import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsEmail, IsNumberString, IsObject, IsOptional, Matches, ValidateNested } from 'class-validator';
import { disciplines, roles } from '#domain';
import type { Discipline, Role } from '#domain';
import { ChangeDto } from '../http/change.dto.js';
import { DateOrWallTime, Code, Id, Maybe, OneOf, Words } from '../http/fields.js';
import { MayDto } from '../http/may.dto.js';
import { InstitutionRefDto, PersonRefDto } from './refs.dto.js';

const zonePattern = /^[A-Za-z_]+\/[A-Za-z_/+-]+$|^UTC$/;

export class PostInputDto {
  @Id() institutionId!: string;
  @OneOf(roles) role!: Role;
  @IsOptional() @OneOf(disciplines) discipline!: Discipline | null;
}
export class PostDto { institution!: InstitutionRefDto; role!: Role; discipline!: Discipline | null; }
/** As it is kept: whole days of the person's zone, both included, or instants. */
export class LeaveDto {
  from!: string;
  to!: string;
}
/** As it is entered: whole days, or from and to a wall time of the person's zone (half a day). */
export class LeaveInputDto {
  @DateOrWallTime() from!: string;
  @DateOrWallTime() to!: string;
}
export class DisciplineSubstituteDto { discipline!: Discipline; person!: PersonRefDto; }
/** A person with posts and contact card. */
export class PersonDto {
  id!: string;
  name!: string;
  nameOriginal!: string | null;
  title!: string | null;
  email!: string | null;
  phone!: string | null;
  language!: string;
  zone!: string;
  active!: boolean;
  posts!: PostDto[];
  substitute!: PersonRefDto | null;
  /** Who stands in for one field, before the substitute for all. */
  substitutes!: DisciplineSubstituteDto[];
  leave!: LeaveDto[];
  /** Since when the address takes no mail; null where it does. */
  mailRefusedAt!: string | null;
  version!: number;
  may!: MayDto[];
}
export class PersonPageDto { items!: PersonDto[]; next!: string | null; }
export class PeopleQueryDto {
  @Maybe() @Id() institutionId?: string;
  @Maybe() @OneOf(roles) role?: Role;
  @Maybe() @OneOf(disciplines) discipline?: Discipline;
  @Maybe() @OneOf(['true', 'false']) disabled?: string;
  @Maybe() @Matches(/^[A-Za-z0-9_-]{1,200}$/) after?: string;
  @Maybe() @IsNumberString() limit?: string;
}
export class AddPersonDto extends ChangeDto {
  /** The `sub` by which the identity provider knows the person. */
  @Words(200) subject!: string;
  @Words(200) name!: string;
  @Maybe() @Words(200) nameOriginal?: string;
  @IsEmail() email!: string;
  @Maybe() @Words(60) phone?: string;
  @Maybe() @Words(60) title?: string;
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/) language!: string;
  @Matches(zonePattern) zone!: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => PostInputDto) posts!: PostInputDto[];
}
export class ChangePostsDto extends ChangeDto {
  @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => PostInputDto) posts!: PostInputDto[];
}
export class NameSubstituteDto extends ChangeDto {
  @IsOptional() @Id() substituteId!: string | null;
  /** For this field only; absent or null for all. */
  @Maybe() @OneOf(disciplines) discipline?: Discipline;
}
export class PlanLeaveDto extends ChangeDto {
  @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => LeaveInputDto) leave!: LeaveInputDto[];
}
export class DisablePersonDto extends ChangeDto {}
export class EnablePersonDto extends ChangeDto {}
export class EndSessionsDto extends ChangeDto {}
export class EndedSessionsDto { ended!: number; }

/** A hospital. */
export class InstitutionDto {
  id!: string;
  code!: string;
  /** By language. */
  name!: Record<string, string>;
  zone!: string;
  country!: string;
  calendarId!: string;
  people!: number;
}
export class InstitutionsDto { items!: InstitutionDto[]; calendars!: CalendarDto[]; may!: MayDto[]; }
export class CalendarDto { id!: string; version!: number; zone!: string; reviewedYears!: number[]; yearsToReview!: number[]; }
/** Hours of a weekday (ISO: 1 is Monday), as "09:00-13:00". */
export class CalendarWeekdayDto { weekday!: number; hours!: string[]; }
/** One day that differs from the plain week, with where that is known from and how far it can be trusted. */
export class CalendarDayDto {
  date!: string;
  kind!: 'off' | 'swapped' | 'half' | 'shortened' | 'custom' | 'plain';
  /** What the day is called, in the reader's language where the shipped calendars have a name. */
  name!: string;
  /** As it stands in the calendar. */
  reason!: string;
  source!: string;
  status!: 'official' | 'law' | 'estimated' | 'provisional';
  /** Whose hours are worked on a swapped day. */
  paysFor!: string | null;
  /** A half day's end, "12:00". */
  until!: string | null;
  /** How much shorter a shortened day is. */
  minutes!: number | null;
  /** Of a day with hours of its own. */
  hours!: string[];
  /** Code of the reason, for the catalogues. */
  code!: string | null;
  /** Who reviewed the row, and the day; null in shipped rows. */
  reviewedBy!: PersonRefDto | null;
  reviewedOn!: string | null;
}
export class CalendarYearDto { year!: number; status!: 'official' | 'law' | 'provisional'; source!: string; note!: string | null; }
/** A calendar in force, whole. */
export class CalendarViewDto {
  id!: string;
  version!: number;
  zone!: string;
  week!: CalendarWeekdayDto[];
  years!: CalendarYearDto[];
  days!: CalendarDayDto[];
  /** Years that nobody reviewed although it is time; only of calendars in force. */
  yearsToReview?: number[];
}
export class SetUpInstitutionDto extends ChangeDto {
  @Code() code!: string;
  @IsObject() name!: Record<string, string>;
  @Matches(zonePattern) zone!: string;
  /** ISO 3166-1 alpha-2. */
  @Matches(/^[A-Z]{2}$/) country!: string;
  @Code() calendarId!: string;
}
