import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Commands } from '../door/commands.js';
import { Changes, Reads } from '../http/access.js';
import { DoneDto } from '../http/done.dto.js';
import { IdParam } from '../http/id-param.js';
import { By, ChangedBy, type Asker, type Changer } from '../http/request.js';
import { HowDueReading } from './how-due.reading.js';
import { InboxReading } from './inbox.reading.js';
import { InboxQueryDto } from './inbox.dto.js';
import { AcceptHandOverDto, GiveTaskDto, RefuseHandOverDto, ResumeTaskDto, ReturnTaskDto, SuspendTaskDto, TakeBackTaskDto, TaskHistoryDto } from './task.dto.js';
import { AssignTaskDto, ClaimTaskDto, DeclineTaskDto, HowDueDto, InboxPageDto, ReleaseTaskDto, ResolveDiscordanceDto, ConfirmConsensusDto, AskThirdOpinionDto, GiveThirdOpinionDto, RetryLetterDto, SettleDeferralCauseDto, SupplyMaterialDto, TaskViewDto } from './task.dto.js';
import { ManyTasks } from './many-tasks.js';
import { ManyTasksDoneDto, ManyTasksDto } from './many-tasks.dto.js';
import { TaskHistoryReading } from './task-history.reading.js';
import { TaskReading } from './task.reading.js';

@ApiTags('tasks')
@Controller()
export class TaskController {
  constructor(private readonly commands: Commands, private readonly inboxes: InboxReading, private readonly tasks: TaskReading, private readonly due: HowDueReading, private readonly many: ManyTasks, private readonly histories: TaskHistoryReading) {}

  /** Own tasks and those to claim, nearest due first. */
  @Get('inbox') @Reads('list')
  inbox(@By() by: Asker, @Query() query: InboxQueryDto): Promise<InboxPageDto> {
    return this.inboxes.page(by, query);
  }

  /** One task with the people it could be given to. */
  @Get('cases/:caseId/tasks/:taskId') @Reads('list')
  task(@By() by: Asker, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string): Promise<TaskViewDto> {
    return this.tasks.view(by, caseId, taskId);
  }

  /** "How is this due?": every stretch from the start to the deadline, counted or skipped and why. */
  @Get('cases/:caseId/tasks/:taskId/due') @Reads('list')
  howDue(@By() by: Asker, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string): Promise<HowDueDto> {
    return this.due.explain(by, caseId, taskId);
  }

  /** What happened to one task, newest first: status before and after, by whom, on whose behalf. */
  @Get('cases/:caseId/tasks/:taskId/history') @Reads('clinical')
  taskHistory(@By() by: Asker, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string): Promise<TaskHistoryDto> {
    return this.histories.of(by, caseId, taskId);
  }

  /** One act on many tasks: an answer a task; what fails takes nothing from the others. */
  @Post('tasks/many') @Changes()
  manyTasks(@ChangedBy() by: Changer, @Body() body: ManyTasksDto): Promise<ManyTasksDoneDto> {
    return this.many.put(by, body);
  }

  @Post('cases/:caseId/tasks/:taskId/claim') @Changes()
  claimTask(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: ClaimTaskDto): Promise<DoneDto> {
    return this.commands.put(by, 'claimTask', caseId, { taskId }, body);
  }

  @Post('cases/:caseId/tasks/:taskId/assign') @Changes()
  assignTask(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: AssignTaskDto): Promise<DoneDto> {
    return this.commands.put(by, 'assignTask', caseId, { taskId, ownerId: body.ownerId }, body);
  }

  @Post('cases/:caseId/tasks/:taskId/release') @Changes()
  releaseTask(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: ReleaseTaskDto): Promise<DoneDto> {
    return this.commands.put(by, 'releaseTask', caseId, { taskId }, body);
  }

  /** Gives the task back to its pool, with the reason. */
  @Post('cases/:caseId/tasks/:taskId/decline') @Changes()
  declineTask(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: DeclineTaskDto): Promise<DoneDto> {
    return this.commands.put(by, 'declineTask', caseId, { taskId, reason: body.reason }, { ...body, texts: { note: body.note } });
  }

  /** Offers the task to a named person, who accepts or refuses; until then it stays with its owner. */
  @Post('cases/:caseId/tasks/:taskId/hand-over') @Changes()
  handOverTask(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: GiveTaskDto): Promise<DoneDto> {
    return this.commands.put(by, 'handOverTask', caseId, { taskId, toId: body.toId }, { ...body, texts: { note: body.note } });
  }

  @Post('cases/:caseId/tasks/:taskId/accept') @Changes()
  acceptHandOver(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: AcceptHandOverDto): Promise<DoneDto> {
    return this.commands.put(by, 'acceptHandOver', caseId, { taskId }, body);
  }

  @Post('cases/:caseId/tasks/:taskId/refuse') @Changes()
  refuseHandOver(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: RefuseHandOverDto): Promise<DoneDto> {
    return this.commands.put(by, 'refuseHandOver', caseId, { taskId, reason: body.reason }, { ...body, texts: { note: body.note } });
  }

  /** Somebody else does it for the owner, at once and in their own name. */
  @Post('cases/:caseId/tasks/:taskId/delegate') @Changes()
  delegateTask(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: GiveTaskDto): Promise<DoneDto> {
    return this.commands.put(by, 'delegateTask', caseId, { taskId, toId: body.toId }, { ...body, texts: { note: body.note } });
  }

  /** Who does a task for somebody gives it back to them. */
  @Post('cases/:caseId/tasks/:taskId/return') @Changes()
  returnTask(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: ReturnTaskDto): Promise<DoneDto> {
    return this.commands.put(by, 'returnTask', caseId, { taskId }, { ...body, texts: { note: body.note } });
  }

  /** Takes back what was handed over and not accepted yet, what was delegated, or what a substitute got. */
  @Post('cases/:caseId/tasks/:taskId/take-back') @Changes()
  takeBackTask(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: TakeBackTaskDto): Promise<DoneDto> {
    return this.commands.put(by, 'takeBackTask', caseId, { taskId }, body);
  }

  /** Lays the task aside until a day. */
  @Post('cases/:caseId/tasks/:taskId/suspend') @Changes()
  suspendTask(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: SuspendTaskDto): Promise<DoneDto> {
    return this.commands.put(by, 'suspendTask', caseId, { taskId, reason: body.reason, until: body.until }, { ...body, texts: { note: body.note } });
  }

  @Post('cases/:caseId/tasks/:taskId/resume') @Changes()
  resumeTask(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: ResumeTaskDto): Promise<DoneDto> {
    return this.commands.put(by, 'resumeTask', caseId, { taskId }, body);
  }

  /** The material that a reviewer asked for was sent. */
  @Post('cases/:caseId/tasks/:taskId/supply-material') @Changes()
  supplyMaterial(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: SupplyMaterialDto): Promise<DoneDto> {
    return this.commands.put(by, 'supplyMaterial', caseId, { taskId }, { ...body, texts: { note: body.note } });
  }

  /** A major discordance between two pathology readings: what the two agreed, still to be confirmed, or a third opinion that settles it. */
  @Post('cases/:caseId/tasks/:taskId/resolve-discordance') @Changes()
  resolveDiscordance(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: ResolveDiscordanceDto): Promise<DoneDto> {
    return this.commands.put(by, 'resolveDiscordance', caseId, { taskId, how: body.how }, { ...body, texts: { note: body.note } });
  }

  /** The other of the two who differ confirms what was written down as agreed: only now is it settled. */
  @Post('cases/:caseId/tasks/:taskId/confirm-consensus') @Changes(['specialist'])
  confirmConsensus(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: ConfirmConsensusDto): Promise<DoneDto> {
    return this.commands.put(by, 'confirmConsensus', caseId, { taskId, textId: body.textId }, body);
  }

  /** Asks a pathologist who signed neither reading how a discordance is to be settled. */
  @Post('cases/:caseId/tasks/:taskId/ask-third-opinion') @Changes()
  askThirdOpinion(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: AskThirdOpinionDto): Promise<DoneDto> {
    return this.commands.put(by, 'askThirdOpinion', caseId, { taskId, personId: body.personId ?? null }, { ...body, texts: { note: body.note } });
  }

  /** The third opinion: which reading it bears out. */
  @Post('cases/:caseId/tasks/:taskId/give-third-opinion') @Changes(['specialist'])
  giveThirdOpinion(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: GiveThirdOpinionDto): Promise<DoneDto> {
    return this.commands.put(by, 'giveThirdOpinion', caseId, { taskId, bearsOut: body.bearsOut }, { ...body, texts: { note: body.note } });
  }

  /** What a deferral named is there now, or out of the way. */
  @Post('cases/:caseId/tasks/:taskId/settle-deferral-cause') @Changes(['caseManager', 'referringClinician'])
  settleDeferralCause(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: SettleDeferralCauseDto): Promise<DoneDto> {
    return this.commands.put(by, 'settleDeferralCause', caseId, { taskId }, { ...body, texts: { note: body.note } });
  }

  /** What kept a letter from being made is out of the way: the process makes it again. */
  @Post('cases/:caseId/tasks/:taskId/retry-letter') @Changes(['caseManager'])
  retryLetter(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: RetryLetterDto): Promise<DoneDto> {
    return this.commands.put(by, 'retryLetter', caseId, { taskId }, { ...body, texts: { note: body.note } });
  }
}
