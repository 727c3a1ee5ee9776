import { IsObject } from 'class-validator';
import { ChangeDto } from '../http/change.dto.js';
import { Count, Maybe, OneOf, Words } from '../http/fields.js';
import { MayDto } from '../http/may.dto.js';
import { CalendarDayDto, CalendarViewDto } from '../people/people.dto.js';
import { InstitutionRefDto, PersonRefDto } from '../people/refs.dto.js';

/** One line of what a draft would change. Of a day both rows; of the rest what is said before and after. */
export class CalendarChangeDto {
  what!: 'zone' | 'weekday' | 'year' | 'day';
  weekday!: number | null;
  year!: number | null;
  date!: string | null;
  before!: string | null;
  after!: string | null;
  dayBefore!: CalendarDayDto | null;
  dayAfter!: CalendarDayDto | null;
}
export class CalendarDraftDto {
  number!: number;
  by!: PersonRefDto | null;
  at!: string;
  calendar!: CalendarViewDto;
  /** The difference to the version in force; empty: nothing would change. */
  changes!: CalendarChangeDto[];
}
/** A hospital's calendar in force and the draft that awaits its review. */
export class HospitalCalendarDto {
  institution!: InstitutionRefDto;
  inForce!: CalendarViewDto;
  draft!: CalendarDraftDto | null;
  /** How many drafts were laid down: send back as `seenVersion`. */
  drafts!: number;
  /** Years that nobody reviewed although it is time. */
  yearsToReview!: number[];
  may!: MayDto[];
}
export class DraftCalendarDto extends ChangeDto {
  /** The whole calendar, as `GET /calendars/{id}/file` writes it: zone, week, days, reviewedYears. */
  @IsObject() calendar!: Record<string, unknown>;
}
export class PublishCalendarDto extends ChangeDto {
  /** Number of the draft that was reviewed. */
  @Count(1) draft!: number;
}
export const calendarFormats = ['json', 'ics'] as const;
export class CalendarFileQueryDto {
  @Maybe() @OneOf(calendarFormats) format?: 'json' | 'ics';
}
export class ReadCalendarFileDto {
  @OneOf(calendarFormats) format!: 'json' | 'ics';
  @Words(1_000_000) text!: string;
}
/** A file as a calendar that could be laid down: the days of an .ics file come to those in force. */
export class ReadCalendarDto {
  calendar!: Record<string, unknown>;
  /** How many days the file brought. */
  days!: number;
}
