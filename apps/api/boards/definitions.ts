import { Injectable } from '@nestjs/common';
import { asNextVersion, refuse, type BoardDefinition } from '#domain';
import { readBoardDefinition } from '#integrations';
import { Commands } from '../door/commands.js';
import { RefusalError } from '../door/refusal-error.js';
import type { DoneDto } from '../http/done.dto.js';
import type { Changer } from '../http/request.js';
import { Directories } from '../reading/directory.js';
import { Reader } from '../reading/reader.js';
import type { PublishDefinitionDto } from './definition.dto.js';

/** A whole definition as a board's next version. What may stand in it is read by the schema first: the door's own rules trust its shape. */
@Injectable()
export class Definitions {
  constructor(private readonly commands: Commands, private readonly reader: Reader, private readonly directories: Directories) {}

  async publish(by: Changer, boardId: string, body: PublishDefinitionDto): Promise<DoneDto> {
    const seen = await this.seen(by, boardId, body.onVersion);
    const read = readBoardDefinition(body.definition);
    if (!read.ok) throw new RefusalError(refuse('BOARD.INVALID', { faults: read.faults.map(({ at, code }) => `${at} ${code}`) }, 'definition'));
    const next = asNextVersion({ ...read.definition, id: boardId }, seen);
    return this.commands.put(by, 'publishBoard', boardId, { definition: next });
  }

  /** The version that was on the screen, whatever was published since: the same request again is the same command. */
  private seen(by: Changer, boardId: string, version: number): Promise<BoardDefinition> {
    return this.reader.plain(by, async (rows) => {
      const board = (await this.directories.at(rows)).boards.get(boardId);
      if (!board) throw new RefusalError(refuse('ACCESS.NOT_FOUND', {}));
      if (version > board.version) throw new RefusalError(refuse('BOARD.NO_SUCH_VERSION', { asked: version }));
      return this.directories.board(rows, boardId, version);
    });
  }
}
