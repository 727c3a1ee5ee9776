import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Reads } from '../http/access.js';
import { By, type Asker } from '../http/request.js';
import { SearchDto, SearchResultDto } from './search.dto.js';
import { SearchReading } from './search.reading.js';

@ApiTags('search')
@Controller('search')
export class SearchController {
  constructor(private readonly reading: SearchReading) {}

  /** Cases by number, patient's name in any script or identifier; meetings by number; people. Within what the reader may see. */
  @Post() @Reads('identity')
  search(@By() by: Asker, @Body() body: SearchDto): Promise<SearchResultDto> {
    return this.reading.find(by, body);
  }
}
