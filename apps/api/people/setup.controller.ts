import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Access } from '../http/access.js';
import { Setup } from './setup.js';
import { SetUpDoneDto, SetUpDto, SetupViewDto } from './setup.dto.js';

@ApiTags('setup')
@Controller('setup')
export class SetupController {
  constructor(private readonly setups: Setup) {}

  /** Whether the first admin is awaited, and whether that person has signed in. */
  @Get() @Access({ who: 'anyone', does: 'read' })
  setup(@Req() request: Request): Promise<SetupViewDto> {
    return this.setups.view(request);
  }

  /** Sets up the first hospital with whoever just signed in as its admin; possible once. */
  @Post() @HttpCode(200) @Access({ who: 'anyone', does: 'signIn' })
  setUp(@Req() request: Request, @Body() body: SetUpDto): Promise<SetUpDoneDto> {
    return this.setups.run(request, body);
  }
}
