import { Injectable } from '@nestjs/common';
import type { Asker } from '../http/request.js';
import { outcomeProbes } from '../reading/case-probes.js';
import { caseState } from '../reading/case-state.js';
import { Directories } from '../reading/directory.js';
import { Mays } from '../reading/may.js';
import { Names } from '../reading/names.js';
import { Reader } from '../reading/reader.js';
import { textsOf } from '../reading/texts.js';
import type { OutcomeDto } from './outcome.dto.js';
import { outcomeOf } from './outcome-of.js';

@Injectable()
export class OutcomeReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories, private readonly mays: Mays) {}

  async view(by: Asker, caseId: string, outcomeId: string): Promise<OutcomeDto> {
    const { answer, state } = await this.reader.ofCase(by, 'outcome', caseId, 'clinical', async (rows) => {
      const state = await caseState(rows, caseId);
      const outcome = state?.outcomes[outcomeId];
      if (!state || !outcome) return null;
      const names = new Names(await this.directories.at(rows), by.language);
      return { answer: outcomeOf(state, outcome, names, await textsOf(rows, caseId, names)), state };
    });
    return { ...answer, may: state.currentOutcomeId === outcomeId ? await this.mays.of(by, caseId, outcomeProbes(state, answer.addresseeTask?.candidates[0]?.id ?? null)) : [] };
  }
}
