import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CalendarReading } from '../calendars/calendar.reading.js';
import { Commands } from '../door/commands.js';
import { Changes, Reads } from '../http/access.js';
import { DoneDto } from '../http/done.dto.js';
import { By, ChangedBy, type Asker, type Changer } from '../http/request.js';
import { BoardsDto, PublishBoardDto } from './board.dto.js';
import { BoardReading } from './board.reading.js';
import { Boards } from './boards.js';
import { InstitutionReading } from './institution.reading.js';
import { CalendarViewDto, InstitutionsDto, SetUpInstitutionDto } from './people.dto.js';

@ApiTags('people')
@Controller()
export class InstitutionController {
  constructor(private readonly commands: Commands, private readonly reading: InstitutionReading, private readonly calendars: CalendarReading, private readonly boardReading: BoardReading, private readonly boards: Boards) {}

  @Get('institutions') @Reads('nothing')
  institutions(@By() by: Asker): Promise<InstitutionsDto> {
    return this.reading.all(by);
  }

  /** Sets up a hospital. `ids`: institutionId. */
  @Post('institutions') @Changes(['admin'])
  setUpInstitution(@ChangedBy() by: Changer, @Body() body: SetUpInstitutionDto): Promise<DoneDto> {
    const { code, name, zone, country, calendarId } = body;
    return this.commands.put(by, 'setUpInstitution', this.commands.newStreamId(by), { code, name, zone, country, calendarId }, body);
  }

  /** A calendar in force: hours of the week, reviewed years and the days that differ, each with its source. */
  @Get('calendars/:calendarId') @Reads('nothing')
  calendar(@By() by: Asker, @Param('calendarId') calendarId: string): Promise<CalendarViewDto> {
    return this.calendars.view(by, calendarId);
  }

  @Get('boards') @Reads('nothing')
  allBoards(@By() by: Asker): Promise<BoardsDto> {
    return this.boardReading.all(by);
  }

  /** Publishes a board's next version, or a new board. Open cases keep the version they began on. */
  @Post('boards') @Changes(['admin'])
  publishBoard(@ChangedBy() by: Changer, @Body() body: PublishBoardDto): Promise<DoneDto> {
    return this.boards.publish(by, body);
  }
}
