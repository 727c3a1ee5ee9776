import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CaseForecastDto } from '../forecast/forecast.dto.js';
import { ForecastReading } from '../forecast/forecast.reading.js';
import { Reads } from '../http/access.js';
import { IdParam } from '../http/id-param.js';
import { By, type Asker } from '../http/request.js';
import { CaseBoardReading } from './case-board.reading.js';
import { CaseViewReading } from './case-view.reading.js';
import { HistoryReading } from './history.reading.js';
import { CaseBoardDto, CasePageDto } from './card.dto.js';
import { CaseFilterDto, CasePageQueryDto } from './case-list.dto.js';
import { CaseViewDto } from './case-view.dto.js';
import { HistoryPageDto, HistoryQueryDto } from './history.dto.js';

@ApiTags('cases')
@Controller('cases')
export class CaseViewController {
  constructor(private readonly board: CaseBoardReading, private readonly view: CaseViewReading, private readonly histories: HistoryReading, private readonly forecasts: ForecastReading) {}

  /** The case board: columns by stage with counts, each with its first cards. */
  @Get('board') @Reads('list')
  caseBoard(@By() by: Asker, @Query() filter: CaseFilterDto): Promise<CaseBoardDto> {
    return this.board.columns(by, filter);
  }

  /** The table of cases, nearest due first, paged by key. */
  @Get() @Reads('list')
  casePage(@By() by: Asker, @Query() query: CasePageQueryDto): Promise<CasePageDto> {
    return this.board.page(by, query);
  }

  /** One case with all that its screen shows, and what the reader may do. */
  @Get(':caseId') @Reads('clinical')
  caseView(@By() by: Asker, @IdParam('caseId') caseId: string): Promise<CaseViewDto> {
    return this.view.view(by, caseId);
  }

  /** "Will it make Thursday?": what is still to be done, on whose calendar, and who could take over what is in the way. */
  @Get(':caseId/forecast') @Reads('list')
  caseForecast(@By() by: Asker, @IdParam('caseId') caseId: string): Promise<CaseForecastDto> {
    return this.forecasts.of(by, caseId);
  }

  /** What happened, newest first: who, on whose behalf, when. */
  @Get(':caseId/history') @Reads('clinical')
  caseHistory(@By() by: Asker, @IdParam('caseId') caseId: string, @Query() query: HistoryQueryDto): Promise<HistoryPageDto> {
    return this.histories.page(by, caseId, query);
  }
}
