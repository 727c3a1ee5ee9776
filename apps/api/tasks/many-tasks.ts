import { Injectable } from '@nestjs/common';
import type { CaseCommandData } from '#domain';
import { Commands } from '../door/commands.js';
import type { Changer } from '../http/request.js';
import { problemOf } from '../problems/problem.js';
import { troubleOf } from '../problems/trouble-of.js';
import type { ManyAct, ManyTasksDoneDto, ManyTasksDto, SeenTaskDto, TaskAnswerDto } from './many-tasks.dto.js';

/**
 * One act on many tasks, an answer a task. Each is a command of its own under an id made from the request's and the task's, so that the same request again
 * repeats nothing that was done and tries again what was not.
 */
@Injectable()
export class ManyTasks {
  constructor(private readonly commands: Commands) {}

  async put(by: Changer, body: ManyTasksDto): Promise<ManyTasksDoneDto> {
    const answers: TaskAnswerDto[] = [];
    // one after another: tasks of one case would only wait for one another
    for (const task of body.tasks) answers.push(await this.one(by, body, task));
    return { done: answers.filter(({ done }) => done).length, answers };
  }

  private async one(by: Changer, { act, toId, note }: ManyTasksDto, { caseId, taskId, seenVersion }: SeenTaskDto): Promise<TaskAnswerDto> {
    const own: Changer = { ...by, commandId: this.commands.newStreamId(by, `task:${taskId}`), seenVersion };
    try {
      await this.commands.put(own, act, caseId, dataOf(act, taskId, toId ?? ''), { texts: { note } });
      return { caseId, taskId, done: true, problem: null };
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === null) throw error;
      return { caseId, taskId, done: false, problem: problemOf(trouble, by) };
    }
  }
}

function dataOf(act: ManyAct, taskId: string, toId: string): CaseCommandData[ManyAct] {
  switch (act) {
    case 'assignTask': return { taskId, ownerId: toId };
    case 'handOverTask': case 'delegateTask': return { taskId, toId };
    case 'claimTask': case 'releaseTask': case 'acceptHandOver': case 'takeBackTask': return { taskId };
  }
}
