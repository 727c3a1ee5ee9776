import { IsNumberString, Matches, Max } from 'class-validator';
import type { Discipline, Obstacle, Trust } from '#domain';
import { ChangeDto } from '../http/change.dto.js';
import { Count, Id, InstantField, Maybe, OneOf } from '../http/fields.js';
import { InstitutionRefDto, PersonRefDto } from '../people/refs.dto.js';

const ids = /^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,49}$/i;

/** When could the board sit? Either every half hour of a window (`from`, `to`) or one time (`at`). */
export class SlotQueryDto {
  @Maybe() @InstantField() from?: string;
  @Maybe() @InstantField() to?: string;
  @Maybe() @InstantField() at?: string;
  @Maybe() @IsNumberString() minutes?: string;
  /** People who must be there beside the quorum, by id, with commas. */
  @Maybe() @Matches(ids) must?: string;
  /** Hospitals of a case across a border, by id, with commas. */
  @Maybe() @Matches(ids) sides?: string;
  /** The earliest time counts, at night and on days off too. */
  @Maybe() @OneOf(['true', 'false']) emergency?: string;
  /** A meeting that is to be moved: it takes nobody's time. */
  @Maybe() @Id() except?: string;
}

/** Why somebody cannot come, or comes with difficulty; what does not belong to the kind is null. */
export class ObstacleDto {
  kind!: Obstacle['kind'];
  date!: string | null;
  /** Of a holiday: its name, where it stands and how far that can be trusted. */
  reason!: string | null;
  source!: string | null;
  status!: Trust | null;
  meetingNumber!: string | null;
  minutes!: number | null;
}
export class SeatDto {
  person!: PersonRefDto;
  discipline!: Discipline;
  institution!: InstitutionRefDto;
  standsInFor!: PersonRefDto | null;
  obstacle!: ObstacleDto | null;
  /** Cannot come; else the obstacle only makes it hard. */
  away!: boolean;
}
export class SlotDto {
  startsAt!: string;
  minutes!: number;
  /** A quorum can come, and everybody who must be there. */
  possible!: boolean;
  missingDisciplines!: Discipline[];
  missingSides!: string[];
  missingPeople!: PersonRefDto[];
  /** What it costs those who come, in hours of early rising or late sitting. */
  hardship!: number;
  seats!: SeatDto[];
}
export class SlotsDto {
  zone!: string;
  /** Best first. */
  slots!: SlotDto[];
}

export class InviteToMeetingDto extends ChangeDto {
  @Id() personId!: string;
  /** A member who was left out, or a guest of this meeting alone. */
  @OneOf(['member', 'expert', 'trainee']) as!: 'member' | 'expert' | 'trainee';
}
export class WithdrawInvitationDto extends ChangeDto {}

/** A meeting for one emergency case, outside every series. */
export class ExtraordinaryMeetingDto extends ChangeDto {
  @Id() caseId!: string;
  @InstantField() startsAt!: string;
  @Count(10) @Max(600) minutes!: number;
}
