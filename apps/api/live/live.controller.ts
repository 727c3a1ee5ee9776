import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Reads } from '../http/access.js';
import { By, type Asker } from '../http/request.js';
import { LiveQueryDto } from './live.dto.js';
import { LiveStreams } from './live-streams.js';

@ApiTags('live')
@Controller('live')
export class LiveController {
  constructor(private readonly streams: LiveStreams) {}

  /**
   * Server-sent events: `changed` says only "case X (or stream Y) is at seq N"; `id` is the position to resume from by
   * `Last-Event-ID`. `alive` comes every 15 s, `ended` when the session is over.
   */
  @Get() @Reads('nothing') @ApiProduces('text/event-stream')
  live(@By() by: Asker, @Headers('last-event-id') lastEventId: string | undefined, @Query() query: LiveQueryDto, @Res() response: Response): Promise<void> {
    return this.streams.follow(by, lastEventId ?? query.after ?? null, response);
  }
}
