import { IsOptional } from 'class-validator';
import { declineReasons, suspendReasons } from '#domain';
import type { DeclineReason, Stage, SuspendReason, TaskKind, TaskStatus, AllowanceUnit } from '#domain';
import { ChangeDto, NotedChangeDto } from '../http/change.dto.js';
import { CalendarDate, Id, OneOf } from '../http/fields.js';
import { MayDto } from '../http/may.dto.js';
import { PatientNameDto } from '../patients/patient.dto.js';
import { HistoryEntryDto } from '../cases/history.dto.js';
import { InstitutionRefDto, PersonRefDto, PoolDto } from '../people/refs.dto.js';

/** The seven states that the screens show with colour, shape and word. */
export const lights = ['waiting', 'onTime', 'dueSoon', 'overdue', 'onHold', 'done', 'blocked'] as const;
export type Light = (typeof lights)[number];

export class MarkDto {
  /** Rung of the ladder: `half`, `most`, `due`, ... */
  name!: string;
  kind!: 'remind' | 'escalate' | 'expire';
  at!: string;
  tells!: string[];
  state!: 'pending' | 'fired' | 'passedOver';
  settledAt!: string | null;
  /** Why it was passed over: superseded, nobodyThere, taskClosed. */
  because!: string | null;
  /** Takes the task from its owner. */
  reassigns!: boolean;
}

/** When a task is due: UTC instants computed from the owner's working calendar. */
export class DueDto {
  dueAt!: string;
  /** Working milliseconds left in the owner's calendar by the time of the answer; negative when overdue. */
  leftMs!: number;
  /** What one would call a day of it: the working milliseconds of a usual working day in the owner's calendar, 24 h by the clock. */
  dayMs!: number;
  amount!: number;
  unit!: AllowanceUnit;
  startedAt!: string;
  /** Why the date may still move: `yearNotReviewed:2028`, ... Empty where it is firm. */
  provisional!: string[];
}

/** Offered by the owner to a named person, who has not answered yet. */
export class HandOverDto { to!: PersonRefDto; at!: string; }
/** For whom the owner does it: who delegated it, or who was away when it came. */
export class ActingForDto { person!: PersonRefDto; since!: string; because!: 'delegated' | 'absence'; }
/** Laid aside until an instant. */
export class SuspensionDto { reason!: SuspendReason; since!: string; resumesAt!: string; }

/** A task of a case. */
export class TaskDto {
  id!: string;
  caseId!: string;
  kind!: TaskKind;
  stage!: Stage;
  round!: number;
  status!: TaskStatus;
  light!: Light;
  pool!: PoolDto;
  owner!: PersonRefDto | null;
  due!: DueDto | null;
  handOver!: HandOverDto | null;
  actingFor!: ActingForDto | null;
  suspended!: SuspensionDto | null;
  /** Why it has no running deadline: onHold, awaitingMaterial, awaitingMeeting, returned, suspended. */
  noDeadlineBecause!: string | null;
  paused!: boolean;
  /** `item`, `discipline`, `day`, `taskId`, `outcomeId`, ... */
  about!: Record<string, string>;
  createdAt!: string;
  closedAt!: string | null;
  result!: string | null;
  /** When the fact it records lapses. */
  expiresAt!: string | null;
  /** Send back as `seenVersion`. */
  version!: number;
  may!: MayDto[];
}

/** A stretch of the way to the deadline; stretches follow on one another without a gap. */
export class DueStepDto {
  kind!: 'counted' | 'skipped';
  from!: string;
  to!: string;
  /** Local dates of the calendar's zone. */
  fromDate!: string;
  toDate!: string;
  /** Milliseconds counted in it; 0 where skipped. */
  countedMs!: number;
  /** Why it was skipped, or by which rule a special day counts: weekend, outside-hours, day-off, short-day, leave, pause, day-it-began, swapped, ... */
  why!: string | null;
  /** Label of the day as people read it, and its code for the catalogues. */
  label!: string | null;
  code!: string | null;
}
export class PauseDto { from!: string; to!: string | null; }

/** "How is this due?" */
export class HowDueDto {
  taskId!: string;
  due!: DueDto;
  marks!: MarkDto[];
  calendarId!: string;
  calendarVersion!: number;
  /** Version of the time-zone database it was computed with; null for deadlines from before this was kept. */
  timeZoneData!: string | null;
  zone!: string;
  pauses!: PauseDto[];
  steps!: DueStepDto[];
}

/** One row of the inbox. */
export class InboxItemDto {
  task!: TaskDto;
  caseNumber!: string;
  patient!: PatientNameDto;
  tumorType!: string;
  urgency!: 'emergency' | 'urgent' | 'routine';
  /** overdue, today, thisWeek, later, undated, pool, handedToMe, waitingOnOthers */
  group!: InboxGroup;
  /** Minutes of work that a review of its kind usually is; null where nobody asked for minutes. */
  usualMinutes!: number | null;
}
export const inboxGroups = ['overdue', 'today', 'thisWeek', 'later', 'undated', 'pool', 'handedToMe', 'waitingOnOthers'] as const;
export type InboxGroup = (typeof inboxGroups)[number];

export class InboxCountsDto {
  mine!: number;
  overdue!: number;
  pool!: number;
  handedToMe!: number;
}

/** A page of the inbox: own tasks and those to claim, nearest due first, undated last. */
export class InboxPageDto {
  items!: InboxItemDto[];
  counts!: InboxCountsDto;
  /** Cursor of the next page; null at the end. */
  next!: string | null;
}

/** People who may own the task. */
export class CandidateDto {
  person!: PersonRefDto;
  institution!: InstitutionRefDto;
  away!: boolean;
  openTasks!: number;
  /** Working milliseconds left of this week on their own calendar, leave taken off; and those of a usual day. */
  leftThisWeekMs!: number;
  dayMs!: number;
}
/** How long tasks of this kind and urgency took on this board, in the working time of who did them. */
export class UsualTimeDto {
  samples!: number;
  medianMs!: number;
  /** Within which four of five were done. */
  slowMs!: number;
  dayMs!: number;
}
/** One event of a task, with how it stood before and after. */
export class TaskHistoryEntryDto extends HistoryEntryDto {
  /** null: the task was not there yet. */
  statusBefore!: TaskStatus | null;
  statusAfter!: TaskStatus | null;
  /** Whose it is after it, and for whom they do it. */
  owner!: PersonRefDto | null;
  actingFor!: PersonRefDto | null;
}
export class TaskHistoryDto { entries!: TaskHistoryEntryDto[]; }

/** What one of two pathologists who differ wrote down as agreed; the other has not confirmed it yet. */
export class ConsensusDto {
  /** Sent back with the confirmation. */
  textId!: string;
  /** null where the words were erased. */
  text!: string | null;
  by!: PersonRefDto;
  confirmBy!: PersonRefDto;
  at!: string;
}

export class TaskViewDto {
  task!: TaskDto;
  caseNumber!: string;
  candidates!: CandidateDto[];
  /** null while none of the kind was done. */
  usual!: UsualTimeDto | null;
  consensus!: ConsensusDto | null;
}

export class ClaimTaskDto extends ChangeDto {}
export class ReleaseTaskDto extends ChangeDto {}
export class AssignTaskDto extends ChangeDto {
  @Id() ownerId!: string;
}
export class DeclineTaskDto extends NotedChangeDto {
  @OneOf(['conflictOfInterest', 'notMyField', 'absent', 'other']) reason!: 'conflictOfInterest' | 'notMyField' | 'absent' | 'other';
}
/** To whom a task is handed over or delegated. */
export class GiveTaskDto extends NotedChangeDto {
  @Id() toId!: string;
}
export class AcceptHandOverDto extends ChangeDto {}
export class RefuseHandOverDto extends NotedChangeDto {
  @OneOf(declineReasons) reason!: DeclineReason;
}
export class ReturnTaskDto extends NotedChangeDto {}
export class TakeBackTaskDto extends ChangeDto {}
export class SuspendTaskDto extends NotedChangeDto {
  @OneOf(suspendReasons) reason!: SuspendReason;
  @CalendarDate() until!: string;
}
export class ResumeTaskDto extends ChangeDto {}
export class ResolveDiscordanceDto extends NotedChangeDto {
  @OneOf(['consensus', 'thirdOpinion']) how!: 'consensus' | 'thirdOpinion';
}
/** By the other of the two who differ, over the wording that was on the screen. */
export class ConfirmConsensusDto extends ChangeDto {
  @Id() textId!: string;
}
export class AskThirdOpinionDto extends NotedChangeDto {
  /** A named pathologist; without one it is offered to those who signed neither reading. */
  @IsOptional() @Id() personId!: string | null;
}
export class GiveThirdOpinionDto extends NotedChangeDto {
  @OneOf(['first', 'second', 'neither']) bearsOut!: 'first' | 'second' | 'neither';
}
export class SupplyMaterialDto extends NotedChangeDto {}
export class SettleDeferralCauseDto extends NotedChangeDto {}
export class RetryLetterDto extends NotedChangeDto {}
