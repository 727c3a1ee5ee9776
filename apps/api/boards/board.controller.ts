import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Changes, Reads } from '../http/access.js';
import { DoneDto } from '../http/done.dto.js';
import { IdParam } from '../http/id-param.js';
import { By, ChangedBy, type Asker, type Changer } from '../http/request.js';
import { CaseMoves } from './case-moves.js';
import { CaseMovesReading } from './case-moves.reading.js';
import { BoardDefinitionDto, CaseMovesDto, CaseMovesQueryDto, CasesMovedDto, CheckBoardDto, CheckedBoardDto, MoveCasesDto, PublishDefinitionDto } from './definition.dto.js';
import { DefinitionReading } from './definition.reading.js';
import { Definitions } from './definitions.js';

@ApiTags('boards')
@Controller('boards/:boardId')
export class BoardController {
  constructor(private readonly reading: DefinitionReading, private readonly definitions: Definitions, private readonly movesReading: CaseMovesReading, private readonly moves: CaseMoves) {}

  /** A board's definition in force, and its versions with how many open cases run on each. */
  @Get('definition') @Reads('nothing')
  boardDefinition(@By() by: Asker, @IdParam('boardId') boardId: string): Promise<BoardDefinitionDto> {
    return this.reading.view(by, boardId);
  }

  /** A version's definition as a file: JSON, whole, as it can be changed and brought back. */
  @Get('versions/:version') @Reads('nothing') @ApiProduces('application/json')
  async boardVersion(@By() by: Asker, @IdParam('boardId') boardId: string, @Param('version') version: string, @Res({ passthrough: true }) response: Response): Promise<string> {
    const text = await this.reading.file(by, boardId, /^[1-9]\d{0,5}$/.test(version) ? Number(version) : 0);
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.setHeader('content-disposition', `attachment; filename="board-version-${version}.json"`);
    return text;
  }

  /** What is wrong in a definition, and in words what it changes; keeps nothing. */
  @Post('definition/check') @Reads('nothing', ['admin'])
  checkBoard(@By() by: Asker, @IdParam('boardId') boardId: string, @Body() body: CheckBoardDto): Promise<CheckedBoardDto> {
    return this.reading.check(by, boardId, body.definition);
  }

  /** Publishes a whole definition as the board's next version. Open cases keep the version they began on. */
  @Post('definition') @Changes(['admin'])
  publishDefinition(@ChangedBy() by: Changer, @IdParam('boardId') boardId: string, @Body() body: PublishDefinitionDto): Promise<DoneDto> {
    return this.definitions.publish(by, boardId, body);
  }

  /** The open cases on earlier versions, and what moving each to the version in force would change. */
  @Get('moves') @Reads('list', ['admin', 'caseManager'])
  caseMoves(@By() by: Asker, @IdParam('boardId') boardId: string, @Query() query: CaseMovesQueryDto): Promise<CaseMovesDto> {
    return this.movesReading.page(by, boardId, query.after ?? null);
  }

  /** Moves open cases to a newer version of their board, an answer a case. Their deadlines stay. */
  @Post('moves') @Changes(['admin', 'caseManager'])
  moveCases(@ChangedBy() by: Changer, @IdParam('boardId') boardId: string, @Body() body: MoveCasesDto): Promise<CasesMovedDto> {
    return this.moves.put(by, boardId, body);
  }
}
