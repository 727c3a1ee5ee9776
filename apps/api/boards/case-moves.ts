import { Injectable } from '@nestjs/common';
import { Commands } from '../door/commands.js';
import type { Changer } from '../http/request.js';
import { problemOf } from '../problems/problem.js';
import { troubleOf } from '../problems/trouble-of.js';
import type { CasesMovedDto, MoveAnswerDto, MoveCasesDto, MovedCaseDto } from './definition.dto.js';

/** Many cases to a board's version, an answer a case: each a command of its own, so that the same request again repeats nothing that was done. */
@Injectable()
export class CaseMoves {
  constructor(private readonly commands: Commands) {}

  async put(by: Changer, boardId: string, body: MoveCasesDto): Promise<CasesMovedDto> {
    const answers: MoveAnswerDto[] = [];
    for (const one of body.cases) answers.push(await this.one(by, boardId, body, one));
    return { done: answers.filter(({ done }) => done).length, answers };
  }

  private async one(by: Changer, boardId: string, { toVersion, reason }: MoveCasesDto, { caseId, fromVersion }: MovedCaseDto): Promise<MoveAnswerDto> {
    const own: Changer = { ...by, commandId: this.commands.newStreamId(by, `move:${caseId}`) };
    try {
      await this.commands.put(own, 'moveToBoardVersion', caseId, { boardId, fromVersion, toVersion }, { texts: { reason } });
      return { caseId, done: true, problem: null };
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === null) throw error;
      return { caseId, done: false, problem: problemOf(trouble, by) };
    }
  }
}
