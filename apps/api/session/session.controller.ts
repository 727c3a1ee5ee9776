import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, Changes, Reads } from '../http/access.js';
import { By, ChangedBy, type Asker, type Changer } from '../http/request.js';
import { SessionReading } from './session.reading.js';
import { SignInService } from './sign-in.service.js';
import { ProcessStatusDto, SessionDto, SignedOutDto, SignOutDto } from './session.dto.js';

@ApiTags('session')
@Controller()
export class SessionController {
  constructor(private readonly reading: SessionReading, private readonly signIns: SignInService) {}

  /** Who is signed in, with which posts, and which screens are open. */
  @Get('session') @Reads('nothing')
  session(@By() by: Asker): Promise<SessionDto> {
    return this.reading.session(by);
  }

  /** Whether the process that moves cases keeps up, whether this is a demo, and whether the first admin is awaited. */
  @Get('status') @Access({ who: 'anyone', does: 'read' })
  status(): Promise<ProcessStatusDto> {
    return this.reading.status();
  }

  /** Ends the session here and says where to end it at the identity provider. */
  @Post('session/sign-out') @Changes()
  signOut(@ChangedBy() by: Changer, @Body() _body: SignOutDto): Promise<SignedOutDto> {
    return this.signIns.signOut(by);
  }
}
