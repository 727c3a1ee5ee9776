import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Commands } from '../door/commands.js';
import { Changes } from '../http/access.js';
import { CodeParam } from '../http/code-param.js';
import { DoneDto } from '../http/done.dto.js';
import { IdParam } from '../http/id-param.js';
import { ChangedBy, type Changer } from '../http/request.js';
import { CloseCaseDto, HoldCaseDto, NewRoundDto, ReopenCaseDto, ResumeCaseDto, WithdrawCaseDto } from '../intake/intake.dto.js';
import { AcceptIncompleteFileDto, DeclareConflictDto, DelistFromMeetingDto, ListForMeetingDto, MakeMoveDto, MarkStandardOfCareDto, UnmarkStandardOfCareDto } from './case-command.dto.js';

/** Moves of the process that a case manager may make by hand. */
const moves = ['startReviews', 'enterDiscussion', 'listOnNextMeeting', 'enterRecommendation', 'completeSignatures', 'enterTransfer', 'enterFollowUp', 'finishCase'] as const;
type MoveName = (typeof moves)[number];

@ApiTags('cases')
@Controller('cases/:caseId')
export class CaseCommandController {
  constructor(private readonly commands: Commands) {}

  /** Withdraws the case: open tasks end, nothing more is sent. */
  @Post('withdraw') @Changes()
  withdrawCase(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: WithdrawCaseDto): Promise<DoneDto> {
    return this.commands.put(by, 'withdrawCase', caseId, { reason: body.because }, { ...body, texts: { note: body.note } });
  }

  /** Puts the case on hold: allowances stop, waiting-time clocks never do. */
  @Post('hold') @Changes()
  holdCase(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: HoldCaseDto): Promise<DoneDto> {
    return this.commands.put(by, 'holdCase', caseId, { reason: body.because, resumeBy: body.resumeBy }, { ...body, texts: { note: body.note } });
  }

  @Post('resume') @Changes()
  resumeCase(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: ResumeCaseDto): Promise<DoneDto> {
    return this.commands.put(by, 'resumeCase', caseId, {}, { ...body, texts: { note: body.note } });
  }

  /** Closes the case with its reason. */
  @Post('close') @Changes()
  closeCase(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: CloseCaseDto): Promise<DoneDto> {
    return this.commands.put(by, 'closeCase', caseId, { reason: body.because }, { ...body, texts: { note: body.note } });
  }

  @Post('reopen') @Changes()
  reopenCase(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: ReopenCaseDto): Promise<DoneDto> {
    return this.commands.put(by, 'reopenCase', caseId, { reason: body.because }, { ...body, texts: { note: body.note } });
  }

  /** The case is discussed again: a new round begins. */
  @Post('new-round') @Changes()
  openNewRound(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: NewRoundDto): Promise<DoneDto> {
    return this.commands.put(by, 'openNewRound', caseId, { reason: body.because }, { ...body, texts: { note: body.note } });
  }

  /** Somebody is in conflict of interest: counts neither in the decision nor in its quorum. */
  @Post('conflicts') @Changes()
  declareConflict(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: DeclareConflictDto): Promise<DoneDto> {
    return this.commands.put(by, 'declareConflict', caseId, { personId: body.personId }, { ...body, texts: { note: body.note } });
  }

  /** The chair takes an incomplete file to discussion, with a reason. */
  @Post('accept-incomplete-file') @Changes(['chair'])
  acceptIncompleteFile(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: AcceptIncompleteFileDto): Promise<DoneDto> {
    return this.commands.put(by, 'acceptIncompleteFile', caseId, {}, { ...body, texts: { reason: body.reason } });
  }

  /** A standard covers the case: it is listed, and not discussed. */
  @Post('standard-of-care') @Changes(['caseManager', 'chair'])
  markStandardOfCare(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: MarkStandardOfCareDto): Promise<DoneDto> {
    return this.commands.put(by, 'markStandardOfCare', caseId, { guideline: body.guideline ? { code: body.guideline.code, edition: body.guideline.edition } : null }, { ...body, texts: { standard: body.reason } });
  }

  /** It is to be discussed after all. */
  @Post('standard-of-care/undo') @Changes(['caseManager', 'chair'])
  unmarkStandardOfCare(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: UnmarkStandardOfCareDto): Promise<DoneDto> {
    return this.commands.put(by, 'unmarkStandardOfCare', caseId, {}, body);
  }

  /** Puts the case on a meeting's agenda by hand. */
  @Post('list-for-meeting') @Changes(['caseManager', 'chair', 'scribe'])
  listForMeeting(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: ListForMeetingDto): Promise<DoneDto> {
    return this.commands.put(by, 'listForMeeting', caseId, { meetingId: body.meetingId }, body);
  }

  /** Takes the case off an agenda. */
  @Post('delist-from-meeting') @Changes(['caseManager', 'chair', 'scribe'])
  delistFromMeeting(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: DelistFromMeetingDto): Promise<DoneDto> {
    return this.commands.put(by, 'delistFromMeeting', caseId, { meetingId: body.meetingId, cause: body.cause }, { ...body, texts: { note: body.note } });
  }

  /** Makes a ready move by hand while the process is behind. */
  @Post('moves/:move') @Changes(['caseManager'])
  makeMove(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @CodeParam('move', moves) move: MoveName, @Body() body: MakeMoveDto): Promise<DoneDto> {
    return this.commands.put(by, move, caseId, { round: body.round }, body);
  }
}
