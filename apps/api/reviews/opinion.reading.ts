import { boardVersionAt } from '#domain';
import { Injectable } from '@nestjs/common';
import type { Asker } from '../http/request.js';
import { draftOf } from '../intake/form-of.js';
import { caseState } from '../reading/case-state.js';
import { Directories } from '../reading/directory.js';
import { Mays, probe } from '../reading/may.js';
import { Names } from '../reading/names.js';
import { Reader } from '../reading/reader.js';
import { textsOf } from '../reading/texts.js';
import { opinionView } from './opinion-view.js';
import type { OpinionViewDto } from './review.dto.js';

@Injectable()
export class OpinionReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories, private readonly mays: Mays) {}

  async view(by: Asker, caseId: string, opinionId: string): Promise<OpinionViewDto> {
    const { view, draftVersion } = await this.reader.ofCase(by, 'opinion', caseId, 'clinical', async (rows) => {
      const state = await caseState(rows, caseId);
      const opinion = state?.opinions[opinionId];
      if (!state || !opinion) return null;
      const names = new Names(await this.directories.at(rows), by.language);
      const board = await this.directories.board(rows, state.boardId, boardVersionAt(state, opinion.signedAt));
      const view = await opinionView(rows, state, board, opinion, names, await textsOf(rows, caseId, names));
      return { view, draftVersion: (await draftOf(rows, opinion.draftId, names)).version };
    });
    const { draftId, discordance } = view.opinion;
    return { ...view, may: await this.mays.of(by, caseId, [probe('amendOpinion', { opinionId, draftId, seenDraftVersion: draftVersion, discordance })]) };
  }
}
