import { CaseMoves } from './boards/case-moves.js';
import { CaseMovesReading } from './boards/case-moves.reading.js';
import { DefinitionReading } from './boards/definition.reading.js';
import { Definitions } from './boards/definitions.js';
import { AuditExport } from './audit/audit-export.js';
import { AuditReading } from './audit/audit.reading.js';
import { ChainsReading } from './audit/chains.reading.js';
import { CalendarReading } from './calendars/calendar.reading.js';
import { DryRunReading } from './calendars/dry-run.reading.js';
import { Policies } from './calendars/policies.js';
import { ReplanningReading } from './calendars/replanning.reading.js';
import { CaseBoardReading } from './cases/case-board.reading.js';
import { CaseViewReading } from './cases/case-view.reading.js';
import { HistoryReading } from './cases/history.reading.js';
import { Commands } from './door/commands.js';
import { Enriched } from './door/enriched.js';
import { ForecastReading } from './forecast/forecast.reading.js';
import { Outlooks } from './forecast/outlooks.js';
import { UsualTimes } from './forecast/usual-times.js';
import { FileReading } from './files/file.reading.js';
import { Uploads } from './files/uploads.js';
import { Health } from './health/health.js';
import { Drafts } from './intake/drafts.js';
import { PreparationReading } from './preparation/preparation.reading.js';
import { ReferralReading } from './intake/referral.reading.js';
import { Referrals } from './intake/referrals.js';
import { LiveStreams } from './live/live-streams.js';
import { ExtraordinaryMeetings } from './meetings/extraordinary-meetings.js';
import { SlotsReading } from './meetings/slots.reading.js';
import { MeetingListReading } from './meetings/meeting-list.reading.js';
import { StandardsOfCare } from './meetings/standards-of-care.js';
import { MeetingViewReading } from './meetings/meeting-view.reading.js';
import { ProposalReading } from './meetings/proposal.reading.js';
import { DeliveryReading } from './notifications/delivery.reading.js';
import { NotificationSettingsReading } from './notifications/notification-settings.reading.js';
import { Notifications } from './notifications/notifications.js';
import { PushBrowsers } from './notifications/push-browsers.js';
import { NumbersCasesReading } from './numbers/numbers-cases.reading.js';
import { NumbersReading } from './numbers/numbers.reading.js';
import { BoardReading } from './people/board.reading.js';
import { Boards } from './people/boards.js';
import { InstitutionReading } from './people/institution.reading.js';
import { PeopleReading } from './people/people.reading.js';
import { Setup } from './people/setup.js';
import { Directories } from './reading/directory.js';
import { Mays } from './reading/may.js';
import { Reader } from './reading/reader.js';
import { LetterReading } from './recommendations/letter.reading.js';
import { BoardSawReading } from './recommendations/board-saw.reading.js';
import { OutcomeReading } from './recommendations/outcome.reading.js';
import { OpinionReading } from './reviews/opinion.reading.js';
import { OpinionRequestReading } from './reviews/opinion-request.reading.js';
import { ReviewReading } from './reviews/review.reading.js';
import { SearchReading } from './search/search.reading.js';
import { SessionReading } from './session/session.reading.js';
import { SignInService } from './session/sign-in.service.js';
import { HowDueReading } from './tasks/how-due.reading.js';
import { InboxReading } from './tasks/inbox.reading.js';
import { ManyTasks } from './tasks/many-tasks.js';
import { TaskHistoryReading } from './tasks/task-history.reading.js';
import { TaskReading } from './tasks/task.reading.js';
import { OtherTransfersReading } from './transfers/other-transfers.reading.js';
import { TransferReading } from './transfers/transfer.reading.js';

/** What the controllers are built from. */
export const providers = [
  AuditExport,
  AuditReading,
  ChainsReading,
  CalendarReading,
  DryRunReading,
  Policies,
  ReplanningReading,
  CaseBoardReading,
  CaseViewReading,
  HistoryReading,
  Commands,
  Enriched,
  FileReading,
  ForecastReading,
  Outlooks,
  UsualTimes,
  Uploads,
  Health,
  Drafts,
  PreparationReading,
  ReferralReading,
  Referrals,
  LiveStreams,
  ExtraordinaryMeetings, SlotsReading, MeetingListReading,
  MeetingViewReading,
  ProposalReading,
  StandardsOfCare,
  DeliveryReading,
  NotificationSettingsReading,
  Notifications,
  PushBrowsers,
  NumbersCasesReading,
  NumbersReading,
  BoardReading,
  Boards,
  CaseMoves, CaseMovesReading, DefinitionReading, Definitions,
  InstitutionReading,
  PeopleReading,
  Setup,
  Directories,
  Mays,
  Reader,
  LetterReading,
  BoardSawReading, OutcomeReading,
  OpinionReading, OpinionRequestReading,
  ReviewReading,
  SearchReading,
  SessionReading,
  SignInService,
  HowDueReading,
  InboxReading,
  ManyTasks, TaskHistoryReading,
  TaskReading,
  OtherTransfersReading, TransferReading,
];
