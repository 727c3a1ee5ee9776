import type { CaseStatus, DeferralCause, Discipline, DiscordanceGrade, OverrideCode, Stage, StageStatus } from '#domain';
import { DocumentDto } from '../files/file.dto.js';
import { FollowUpDto, FollowUpVisitDto } from '../follow-up/follow-up.dto.js';
import { MayDto } from '../http/may.dto.js';
import { CompletenessItemDto, ConsentDto } from '../intake/referral.dto.js';
import { OpinionScoresDto } from '../reviews/score.dto.js';
import { AskedOpinionDto } from '../reviews/opinion-request.dto.js';
import { PatientDto } from '../patients/patient.dto.js';
import { BoardRefDto, InstitutionRefDto, PersonRefDto, TextDto } from '../people/refs.dto.js';
import { OutcomeDto } from '../recommendations/outcome.dto.js';
import { TaskDto } from '../tasks/task.dto.js';
import { WaitingClockDto } from '../waiting/waiting.dto.js';
import type { Light } from '../tasks/task.dto.js';
import { OtherTransferDto, TransferDto } from '../transfers/transfer.dto.js';
import { BlockerDto, CardMeetingDto } from './card.dto.js';

/** A segment of the stage strip. */
export class StageDto {
  stage!: Stage;
  status!: StageStatus;
  light!: Light;
  round!: number;
  enteredAt!: string | null;
  leftAt!: string | null;
  /** When it should be left, by the deadline of its open task that is due last. */
  plannedAt!: string | null;
}

/** A signed opinion. */
export class OpinionDto {
  id!: string;
  taskId!: string;
  /** `opinion`: of a discipline that was asked beside the reviews. */
  kind!: 'pathology' | 'secondPathology' | 'imaging' | 'opinion';
  round!: number;
  version!: number;
  signedBy!: PersonRefDto;
  discipline!: Discipline;
  institution!: InstitutionRefDto;
  signedAt!: string;
  discordance!: DiscordanceGrade | null;
  /** Codes that other parts compare: laterality, nodes, malignant. */
  codes!: Record<string, string>;
  hash!: string;
  /** A newer version took its place. */
  replacedBy!: string | null;
  /** Draft id for amending it. */
  draftId!: string;
}

/** "Next: imaging review by Dr Chen, due ...": what the sentence is made of. */
export class NextStepDto {
  /** Key of the sentence under `cases.nextSteps`. */
  code!: string;
  task!: TaskDto | null;
  facts!: Record<string, unknown>;
}

export class HoldDto {
  reason!: string;
  since!: string;
  resumeBy!: string;
  by!: PersonRefDto;
}
export class EndDto {
  /** closed, withdrawn or rejected */
  kind!: 'closed' | 'withdrawn' | 'rejected';
  reason!: string;
  at!: string;
  by!: PersonRefDto | null;
}
export class OverrideDto { code!: OverrideCode; by!: PersonRefDto | null; at!: string; }
export class DeferralDto { cause!: DeferralCause; meetingId!: string; at!: string; }

/** A move that the process makes by itself and that a case manager may make by hand when it is behind. */
export class ReadyMoveDto { name!: string; round!: number; }

/** The case screen in one answer. */
export class CaseViewDto {
  id!: string;
  number!: string;
  status!: CaseStatus;
  round!: number;
  seq!: number;
  patient!: PatientDto | null;
  board!: BoardRefDto;
  boardVersion!: number;
  /** A hospital's own words for items of the data set, as the version has them that the case keeps: by item, by language. */
  ownWords!: Record<string, Record<string, string>>;
  tumorType!: string;
  laterality!: string | null;
  urgency!: 'emergency' | 'urgent' | 'routine';
  origin!: InstitutionRefDto;
  host!: InstitutionRefDto;
  referrer!: PersonRefDto | null;
  openedBy!: PersonRefDto | null;
  originCaseManager!: PersonRefDto | null;
  hostCaseManager!: PersonRefDto | null;
  openedAt!: string;
  submittedAt!: string | null;
  question!: TextDto | null;
  column!: Stage | 'draft' | 'closed';
  stages!: StageDto[];
  next!: NextStepDto | null;
  blocker!: BlockerDto | null;
  /** All tasks of the case, open ones first, nearest due first. */
  tasks!: TaskDto[];
  completeness!: CompletenessItemDto[];
  complete!: boolean;
  consents!: ConsentDto[];
  documents!: DocumentDto[];
  opinions!: OpinionDto[];
  /** Scores of the opinions in force, with their reasoning. */
  scores!: OpinionScoresDto[];
  /** What disciplines were asked beside the reviews. */
  asked!: AskedOpinionDto[];
  outcomes!: OutcomeDto[];
  currentOutcomeId!: string | null;
  deferrals!: DeferralDto[];
  meeting!: CardMeetingDto | null;
  transfer!: TransferDto | null;
  /** Where a transfer is advised or under way: those of the same patient under way on other cases. */
  otherTransfers!: OtherTransferDto[];
  followUps!: FollowUpDto[];
  /** Visits of the tumor type's plan after those days; empty where it has none. */
  followUpVisits!: FollowUpVisitDto[];
  hold!: HoldDto | null;
  /** All waiting-time clocks of the board, stopped ones and those not begun too. */
  waiting!: WaitingClockDto[];
  end!: EndDto | null;
  override!: OverrideDto | null;
  incompleteFileAcceptedBy!: PersonRefDto | null;
  conflicts!: PersonRefDto[];
  readyMoves!: ReadyMoveDto[];
  /** Every action on the case itself, allowed or with the unmet condition. */
  may!: MayDto[];
}
