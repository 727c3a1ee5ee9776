import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Reads } from '../http/access.js';
import { By, type Asker } from '../http/request.js';
import { NumbersCasesReading } from './numbers-cases.reading.js';
import { csvOf } from './numbers-csv.js';
import { NumbersCasesDto, NumbersCasesQueryDto, NumbersDto, NumbersFilterDto } from './numbers.dto.js';
import { NumbersReading } from './numbers.reading.js';

@ApiTags('numbers')
@Controller('numbers')
export class NumbersController {
  constructor(private readonly reading: NumbersReading, private readonly behind: NumbersCasesReading) {}

  /** Times, shares and their denominators over the boards of one's hospitals; small numbers are not told. */
  @Get() @Reads('aggregate', ['admin', 'caseManager', 'chair'])
  numbers(@By() by: Asker, @Query() query: NumbersFilterDto): Promise<NumbersDto> {
    return this.reading.numbers(by, query);
  }

  /** The same as a table (CSV with a byte order mark). */
  @Get('csv') @Reads('aggregate', ['admin', 'caseManager', 'chair']) @ApiProduces('text/csv') @Header('content-type', 'text/csv; charset=utf-8')
  async numbersCsv(@By() by: Asker, @Query() query: NumbersFilterDto): Promise<StreamableFile> {
    return new StreamableFile(Buffer.from(csvOf(await this.reading.numbers(by, query))), { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="numbers.csv"' });
  }

  /** The cases behind a bar that are open to the reader. */
  @Get('cases') @Reads('list', ['admin', 'caseManager', 'chair'])
  numbersCases(@By() by: Asker, @Query() query: NumbersCasesQueryDto): Promise<NumbersCasesDto> {
    return this.behind.cases(by, query);
  }
}
