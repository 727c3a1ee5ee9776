import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Commands } from '../door/commands.js';
import { Changes, Reads } from '../http/access.js';
import { DoneDto } from '../http/done.dto.js';
import { IdParam } from '../http/id-param.js';
import { By, ChangedBy, type Asker, type Changer } from '../http/request.js';
import { ExtraordinaryMeetings } from './extraordinary-meetings.js';
import { MeetingListReading } from './meeting-list.reading.js';
import { MeetingViewReading } from './meeting-view.reading.js';
import { MeetingPageDto, MeetingViewDto } from './meeting.dto.js';
import { ExtraordinaryMeetingDto, InviteToMeetingDto, SlotQueryDto, SlotsDto, WithdrawInvitationDto } from './slot.dto.js';
import { SignedOffDto, SignOffStandardsDto } from './standard-of-care.dto.js';
import { StandardsOfCare } from './standards-of-care.js';
import { SlotsReading } from './slots.reading.js';
import { AnswerInvitationDto, ApproveMinutesDto, CancelMeetingDto, ChangeAttendanceDto, CloseMeetingDto, ConfirmDateDto, EndAttendanceDto, HandOnChairDto, MeetingQueryDto, MoveMeetingDto, OpenMeetingDto, OrderAgendaDto, PlanMeetingDto, RecordAttendanceDto, RecordHeardDto, SetTimeBoxDto, TakeBreakDto, TakeUpCaseDto } from './meeting-command.dto.js';

@ApiTags('meetings')
@Controller('meetings')
export class MeetingController {
  constructor(private readonly commands: Commands, private readonly standards: StandardsOfCare, private readonly list: MeetingListReading, private readonly view: MeetingViewReading, private readonly slots: SlotsReading, private readonly extraordinary: ExtraordinaryMeetings) {}

  /** Coming meetings, earliest first, or past ones, latest first. */
  @Get() @Reads('nothing')
  meetings(@By() by: Asker, @Query() query: MeetingQueryDto): Promise<MeetingPageDto> {
    return this.list.page(by, query);
  }

  /** The chair signs off cases that a standard covers, many in one act: an answer a case. */
  @Post(':meetingId/sign-off-standards') @Changes(['chair'])
  signOffStandards(@ChangedBy() by: Changer, @IdParam('meetingId') meetingId: string, @Body() body: SignOffStandardsDto): Promise<SignedOffDto> {
    return this.standards.signOff(by, meetingId, body);
  }

  /** Times at which the board could sit, best first, with who cannot come and why. */
  @Get('slots/:boardId') @Reads('nothing', ['caseManager', 'chair', 'scribe'])
  meetingSlots(@By() by: Asker, @IdParam('boardId') boardId: string, @Query() query: SlotQueryDto): Promise<SlotsDto> {
    return this.slots.find(by, boardId, query);
  }

  /** A meeting: agenda with completeness, attendance, quorum case by case. */
  @Get(':meetingId') @Reads('list')
  meeting(@By() by: Asker, @IdParam('meetingId') meetingId: string): Promise<MeetingViewDto> {
    return this.view.view(by, meetingId);
  }

  /** Plans a meeting beside the series. `ids`: meetingId, number. */
  @Post() @Changes(['caseManager', 'chair', 'scribe'])
  planMeeting(@ChangedBy() by: Changer, @Body() body: PlanMeetingDto): Promise<DoneDto> {
    const { boardId, startsAt, zone, minutes, place } = body;
    return this.commands.put(by, 'planMeeting', this.commands.newStreamId(by), { number: '', boardId, startsAt, zone, minutes, place }, body);
  }

  /** Plans a meeting for one emergency case and puts the case on its agenda. `ids`: meetingId. */
  @Post('extraordinary') @Changes(['caseManager', 'chair', 'scribe'])
  planExtraordinaryMeeting(@ChangedBy() by: Changer, @Body() body: ExtraordinaryMeetingDto): Promise<DoneDto> {
    return this.extraordinary.plan(by, body);
  }

  @Post(':meetingId/move') @Changes(['caseManager', 'chair', 'scribe'])
  moveMeeting(@ChangedBy() by: Changer, @IdParam('meetingId') meetingId: string, @Body() body: MoveMeetingDto): Promise<DoneDto> {
    return this.commands.put(by, 'moveMeeting', meetingId, { startsAt: body.startsAt }, body);
  }

  /** It stays on its date, though a hospital does not work then. */
  @Post(':meetingId/confirm-date') @Changes(['caseManager', 'chair', 'scribe'])
  confirmDate(@ChangedBy() by: Changer, @IdParam('meetingId') meetingId: string, @Body() body: ConfirmDateDto): Promise<DoneDto> {
    return this.commands.put(by, 'confirmDate', meetingId, {}, body);
  }

  @Post(':meetingId/cancel') @Changes(['caseManager', 'chair', 'scribe'])
  cancelMeeting(@ChangedBy() by: Changer, @IdParam('meetingId') meetingId: string, @Body() body: CancelMeetingDto): Promise<DoneDto> {
    return this.commands.put(by, 'cancelMeeting', meetingId, { because: body.because }, body);
  }

  /** One more is asked to the meeting: a member who was left out, a guest expert, a trainee. */
  @Post(':meetingId/invitations') @Changes(['caseManager', 'chair', 'scribe'])
  inviteToMeeting(@ChangedBy() by: Changer, @IdParam('meetingId') meetingId: string, @Body() body: InviteToMeetingDto): Promise<DoneDto> {
    return this.commands.put(by, 'inviteToMeeting', meetingId, { personId: body.personId, as: body.as }, body);
  }

  /** The meeting is no longer for somebody. */
  @Post(':meetingId/invitations/:personId/withdraw') @Changes(['caseManager', 'chair', 'scribe'])
  withdrawInvitation(@ChangedBy() by: Changer, @IdParam('meetingId') meetingId: string, @IdParam('personId') personId: string, @Body() body: WithdrawInvitationDto): Promise<DoneDto> {
    return this.commands.put(by, 'withdrawInvitation', meetingId, { personId }, body);
  }

  /** The order in which cases are heard. */
  @Post(':meetingId/order') @Changes(['caseManager', 'chair', 'scribe'])
  orderAgenda(@ChangedBy() by: Changer, @IdParam('meetingId') meetingId: string, @Body() body: OrderAgendaDto): Promise<DoneDto> {
    return this.commands.put(by, 'orderAgenda', meetingId, { order: body.order }, body);
  }

  /** Whether somebody comes: said by themselves, or noted by who runs the meeting. */
  @Post(':meetingId/invitations/:personId') @Changes()
  answerInvitation(@ChangedBy() by: Changer, @IdParam('meetingId') meetingId: string, @IdParam('personId') personId: string, @Body() body: AnswerInvitationDto): Promise<DoneDto> {
    return this.commands.put(by, 'answerInvitation', meetingId, { personId, answer: body.answer }, body);
  }

  @Post(':meetingId/open') @Changes(['chair', 'scribe', 'caseManager'])
  openMeeting(@ChangedBy() by: Changer, @IdParam('meetingId') meetingId: string, @Body() body: OpenMeetingDto): Promise<DoneDto> {
    return this.commands.put(by, 'openMeeting', meetingId, { chairId: body.chairId, scribeId: body.scribeId ?? null }, body);
  }

  /** Somebody is present, for one discipline, perhaps as a substitute. */
  @Post(':meetingId/attendance') @Changes()
  recordAttendance(@ChangedBy() by: Changer, @IdParam('meetingId') meetingId: string, @Body() body: RecordAttendanceDto): Promise<DoneDto> {
    const { personId, discipline, institutionId, how, substituteFor } = body;
    return this.commands.put(by, 'recordAttendance', meetingId, { personId, discipline, institutionId, how, substituteFor: substituteFor ?? null }, body);
  }

  /** From the room to the video, or back, in one step. */
  @Post(':meetingId/attendance/:personId/change') @Changes()
  changeAttendance(@ChangedBy() by: Changer, @IdParam('meetingId') meetingId: string, @IdParam('personId') personId: string, @Body() body: ChangeAttendanceDto): Promise<DoneDto> {
    return this.commands.put(by, 'changeAttendance', meetingId, { personId, how: body.how }, body);
  }

  /** Somebody left. */
  @Post(':meetingId/attendance/:personId/end') @Changes()
  endAttendance(@ChangedBy() by: Changer, @IdParam('meetingId') meetingId: string, @IdParam('personId') personId: string, @Body() body: EndAttendanceDto): Promise<DoneDto> {
    return this.commands.put(by, 'endAttendance', meetingId, { personId }, body);
  }

  @Post(':meetingId/chair') @Changes(['chair', 'scribe', 'caseManager'])
  handOnChair(@ChangedBy() by: Changer, @IdParam('meetingId') meetingId: string, @Body() body: HandOnChairDto): Promise<DoneDto> {
    return this.commands.put(by, 'handOnChair', meetingId, { chairId: body.chairId }, body);
  }

  /** The board turns to a case: its clock runs, the presentation follows. */
  @Post(':meetingId/current') @Changes(['chair', 'scribe', 'caseManager'])
  takeUpCase(@ChangedBy() by: Changer, @IdParam('meetingId') meetingId: string, @Body() body: TakeUpCaseDto): Promise<DoneDto> {
    return this.commands.put(by, 'takeUpCase', meetingId, { caseId: body.caseId }, body);
  }

  /** A break: no case's clock runs. */
  @Post(':meetingId/break') @Changes(['chair', 'scribe', 'caseManager'])
  takeBreak(@ChangedBy() by: Changer, @IdParam('meetingId') meetingId: string, @Body() body: TakeBreakDto): Promise<DoneDto> {
    return this.commands.put(by, 'takeBreak', meetingId, {}, body);
  }

  /** A field has spoken on the case, or the patient's view was told. */
  @Post(':meetingId/cases/:caseId/heard') @Changes(['chair', 'scribe', 'caseManager'])
  recordHeard(@ChangedBy() by: Changer, @IdParam('meetingId') meetingId: string, @IdParam('caseId') caseId: string, @Body() body: RecordHeardDto): Promise<DoneDto> {
    return this.commands.put(by, 'recordHeard', meetingId, { caseId, voice: body.voice, heard: body.heard }, body);
  }

  /** How many minutes a case is given. */
  @Post(':meetingId/cases/:caseId/minutes') @Changes(['chair', 'scribe', 'caseManager'])
  setTimeBox(@ChangedBy() by: Changer, @IdParam('meetingId') meetingId: string, @IdParam('caseId') caseId: string, @Body() body: SetTimeBoxDto): Promise<DoneDto> {
    return this.commands.put(by, 'setTimeBox', meetingId, { caseId, minutes: body.minutes ?? null }, body);
  }

  /** Closes the meeting: every case that is still listed and undecided is deferred by the process. */
  @Post(':meetingId/close') @Changes(['chair', 'scribe', 'caseManager'])
  closeMeeting(@ChangedBy() by: Changer, @IdParam('meetingId') meetingId: string, @Body() body: CloseMeetingDto): Promise<DoneDto> {
    return this.commands.put(by, 'closeMeeting', meetingId, {}, body);
  }

  /** The chair stands for the minutes of a closed meeting. */
  @Post(':meetingId/minutes/approve') @Changes(['chair'])
  approveMinutes(@ChangedBy() by: Changer, @IdParam('meetingId') meetingId: string, @Body() body: ApproveMinutesDto): Promise<DoneDto> {
    return this.commands.put(by, 'approveMinutes', meetingId, {}, body);
  }
}
