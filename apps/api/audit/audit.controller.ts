import { Body, Controller, Get, Header, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Reads } from '../http/access.js';
import { By, type Asker } from '../http/request.js';
import { AuditExport } from './audit-export.js';
import { AuditReading } from './audit.reading.js';
import { AuditExportQueryDto, AuditFacetsDto, AuditPageDto, AuditQueryDto } from './audit.dto.js';

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly reading: AuditReading, private readonly exports: AuditExport) {}

  /** Who, what, when, from where, on whose behalf: changes, reads and refusals. Asking is itself recorded. */
  @Post('search') @Reads('audit', ['admin', 'auditor'])
  auditSearch(@By() by: Asker, @Body() query: AuditQueryDto): Promise<AuditPageDto> {
    return this.reading.page(by, query);
  }

  /** What the filters can be set to. */
  @Get('facets') @Reads('nothing', ['admin', 'auditor'])
  auditFacets(@By() by: Asker): Promise<AuditFacetsDto> {
    return this.reading.facets(by);
  }

  /** The same as a table (CSV with a byte order mark, at most 50,000 rows). */
  @Post('csv') @Reads('audit', ['admin', 'auditor']) @ApiProduces('text/csv') @Header('content-type', 'text/csv; charset=utf-8')
  auditCsv(@By() by: Asker, @Body() query: AuditQueryDto): Promise<StreamableFile> {
    return this.exports.csv(by, query);
  }

  /** Chains as NDJSON for `consilium audit verify --file` and for the browser's verify. */
  @Get('export') @Reads('audit', ['admin', 'auditor']) @ApiProduces('application/x-ndjson') @Header('content-type', 'application/x-ndjson')
  auditExport(@By() by: Asker, @Query() query: AuditExportQueryDto): Promise<StreamableFile> {
    return this.exports.chains(by, query.caseId ?? null);
  }
}
