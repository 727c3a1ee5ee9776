import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Access } from '../http/access.js';
import { LogoutTokenDto, SignInQueryDto } from './sign-in.dto.js';
import { SignInService } from './sign-in.service.js';

@ApiTags('session')
@Controller()
export class SignInController {
  constructor(private readonly signIns: SignInService) {}

  /** Sends the browser to the identity provider and, afterwards, back to `return`. `fresh=1` asks for credentials again. */
  @Get('sign-in') @Access({ who: 'anyone', does: 'signIn' }) @HttpCode(302)
  signIn(@Query() query: SignInQueryDto, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.signIns.begin(query, request, response);
  }

  @Get('sign-in/callback') @Access({ who: 'anyone', does: 'signIn' }) @ApiExcludeEndpoint()
  callback(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.signIns.complete(request, response);
  }

  /** OpenID Connect back-channel logout. */
  @Post('sign-out/back-channel') @HttpCode(200) @Access({ who: 'anyone', does: 'signIn' }) @ApiExcludeEndpoint()
  backChannelLogout(@Body() body: LogoutTokenDto): Promise<void> {
    return this.signIns.backChannel(body.logout_token);
  }
}
