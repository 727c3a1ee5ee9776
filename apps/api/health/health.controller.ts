import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access } from '../http/access.js';
import { Health } from './health.js';
import { LiveDto, ReadyDto } from './health.dto.js';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly health: Health) {}

  /** The process runs. */
  @Get('live') @Access({ who: 'anyone', does: 'read' })
  healthLive(): LiveDto {
    return this.health.live();
  }

  /** Database, migrations, Temporal, worker: each with its state. 503 while the first two are not up. */
  @Get('ready') @Access({ who: 'anyone', does: 'read' })
  async healthReady(@Res({ passthrough: true }) response: Response): Promise<ReadyDto> {
    const ready = await this.health.ready();
    response.status(ready.status === 'ready' ? 200 : 503);
    return ready;
  }
}
