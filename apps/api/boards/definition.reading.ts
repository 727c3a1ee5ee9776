import { Injectable } from '@nestjs/common';
import { boardDifference, holds, refuse, type BoardDefinition, type Instant } from '#domain';
import { readBoardDefinition, sayBoardFault } from '#integrations';
import { RefusalError } from '../door/refusal-error.js';
import type { Asker } from '../http/request.js';
import { allowed } from '../reading/may.js';
import { Directories, type DirectoryBoard } from '../reading/directory.js';
import { inLanguage, Names } from '../reading/names.js';
import { Reader, type Rows } from '../reading/reader.js';
import { sayDifference } from './board-words.js';
import type { BoardDefinitionDto, CheckedBoardDto } from './definition.dto.js';

interface VersionRow { version: number; published_at: Instant; open: number }
// by the streams: an admin sees that there is a case, and not its card
const versions = `with open as (select (state ->> 'boardVersion')::int as version, count(*)::int as n from stream where kind = 'case' and not closed and state ->> 'boardId' = $1::text group by 1)
  select v.version, v.published_at, coalesce(o.n, 0) as open from board_version v left join open o on o.version = v.version where v.board_id = $1::uuid order by v.version desc limit 100`;

/** A board's definition: in force, as it was, and as somebody would have it. */
@Injectable()
export class DefinitionReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories) {}

  view(by: Asker, boardId: string): Promise<BoardDefinitionDto> {
    return this.reader.plain(by, async (rows) => {
      const { board, names } = await this.at(rows, by, boardId);
      const found = await rows.query<VersionRow>(versions, [boardId]);
      return {
        id: board.id, name: inLanguage(board.definition.name, by.language), version: board.version, host: names.institution(board.definition.hostInstitutionId), definition: { ...board.definition },
        versions: found.map(({ version, published_at, open }) => ({ version, publishedAt: published_at, inForce: version === board.version, openCases: open })),
        may: holds(by.actor, 'admin', board.definition.hostInstitutionId) ? allowed('publishBoard', 'moveToBoardVersion') : holds(by.actor, 'caseManager', board.definition.hostInstitutionId) ? allowed('moveToBoardVersion') : [],
      };
    });
  }

  file(by: Asker, boardId: string, version: number): Promise<string> {
    return this.reader.plain(by, async (rows) => {
      const [row] = await rows.query<{ definition: BoardDefinition }>('select definition from board_version where board_id = $1 and version = $2', [boardId, version]);
      if (!row) throw new RefusalError(refuse('BOARD.NO_SUCH_VERSION', { asked: version }));
      return `${JSON.stringify(row.definition, null, 2)}\n`;
    });
  }

  /** Reads a definition as it would be published: its faults, and in words what is otherwise. Keeps nothing. */
  check(by: Asker, boardId: string, given: Record<string, unknown>): Promise<CheckedBoardDto> {
    return this.reader.plain(by, async (rows) => {
      const { board, names } = await this.at(rows, by, boardId);
      const read = readBoardDefinition(given);
      if (!read.ok) return { faults: read.faults.map((fault) => ({ at: fault.at, code: fault.code, sentence: sayBoardFault(fault, by.language) })), differences: [], against: board.version };
      const both = [read.definition, board.definition];
      return { faults: [], differences: boardDifference(board.definition, read.definition).map((difference) => ({ code: difference.code, sentence: sayDifference(difference, both, names) })), against: board.version };
    });
  }

  private async at(rows: Rows, by: Asker, boardId: string): Promise<{ board: DirectoryBoard; names: Names }> {
    const directory = await this.directories.at(rows);
    const board = directory.boards.get(boardId);
    if (!board) throw new RefusalError(refuse('ACCESS.NOT_FOUND', {}));
    return { board, names: new Names(directory, by.language) };
  }
}
