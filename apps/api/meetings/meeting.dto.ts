import type { DeferralCause, Discipline, HardBecause, InvitationAnswer, OutcomeKind, Voice } from '#domain';
import { CaseCardDto } from '../cases/card.dto.js';
import { MayDto } from '../http/may.dto.js';
import { TreatmentSourceDto } from '../preparation/preparation.dto.js';
import { GuidelineDto } from '../recommendations/outcome.dto.js';
import { ObstacleDto } from './slot.dto.js';
import { BoardRefDto, InstitutionRefDto, PersonRefDto } from '../people/refs.dto.js';

export type MeetingStatus = 'planned' | 'frozen' | 'open' | 'closed' | 'cancelled';

/** A meeting in a list. */
export class MeetingRowDto {
  id!: string;
  number!: string;
  board!: BoardRefDto;
  host!: InstitutionRefDto;
  /** UTC instant; wall time in `zone`. */
  startsAt!: string;
  zone!: string;
  minutes!: number;
  place!: string;
  status!: MeetingStatus;
  freezeAt!: string;
  cutAt!: string;
  /** For one emergency, outside every series. */
  extraordinary!: boolean;
  /** Hospitals that do not work on its day since a calendar was published later, until somebody has said what becomes of it. */
  dayOff!: InstitutionRefDto[];
  listed!: number;
  ready!: number;
}
export class MeetingPageDto { items!: MeetingRowDto[]; next!: string | null; }

/** How somebody attended, until they changed it. */
export class EarlierAttendanceDto { how!: 'present' | 'byVideo'; until!: string; }

export class AttendanceDto {
  person!: PersonRefDto;
  discipline!: Discipline;
  institution!: InstitutionRefDto;
  how!: 'present' | 'byVideo';
  /** In the same stay, earliest first. */
  earlier!: EarlierAttendanceDto[];
  substituteFor!: PersonRefDto | null;
  /** A guest, who counts for nothing; null for everybody else. */
  as!: 'expert' | 'trainee' | null;
  from!: string;
  leftAt!: string | null;
  /** Holds the host's post of chair. */
  mayChair!: boolean;
}

/** A board member who is not there yet. */
export class MemberDto {
  person!: PersonRefDto;
  discipline!: Discipline;
  institution!: InstitutionRefDto;
  substitute!: PersonRefDto | null;
  away!: boolean;
  /** Holds the host's post of chair. */
  mayChair!: boolean;
  /** A guest of this meeting alone. */
  as!: 'expert' | 'trainee' | null;
}

/** Somebody expected at the meeting, and what they said about coming. */
export class InvitationDto {
  person!: PersonRefDto;
  discipline!: Discipline;
  institution!: InstitutionRefDto;
  substitute!: PersonRefDto | null;
  /** Only as a named substitute: in whose place. */
  standsInFor!: PersonRefDto | null;
  away!: boolean;
  answer!: InvitationAnswer['answer'] | null;
  answeredAt!: string | null;
  /** Read from a mail of the person's calendar, not said signed in. */
  answeredByMail!: boolean;
  /** What stands against coming, by calendar, leave and other meetings; known before anybody answers. */
  obstacle!: ObstacleDto | null;
  /** By which they are called where time is short. */
  phone!: string | null;
  /** Not invited to this meeting: somebody took them off. */
  leftOut!: boolean;
  /** The expected quorum waits for this answer. */
  wanted!: boolean;
}

/** Somebody from outside the board, for this meeting alone: counts for nothing. */
export class GuestDto { person!: PersonRefDto; as!: 'expert' | 'trainee'; answer!: InvitationAnswer['answer'] | null; answeredByMail!: boolean; phone!: string | null; }

/** Before the meeting begins: who will come, and whether every case could be decided with them. */
export class PlannedAttendanceDto {
  stands!: boolean;
  /** Nobody comes for them. */
  missing!: Discipline[];
  /** Somebody has not answered. */
  notKnown!: Discipline[];
  missingSides!: string[];
  specialties!: number;
  minimumSpecialties!: number;
  /** When the process looks next, and tells the chair where it would not stand; null after the last look. */
  looksAgainAt!: string | null;
  people!: InvitationDto[];
  guests!: GuestDto[];
}

/** Quorum for one case: those in conflict of interest count in neither. */
export class QuorumDto {
  met!: boolean;
  required!: Discipline[];
  present!: Discipline[];
  missing!: Discipline[];
  specialties!: number;
  minimumSpecialties!: number;
  /** Sides still without anyone, for a case across a border. */
  missingSides!: string[];
  conflicts!: PersonRefDto[];
}

export class AgendaItemDto {
  case!: CaseCardDto;
  /** Place in the order, from 1. */
  place!: number;
  listedAt!: string;
  manually!: boolean;
  complete!: boolean;
  missing!: string[];
  /** What `supplyItem` among the missing stands for. */
  owed!: OwedItemDto[];
  /** Reviews, materials and answers that are still open. */
  openTaskIds!: string[];
  deferrals!: DeferralCause[];
  /** How hard it is to discuss, and why: what the order is computed from where nobody ordered by hand. */
  hardness!: HardnessDto;
  /** Clock minutes it is given, and when it would begin by the plan. */
  minutes!: number;
  /** The minutes were given by hand. */
  minutesByHand!: boolean;
  startsAt!: string;
  /** Who has spoken on it. */
  heard!: Voice[];
  /** Disciplines that were asked about it beside the reviews: they are to be heard too. */
  asked!: Discipline[];
  /** Milliseconds it was heard, without what runs since `current.since`. */
  spentMs!: number;
  /** A standard covers it: it stands apart, and the chair signs it off without a discussion. */
  standard!: StandardOfCareDto | null;
  outcome!: AgendaOutcomeDto | null;
  quorum!: QuorumDto;
  may!: MayDto[];
}
export class StandardOfCareDto { by!: PersonRefDto; at!: string; text!: string | null; guideline!: GuidelineDto | null; }
/** Asked of somebody and needed before the board sits: an item of the data set by its name on the case's own version, or the papers of an earlier treatment. */
export class OwedItemDto { item!: string | null; treatment!: TreatmentSourceDto | null; }
export class HardnessDto { points!: number; because!: HardBecause[]; }
/** The case that the board is hearing. */
export class CurrentCaseDto { caseId!: string; since!: string; }
/** A break, proposed before this case. */
export class RestDto { beforeCaseId!: string; minutes!: number; startsAt!: string; }
export class AgendaOutcomeDto { id!: string; kind!: OutcomeKind; at!: string; }

/** Who stands for the minutes, and since when. */
export class MinutesDto { by!: PersonRefDto; at!: string; }

/** Hospitals that do not work on the meeting's day since a calendar was published later; nobody has said yet what becomes of it. */
export class DayOffDto {
  hospitals!: InstitutionRefDto[];
  /** When it was found. */
  at!: string;
  /** The rule of its series would leave it out. */
  leaveOut!: boolean;
  /** To where the rule of its series would move it. */
  moveTo!: string | null;
}

/** A meeting with its agenda. */
export class MeetingViewDto {
  meeting!: MeetingRowDto;
  chair!: PersonRefDto | null;
  scribe!: PersonRefDto | null;
  agenda!: AgendaItemDto[];
  /** Null before the first case and in a break. */
  current!: CurrentCaseDto | null;
  rest!: RestDto | null;
  /** When the last case ends by the plan. */
  endsAt!: string;
  /** Whom each case is to hear. */
  voices!: Voice[];
  attendance!: AttendanceDto[];
  members!: MemberDto[];
  /** Null once the meeting has begun. */
  planned!: PlannedAttendanceDto | null;
  /** Null where nothing is to be said about its day. */
  dayOff!: DayOffDto | null;
  /** Cases that are ready for discussion and stand on no agenda. */
  waiting!: CaseCardDto[];
  openedAt!: string | null;
  closedAt!: string | null;
  cancelledBecause!: string | null;
  /** Null until the chair has approved them. */
  minutes!: MinutesDto | null;
  version!: number;
  seq!: number;
  may!: MayDto[];
}
