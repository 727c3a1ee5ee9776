import { Injectable } from '@nestjs/common';
import { Commands } from '../door/commands.js';
import { RefusalError } from '../door/refusal-error.js';
import type { Changer } from '../http/request.js';
import { problemOf } from '../problems/problem.js';
import { troubleOf } from '../problems/trouble-of.js';
import type { SeenStandardDto, SignedOffDto, SignOffAnswerDto, SignOffStandardsDto } from './standard-of-care.dto.js';

/** The chair's one act over cases that a standard covers: a command a case, so that what fails takes nothing from the others, and the same request repeats nothing. */
@Injectable()
export class StandardsOfCare {
  constructor(private readonly commands: Commands) {}

  async signOff(by: Changer, meetingId: string, body: SignOffStandardsDto): Promise<SignedOffDto> {
    const answers: SignOffAnswerDto[] = [];
    for (const seen of body.cases) answers.push(await this.one(by, meetingId, seen));
    return { done: answers.filter(({ done }) => done).length, answers };
  }

  private async one(by: Changer, meetingId: string, { caseId, proposal, guideline }: SeenStandardDto): Promise<SignOffAnswerDto> {
    const own: Changer = { ...by, commandId: this.commands.newStreamId(by, `case:${caseId}`) };
    try {
      await this.commands.put(own, 'signOffStandardOfCare', caseId, { meetingId, guideline: guideline ? { code: guideline.code, edition: guideline.edition } : null }, { texts: { proposal } });
      return { caseId, done: true, problem: null };
    } catch (error) {
      // an old sign-in stands against all of them: the page asks for a new one, and the request comes again
      const trouble = error instanceof RefusalError && error.refusal.code === 'ACCESS.FRESH_SIGN_IN_NEEDED' ? null : troubleOf(error);
      if (trouble === null) throw error;
      return { caseId, done: false, problem: problemOf(trouble, by) };
    }
  }
}
