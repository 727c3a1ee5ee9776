import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Commands } from '../door/commands.js';
import { Changes } from '../http/access.js';
import { DoneDto } from '../http/done.dto.js';
import { IdParam } from '../http/id-param.js';
import { ChangedBy, type Changer } from '../http/request.js';
import { AnswerFollowUpDto } from './follow-up.dto.js';

@ApiTags('follow-up')
@Controller('cases/:caseId/follow-ups')
export class FollowUpController {
  constructor(private readonly commands: Commands) {}

  /** "Was it carried out?": the answer, and where it is not yes, why. */
  @Post(':taskId/answer') @Changes()
  answerFollowUp(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: AnswerFollowUpDto): Promise<DoneDto> {
    return this.commands.put(by, 'answerFollowUp', caseId, { taskId, answer: body.answer, because: body.because ?? null }, { ...body, texts: { note: body.note } });
  }
}
