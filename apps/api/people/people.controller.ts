import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Commands } from '../door/commands.js';
import { Changes, Reads } from '../http/access.js';
import { DoneDto } from '../http/done.dto.js';
import { IdParam } from '../http/id-param.js';
import { By, ChangedBy, type Asker, type Changer } from '../http/request.js';
import { SignInService } from '../session/sign-in.service.js';
import { leaveGiven } from './leave-given.js';
import { AddPersonDto, ChangePostsDto, DisablePersonDto, EnablePersonDto, EndedSessionsDto, EndSessionsDto, NameSubstituteDto, PeopleQueryDto, PersonDto, PersonPageDto, PlanLeaveDto } from './people.dto.js';
import { PeopleReading } from './people.reading.js';
import { postsGiven } from './posts.js';

@ApiTags('people')
@Controller('people')
export class PeopleController {
  constructor(private readonly commands: Commands, private readonly reading: PeopleReading, private readonly signIns: SignInService) {}

  /** The directory, for choosing people and for admins. */
  @Get() @Reads('nothing')
  people(@By() by: Asker, @Query() query: PeopleQueryDto): Promise<PersonPageDto> {
    return this.reading.page(by, query);
  }

  /** One person with posts and contact card. */
  @Get(':personId') @Reads('nothing')
  person(@By() by: Asker, @IdParam('personId') personId: string): Promise<PersonDto> {
    return this.reading.person(by, personId);
  }

  /** Adds a person. `ids`: personId. */
  @Post() @Changes(['admin'])
  addPerson(@ChangedBy() by: Changer, @Body() body: AddPersonDto): Promise<DoneDto> {
    const { subject, posts, language, zone } = body;
    const personId = this.commands.newStreamId(by);
    const { name, nameOriginal, email, phone, title } = body;
    return this.commands.put(by, 'addPerson', personId, { subject, posts: postsGiven(posts), language, zone },
      { rows: { person: { id: personId, name, nameOriginal: nameOriginal ?? null, email, phone: phone ?? null, title: title ?? null } } });
  }

  @Post(':personId/posts') @Changes(['admin'])
  changePosts(@ChangedBy() by: Changer, @IdParam('personId') personId: string, @Body() body: ChangePostsDto): Promise<DoneDto> {
    return this.commands.put(by, 'changePosts', personId, { posts: postsGiven(body.posts) }, body.seenVersion === undefined ? {} : { seenVersion: body.seenVersion });
  }

  /** Names who acts while the person is away. */
  @Post(':personId/substitute') @Changes()
  nameSubstitute(@ChangedBy() by: Changer, @IdParam('personId') personId: string, @Body() body: NameSubstituteDto): Promise<DoneDto> {
    return this.commands.put(by, 'nameSubstitute', personId, { substituteId: body.substituteId ?? null, ...(body.discipline === undefined ? {} : { discipline: body.discipline }) }, body);
  }

  /** Sets when a person is away, replacing what was planned: whole days, or from and to a time of day on the clock of the person's zone. */
  @Post(':personId/leave') @Changes()
  async planLeave(@ChangedBy() by: Changer, @IdParam('personId') personId: string, @Body() body: PlanLeaveDto): Promise<DoneDto> {
    return this.commands.put(by, 'planLeave', personId, { leave: leaveGiven(body.leave, await this.reading.zoneOf(by, personId)) }, body);
  }

  /** Disables a person: every session ends with the next request. */
  @Post(':personId/disable') @Changes(['admin'])
  disablePerson(@ChangedBy() by: Changer, @IdParam('personId') personId: string, @Body() body: DisablePersonDto): Promise<DoneDto> {
    return this.commands.put(by, 'disablePerson', personId, {}, body);
  }

  @Post(':personId/enable') @Changes(['admin'])
  enablePerson(@ChangedBy() by: Changer, @IdParam('personId') personId: string, @Body() body: EnablePersonDto): Promise<DoneDto> {
    return this.commands.put(by, 'enablePerson', personId, {}, body);
  }

  /** Ends all sessions of a person. */
  @Post(':personId/end-sessions') @Changes(['admin'])
  endSessions(@ChangedBy() by: Changer, @IdParam('personId') personId: string, @Body() _body: EndSessionsDto): Promise<EndedSessionsDto> {
    return this.signIns.endAll(by, personId);
  }
}
