import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { readCalendar } from '#domain';
import { Commands } from '../door/commands.js';
import { Changes, Reads } from '../http/access.js';
import { DoneDto } from '../http/done.dto.js';
import { IdParam } from '../http/id-param.js';
import { By, ChangedBy, type Asker, type Changer } from '../http/request.js';
import { FieldsError } from '../http/validation.js';
import { CalendarFileQueryDto, DraftCalendarDto, HospitalCalendarDto, PublishCalendarDto, ReadCalendarDto, ReadCalendarFileDto } from './calendar.dto.js';
import { CalendarReading } from './calendar.reading.js';
import { DryRunDto, DryRunResultDto, ReplanningsDto } from './replanning.dto.js';
import { DryRunReading } from './dry-run.reading.js';
import { ReplanningReading } from './replanning.reading.js';

@ApiTags('calendars')
@Controller()
export class CalendarController {
  constructor(private readonly commands: Commands, private readonly reading: CalendarReading, private readonly dryRuns: DryRunReading, private readonly replannings: ReplanningReading) {}

  /** A hospital's calendar in force, and the draft that awaits its review with the difference. */
  @Get('institutions/:institutionId/calendar') @Reads('nothing', ['admin'])
  hospitalCalendar(@By() by: Asker, @IdParam('institutionId') institutionId: string): Promise<HospitalCalendarDto> {
    return this.reading.ofHospital(by, institutionId);
  }

  /** Lays a whole calendar down for review; nothing counts by it yet. */
  @Post('institutions/:institutionId/calendar/draft') @Changes(['admin'])
  draftCalendar(@ChangedBy() by: Changer, @IdParam('institutionId') institutionId: string, @Body() body: DraftCalendarDto): Promise<DoneDto> {
    const found = readCalendar(body.calendar);
    if ('at' in found) throw new FieldsError([{ field: `calendar.${found.at}`, code: 'isCalendar' }]);
    return this.commands.put(by, 'draftCalendar', institutionId, { calendar: found.calendar }, body);
  }

  /** Puts the reviewed draft in force; open deadlines are then planned anew, case by case. */
  @Post('institutions/:institutionId/calendar/publish') @Changes(['admin'])
  publishCalendar(@ChangedBy() by: Changer, @IdParam('institutionId') institutionId: string, @Body() body: PublishCalendarDto): Promise<DoneDto> {
    return this.commands.put(by, 'publishCalendar', institutionId, { draft: body.draft }, body);
  }

  /** Reads a calendar file (JSON, or the all-day events of an .ics file) as one that could be laid down; keeps nothing. */
  @Post('institutions/:institutionId/calendar/read-file') @Reads('nothing', ['admin'])
  readCalendarFile(@By() by: Asker, @IdParam('institutionId') institutionId: string, @Body() body: ReadCalendarFileDto): Promise<ReadCalendarDto> {
    return this.reading.read(by, institutionId, body);
  }

  /** A calendar in force as a file: JSON, whole and exact, or .ics with the days that differ. */
  @Get('calendars/:calendarId/file') @Reads('nothing') @ApiProduces('application/json', 'text/calendar')
  async calendarFile(@By() by: Asker, @Param('calendarId') calendarId: string, @Query() query: CalendarFileQueryDto, @Res({ passthrough: true }) response: Response): Promise<string> {
    const format = query.format ?? 'json';
    const text = await this.reading.file(by, calendarId, format);
    response.setHeader('content-type', format === 'json' ? 'application/json; charset=utf-8' : 'text/calendar; charset=utf-8');
    response.setHeader('content-disposition', `attachment; filename="calendar.${format}"`);
    return text;
  }

  /** Which open deadlines a change would move, from when to when, before it is made: by admins, and by everybody for their own leave. */
  @Post('replanning/dry-run') @Reads('list')
  dryRun(@By() by: Asker, @Body() body: DryRunDto): Promise<DryRunResultDto> {
    return this.dryRuns.run(by, body);
  }

  /** How far the last changes have come: "17 of 20". */
  @Get('replanning') @Reads('nothing', ['admin'])
  allReplannings(@By() by: Asker): Promise<ReplanningsDto> {
    return this.replannings.latest(by);
  }
}
