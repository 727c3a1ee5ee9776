import { Injectable } from '@nestjs/common';
import { boardMoveOf, columnOf, refuse, type BoardDefinition, type CaseState, type FormAnswers } from '#domain';
import { RefusalError } from '../door/refusal-error.js';
import type { Asker } from '../http/request.js';
import { Directories } from '../reading/directory.js';
import { Reader } from '../reading/reader.js';
import { itemName } from './board-words.js';
import type { CaseMoveDto, CaseMovesDto } from './definition.dto.js';

const casesAPage = 50;

/** The open cases that began on an earlier version, and what moving each to the one in force would change: by the same pure function as the command. */
@Injectable()
export class CaseMovesReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories) {}

  page(by: Asker, boardId: string, after: string | null): Promise<CaseMovesDto> {
    return this.reader.ofCases(by, 'boardMoves', 'audit', async (rows) => {
      const board = (await this.directories.at(rows)).boards.get(boardId);
      if (!board) throw new RefusalError(refuse('ACCESS.NOT_FOUND', {}));
      const found = await rows.query<{ state: CaseState; answers: FormAnswers | null }>(`select state, (select v.answers from form_version v where v.draft_id = (state ->> 'referralDraftId')::uuid order by v.version desc limit 1) as answers from stream
        where kind = 'case' and not closed and state ->> 'boardId' = $1 and (state ->> 'boardVersion')::int < $2 and ($3::uuid is null or id > $3) order by id limit ${casesAPage}`, [boardId, board.version, after]);
      const items: CaseMoveDto[] = [];
      for (const { state, answers } of found) items.push(moveOf(state, answers, await this.directories.board(rows, boardId, state.boardVersion), board.definition, by.language));
      return { answer: { toVersion: board.version, items, next: found.length < casesAPage ? null : (found.at(-1)?.state.id ?? null) }, caseIds: items.map(({ caseId }) => caseId) };
    });
  }
}

function moveOf(state: CaseState, answers: FormAnswers | null, from: BoardDefinition, to: BoardDefinition, language: string): CaseMoveDto {
  const move = boardMoveOf(state, from, to, answers);
  const named = (board: BoardDefinition, ids: readonly string[]) => ids.map((id) => ({ id, name: itemName(board, state.tumorType, id, language) }));
  return {
    caseId: state.id, caseNumber: state.number, version: state.boardVersion, tumorType: state.tumorType, stage: columnOf(state), becomesMissing: named(to, move?.becomesMissing ?? []), noLongerAsked: named(from, move?.noLongerAsked ?? []),
    secondPathology: move?.secondPathology ?? null, settled: named(to, move?.settled ?? []),
    requestsEnded: named(from, (move?.requestsEnded ?? []).flatMap(({ about }) => about['dataItem'] ?? [])), because: move === null ? 'BOARD.TUMOR_TYPE_GONE' : null,
  };
}
