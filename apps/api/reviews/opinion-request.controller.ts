import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Commands } from '../door/commands.js';
import { Changes, Reads } from '../http/access.js';
import { DoneDto } from '../http/done.dto.js';
import { IdParam } from '../http/id-param.js';
import { By, ChangedBy, type Asker, type Changer } from '../http/request.js';
import { OpinionSourcesDto, RequestOpinionDto, WithdrawOpinionRequestDto } from './opinion-request.dto.js';
import { OpinionRequestReading } from './opinion-request.reading.js';

@ApiTags('reviews')
@Controller('cases/:caseId/opinion-requests')
export class OpinionRequestController {
  constructor(private readonly commands: Commands, private readonly requests: OpinionRequestReading) {}

  /** Whom the board can ask, with how much each has to do. */
  @Get('sources') @Reads('list')
  opinionSources(@By() by: Asker, @IdParam('caseId') caseId: string): Promise<OpinionSourcesDto> {
    return this.requests.sources(by, caseId);
  }

  /** Asks any discipline something beside the reviews; its task is due by the board's ladder and the case's urgency. */
  @Post() @Changes()
  requestOpinion(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: RequestOpinionDto): Promise<DoneDto> {
    const { discipline, institutionId, personId, needed, question } = body;
    return this.commands.put(by, 'requestOpinion', caseId, { discipline, institutionId, personId: personId ?? null, needed }, { ...body, texts: { opinionQuestion: question } });
  }

  /** The opinion is not needed any more: its task ends. */
  @Post(':taskId/withdraw') @Changes()
  withdrawOpinionRequest(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @IdParam('taskId') taskId: string, @Body() body: WithdrawOpinionRequestDto): Promise<DoneDto> {
    return this.commands.put(by, 'withdrawOpinionRequest', caseId, { taskId }, { ...body, texts: { note: body.note } });
  }
}
