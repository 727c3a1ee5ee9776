import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Commands } from '../door/commands.js';
import { Changes } from '../http/access.js';
import { DoneDto } from '../http/done.dto.js';
import { IdParam } from '../http/id-param.js';
import { ChangedBy, type Changer } from '../http/request.js';
import { AnswerFollowUpDto, RecordFollowUpVisitDto } from './follow-up.dto.js';

@ApiTags('follow-up')
@Controller('cases/:caseId/follow-ups')
export class FollowUpController {
  constructor(private readonly commands: Commands) {}

  /** "Was it carried out?": the answer, and where it is not yes, why. */
  @Post(':taskId/answer') @Changes()
  answerFollowUp(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: AnswerFollowUpDto): Promise<DoneDto> {
    return this.commands.put(by, 'answerFollowUp', caseId, { taskId, answer: body.answer, because: body.because ?? null }, { ...body, texts: { note: body.note } });
  }

  /** How the patient was at a visit that the tumor type's plan asks for. */
  @Post(':taskId/visit') @Changes()
  recordFollowUpVisit(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: RecordFollowUpVisitDto): Promise<DoneDto> {
    const { carriedOut, because = null, status, localRecurrence, distantRecurrence, ecog = null, msts = null } = body;
    return this.commands.put(by, 'recordFollowUpVisit', caseId, { taskId, carriedOut, because, status, localRecurrence, distantRecurrence, ecog, msts }, { ...body, texts: { note: body.note } });
  }
}
