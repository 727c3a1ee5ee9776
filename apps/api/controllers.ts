import { BoardController } from './boards/board.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { CalendarController } from './calendars/calendar.controller.js';
import { PolicyController } from './calendars/policy.controller.js';
import { CaseCommandController } from './cases/case-command.controller.js';
import { CaseViewController } from './cases/case-view.controller.js';
import { FileController } from './files/file.controller.js';
import { FollowUpController } from './follow-up/follow-up.controller.js';
import { HealthController } from './health/health.controller.js';
import { IntakeController } from './intake/intake.controller.js';
import { LiveController } from './live/live.controller.js';
import { MeetingController } from './meetings/meeting.controller.js';
import { ProposalController } from './meetings/proposal.controller.js';
import { NotificationController } from './notifications/notification.controller.js';
import { NumbersController } from './numbers/numbers.controller.js';
import { InstitutionController } from './people/institution.controller.js';
import { PeopleController } from './people/people.controller.js';
import { SetupController } from './people/setup.controller.js';
import { OutcomeController } from './recommendations/outcome.controller.js';
import { PreparationController } from './preparation/preparation.controller.js';
import { RecommendationController } from './recommendations/recommendation.controller.js';
import { OpinionRequestController } from './reviews/opinion-request.controller.js';
import { ReviewController } from './reviews/review.controller.js';
import { SearchController } from './search/search.controller.js';
import { SessionController } from './session/session.controller.js';
import { SignInController } from './session/sign-in.controller.js';
import { TaskController } from './tasks/task.controller.js';
import { TransferController } from './transfers/transfer.controller.js';
import { WaitingController } from './waiting/waiting.controller.js';

/** Every controller of the api: the generated route test walks this list. */
export const controllers = [
  AuditController,
  CaseCommandController,
  CaseViewController,
  FileController,
  FollowUpController,
  HealthController,
  IntakeController,
  LiveController,
  MeetingController,
  ProposalController,
  NotificationController,
  NumbersController,
  InstitutionController,
  PeopleController,
  SetupController,
  OutcomeController,
  PreparationController,
  RecommendationController,
  OpinionRequestController,
  ReviewController,
  SearchController,
  SessionController,
  SignInController,
  TaskController,
  TransferController,
  WaitingController,
  CalendarController,
  PolicyController,
  BoardController,
];
