import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Changes, Reads } from '../http/access.js';
import { DoneDto } from '../http/done.dto.js';
import { IdParam } from '../http/id-param.js';
import { By, ChangedBy, type Asker, type Changer } from '../http/request.js';
import { Policies } from './policies.js';
import { PolicyDto, PublishPolicyDto, SimulateDto, SimulationDto } from './policy.dto.js';

@ApiTags('calendars')
@Controller()
export class PolicyController {
  constructor(private readonly policies: Policies) {}

  /** A board's times in force: every ladder of reminders and escalations. */
  @Get('boards/:boardId/policy') @Reads('nothing')
  policy(@By() by: Asker, @IdParam('boardId') boardId: string): Promise<PolicyDto> {
    return this.policies.inForce(by, boardId);
  }

  /** Publishes the board's next version with other times; open cases keep theirs unless they are moved on purpose. */
  @Post('boards/:boardId/policy') @Changes(['admin'])
  publishPolicy(@ChangedBy() by: Changer, @IdParam('boardId') boardId: string, @Body() body: PublishPolicyDto): Promise<DoneDto> {
    return this.policies.publish(by, boardId, body);
  }

  /** When each mark of a task would fall, with the reason of every skipped hour. */
  @Post('policies/simulate') @Reads('nothing')
  simulatePolicy(@By() by: Asker, @Body() body: SimulateDto): Promise<SimulationDto> {
    return this.policies.simulate(by, body);
  }
}
