import { Inject, Injectable } from '@nestjs/common';
import { isOpen, type CaseState, type Task } from '#domain';
import { CLOCK, type Clock } from '../door/tokens.js';
import type { Asker } from '../http/request.js';
import { taskProbes } from '../reading/case-probes.js';
import { caseState } from '../reading/case-state.js';
import { Directories } from '../reading/directory.js';
import { Mays } from '../reading/may.js';
import { Names } from '../reading/names.js';
import { Reader, type Rows } from '../reading/reader.js';
import { taskOf } from '../reading/task-of.js';
import { UsualTimes } from '../forecast/usual-times.js';
import { candidatesOf } from './candidates.js';
import type { TaskViewDto } from './task.dto.js';

async function textIn(rows: Rows, id: string | undefined): Promise<string | null> {
  const found = id === undefined ? [] : await rows.query<{ body: string | null }>('select body from text_row where id = $1 and erased_at is null', [id]);
  return found[0]?.body ?? null;
}

/** What waits for the other pathologist's word; nothing once it is settled. */
const consensusOf = (state: CaseState, task: Task, names: Names, text: string | null): TaskViewDto['consensus'] => {
  const agreed = state.consensus?.[task.id];
  return agreed === undefined || !isOpen(task) ? null : { textId: agreed.textId, text, by: names.person(agreed.by), confirmBy: names.person(agreed.confirmBy), at: agreed.at };
};

/** One task with whom it could be given to. */
@Injectable()
export class TaskReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories, private readonly mays: Mays, private readonly usual: UsualTimes, @Inject(CLOCK) private readonly clock: Clock) {}

  async view(by: Asker, caseId: string, taskId: string): Promise<TaskViewDto> {
    const { state, names, loads, usual, agreed } = await this.reader.ofCase(by, 'task', caseId, 'list', async (rows) => {
      const state = await caseState(rows, caseId);
      if (!state?.tasks[taskId]) return null;
      const loads = await rows.query<{ owner: string; open: number }>('select owner, open from open_tasks_of_all()');
      const usual = (await this.usual.at(rows))(state.boardId, state.tasks[taskId].kind, state.urgency);
      const agreed = await textIn(rows, state.consensus?.[taskId]?.textId);
      return { state, usual, agreed, names: new Names(await this.directories.at(rows), by.language), loads: new Map(loads.map(({ owner, open }) => [owner, open])) };
    });
    const task = state.tasks[taskId];
    if (!task) throw new Error('read above');
    const candidates = candidatesOf(state, task, names, loads, this.clock());
    const may = await this.mays.of(by, caseId, taskProbes(task, candidates.find(({ person }) => person.id !== task.ownerId)?.person.id ?? null, this.clock()));
    return { task: taskOf(task, caseId, names, this.clock(), may), caseNumber: state.number, candidates, usual: usual && { ...usual, dayMs: candidates[0]?.dayMs ?? 86_400_000 }, consensus: consensusOf(state, task, names, agreed) };
  }
}
