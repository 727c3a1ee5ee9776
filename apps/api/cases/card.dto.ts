import type { CaseStatus, Discipline, Stage, TaskKind } from '#domain';
import { PatientNameDto } from '../patients/patient.dto.js';
import { BoardRefDto, InstitutionRefDto, PersonRefDto, PoolDto } from '../people/refs.dto.js';
import { DueDto } from '../tasks/task.dto.js';
import { WaitingClockDto } from '../waiting/waiting.dto.js';
import type { Verdict } from '../forecast/forecast.dto.js';
import type { Light } from '../tasks/task.dto.js';

/** A discipline's chip on a card. */
export class ChipDto {
  discipline!: Discipline;
  kind!: TaskKind;
  light!: Light;
  ownerName!: string | null;
  taskId!: string;
}

/** The task that sets the card's time. */
export class CardTaskDto {
  taskId!: string;
  kind!: TaskKind;
  owner!: PersonRefDto | null;
  pool!: PoolDto;
  due!: DueDto | null;
}

/** What stands in the way, as code and facts; sentence under `cases.blockers.<code>`. */
export class BlockerDto {
  code!: string;
  facts!: Record<string, unknown>;
}

/** The one thing that decides whether a case makes its meeting, and whose it is. */
export class MeetingBlockerDto {
  taskId!: string | null;
  kind!: TaskKind;
  owner!: PersonRefDto | null;
  pool!: PoolDto;
}

/** "Will it make Thursday?" */
export class CardMeetingDto {
  id!: string;
  number!: string;
  startsAt!: string;
  zone!: string;
  listed!: boolean;
  readiness!: Verdict;
  /** When the file is complete as usual; null where no date can be given. */
  completeAt!: string | null;
  blocker!: MeetingBlockerDto | null;
}

/** A case on the board or a row of its table. */
export class CaseCardDto {
  id!: string;
  number!: string;
  patient!: PatientNameDto | null;
  board!: BoardRefDto;
  tumorType!: string;
  laterality!: string | null;
  urgency!: 'emergency' | 'urgent' | 'routine';
  status!: CaseStatus;
  round!: number;
  column!: Stage | 'draft' | 'closed';
  light!: Light;
  origin!: InstitutionRefDto;
  host!: InstitutionRefDto;
  chips!: ChipDto[];
  task!: CardTaskDto | null;
  blocker!: BlockerDto | null;
  /** Items of the data set that are missing. */
  missing!: string[];
  meeting!: CardMeetingDto | null;
  /** Waiting-time clocks that run or are paused. */
  waiting!: WaitingClockDto[];
  openedAt!: string;
  submittedAt!: string | null;
  updatedAt!: string;
  seq!: number;
}

export class CaseColumnDto {
  column!: Stage | 'draft' | 'closed';
  count!: number;
  late!: number;
  cards!: CaseCardDto[];
  /** Cursor for the rest of the column; null when all are here. */
  next!: string | null;
}

/** What the filters can be set to, within what the reader may see. */
export class CaseFacetsDto { boards!: BoardRefDto[]; tumorTypes!: string[]; origins!: InstitutionRefDto[]; owners!: PersonRefDto[]; }

/** The case board: columns in the order of the stages. */
export class CaseBoardDto { columns!: CaseColumnDto[]; filters!: CaseFacetsDto; }
export class CasePageDto { items!: CaseCardDto[]; next!: string | null; total!: number; }
