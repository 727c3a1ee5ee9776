import { Inject, Injectable } from '@nestjs/common';
import { dateAt, type CaseState } from '#domain';
import { CLOCK, type Clock } from '../door/tokens.js';
import type { Asker } from '../http/request.js';
import { taskProbes } from '../reading/case-probes.js';
import { caseState } from '../reading/case-state.js';
import { Directories, type DirectoryPerson } from '../reading/directory.js';
import { Mays } from '../reading/may.js';
import { Names } from '../reading/names.js';
import { Reader } from '../reading/reader.js';
import { taskOf } from '../reading/task-of.js';
import type { CandidateDto, TaskViewDto } from './task.dto.js';

/** One task with whom it could be given to. */
@Injectable()
export class TaskReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories, private readonly mays: Mays, @Inject(CLOCK) private readonly clock: Clock) {}

  async view(by: Asker, caseId: string, taskId: string): Promise<TaskViewDto> {
    const { state, names, loads } = await this.reader.ofCase(by, 'task', caseId, 'list', async (rows) => {
      const state = await caseState(rows, caseId);
      if (!state?.tasks[taskId]) return null;
      const loads = await rows.query<{ owner: string; open: number }>(`select owner_id as owner, count(*) as open from task_row where owner_id is not null and status in ('created', 'ready', 'inProgress') group by owner_id`);
      return { state, names: new Names(await this.directories.at(rows), by.language), loads: new Map(loads.map(({ owner, open }) => [owner, open])) };
    });
    const task = state.tasks[taskId];
    if (!task) throw new Error('read above');
    const candidates = candidatesOf(state, taskId, names, loads, this.clock());
    const may = await this.mays.of(by, caseId, taskProbes(task, candidates.find(({ person }) => person.id !== task.ownerId)?.person.id ?? null, this.clock()));
    return { task: taskOf(task, caseId, names, this.clock(), may), caseNumber: state.number, candidates };
  }
}

/** Who holds a post of the task's pool. How many tasks each has counts only those the reader may see. */
export function candidatesOf(state: CaseState, taskId: string, names: Names, loads: ReadonlyMap<string, number>, now: string): CandidateDto[] {
  const offer = state.tasks[taskId]?.offer;
  if (!offer) return [];
  const holds = (person: DirectoryPerson) => person.active && person.posts.some((post) => post.institutionId === offer.institutionId && post.role === offer.role && (offer.discipline === null || post.discipline === offer.discipline));
  return [...names.directory.people.values()].filter(holds).map((person) => ({ person: names.person(person.id), away: isAway(person, now), openTasks: loads.get(person.id) ?? 0 }));
}

export function isAway(person: DirectoryPerson, now: string): boolean {
  const today = dateAt(now, person.zone);
  return person.leave.some((leave) => (leave.kind === 'dates' ? leave.from <= today && today <= leave.to : leave.from <= now && now < leave.to));
}
