import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Commands } from '../door/commands.js';
import { Changes } from '../http/access.js';
import { DoneDto } from '../http/done.dto.js';
import { IdParam } from '../http/id-param.js';
import { ChangedBy, type Changer } from '../http/request.js';
import { PauseWaitingTimeDto, RecordFirstTreatmentDto, ResumeWaitingTimeDto } from './waiting.dto.js';

@ApiTags('cases')
@Controller('cases/:caseId')
export class WaitingController {
  constructor(private readonly commands: Commands) {}

  /** Stops the waiting-time clocks that this reason may stop. */
  @Post('waiting-time/pause') @Changes(['caseManager'])
  pauseWaitingTime(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: PauseWaitingTimeDto): Promise<DoneDto> {
    return this.commands.put(by, 'pauseWaitingTime', caseId, { reason: body.because }, { ...body, texts: { note: body.note } });
  }

  @Post('waiting-time/resume') @Changes(['caseManager'])
  resumeWaitingTime(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: ResumeWaitingTimeDto): Promise<DoneDto> {
    return this.commands.put(by, 'resumeWaitingTime', caseId, {}, body);
  }

  /** The day on which the first treatment began: the clocks that run to treatment stop. */
  @Post('first-treatment') @Changes()
  recordFirstTreatment(@ChangedBy() by: Changer, @IdParam('caseId') caseId: string, @Body() body: RecordFirstTreatmentDto): Promise<DoneDto> {
    return this.commands.put(by, 'recordFirstTreatment', caseId, { on: body.on }, body);
  }
}
