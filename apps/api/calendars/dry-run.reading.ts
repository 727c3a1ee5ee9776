import { Inject, Injectable } from '@nestjs/common';
import { holds, isPaused, leaveOf, openTasks, refuse, replannedTasks, type BoardDefinition, type Calendar, type CaseState, type ReplannedTask, type Task } from '#domain';
import { calendarsOver, type TimesOf } from '#door';
import { CLOCK, type Clock } from '../door/tokens.js';
import { RefusalError } from '../door/refusal-error.js';
import type { Asker } from '../http/request.js';
import { leaveGiven } from '../people/leave-given.js';
import { Directories, type Directory } from '../reading/directory.js';
import { lightOf } from '../reading/due.js';
import { Names } from '../reading/names.js';
import { Reader, type Rows } from '../reading/reader.js';
import { laddersGiven } from './ladders-given.js';
import type { DryRunDto, DryRunResultDto, MovedTaskDto } from './replanning.dto.js';

const casesAtOnce = 200;
const mostItems = 100;

/** What changes: times that deadlines are counted with, or a board's ladders; and which of the two cases it is about. */
interface Change { readonly times: TimesOf; readonly policy: { readonly boardId: string; readonly ladders: BoardDefinition['ladders'] } | null }
interface Found { items: MovedTaskDto[]; next: string | null; counts: DryRunResultDto['counts'] }

/**
 * The same pure function that the command uses, on a change that is not made: which open deadlines of the cases that the admin's hospital
 * takes part in would move; one's own leave may be tried by everybody, on the cases that they see. Every case is looked at, in parts, so that the counts are of all.
 */
@Injectable()
export class DryRunReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories, @Inject(CLOCK) private readonly clock: Clock) {}

  run(by: Asker, asked: DryRunDto): Promise<DryRunResultDto> {
    if (!holds(by.actor, 'admin') && asked.personId !== by.actor.personId) throw new RefusalError(refuse('ACCESS.NOT_ALLOWED', { needs: ['admin'] }));
    return this.reader.ofCases(by, 'dryRun', 'audit', async (rows) => {
      const directory = await this.directories.at(rows);
      const change = await this.changeOf(rows, directory, asked);
      const found = await this.look(rows, directory, new Names(directory, by.language), change, asked.after ?? null);
      return { answer: found, caseIds: found.items.map(({ caseId }) => caseId) };
    });
  }

  private async changeOf(rows: Rows, directory: Directory, asked: DryRunDto): Promise<Change> {
    const notThere = new RefusalError(refuse('ACCESS.NOT_FOUND', {}));
    if (asked.boardId !== undefined) {
      const board = directory.boards.get(asked.boardId);
      if (!board) throw notThere;
      return { times: directory, policy: { boardId: board.id, ladders: { ...board.definition.ladders, ...laddersGiven(asked.ladders ?? []) } } };
    }
    if (asked.personId !== undefined) {
      const person = directory.people.get(asked.personId);
      if (!person) throw notThere;
      const leave = leaveGiven(asked.leave ?? [], person.zone).map(leaveOf);
      return { times: { ...directory, people: new Map([...directory.people, [person.id, { ...person, leave }]]) }, policy: null };
    }
    const institution = directory.institutions.get(asked.institutionId ?? '');
    const [draft] = await rows.query<{ definition: Calendar }>('select definition from calendar_draft where institution_id = $1 and number = $2', [asked.institutionId ?? null, asked.draft ?? 0]);
    if (!institution || !draft) throw notThere;
    return { times: { ...directory, institutions: new Map([...directory.institutions, [institution.id, { ...institution, calendarId: 'draft' }]]), calendars: new Map([...directory.calendars, ['draft', draft.definition]]) }, policy: null };
  }

  private async look(rows: Rows, directory: Directory, names: Names, change: Change, after: string | null): Promise<Found> {
    const found: Found = { items: [], next: null, counts: { open: 0, moved: 0, turnRed: 0, turnGreen: 0 } };
    for (let cursor = after; ;) {
      const cases = await rows.query<{ id: string; state: CaseState }>(`select id, state from stream where kind = 'case' and not closed and ($1::uuid is null or id > $1) order by id limit ${casesAtOnce}`, [cursor]);
      for (const { state } of cases) await this.lookAt(rows, directory, names, change, state, found);
      const last = cases.at(-1);
      if (last === undefined || cases.length < casesAtOnce) return found;
      cursor = last.id;
    }
  }

  private async lookAt(rows: Rows, directory: Directory, names: Names, { times, policy }: Change, state: CaseState, found: Found): Promise<void> {
    if (policy !== null && state.boardId !== policy.boardId) return;
    const board = await this.directories.board(rows, state.boardId, state.boardVersion);
    const ladders = state.policyVersion === undefined ? board.ladders : (await this.directories.board(rows, state.boardId, state.policyVersion)).ladders;
    found.counts.open += openTasks(state.tasks).filter(({ deadline }) => deadline !== null).length;
    const people = { byId: (id: string) => directory.people.get(id) ?? null, holding: () => [], holdingAnywhere: () => [], whoNamed: () => [] };
    const tasks = replannedTasks(state, { calendars: calendarsOver(times), people, board: { ...board, ladders } }, policy?.ladders ?? null);
    // A date that only becomes more or less certain does not move.
    const items = tasks.filter(({ moved, dueFrom, dueTo }) => moved.length > 0 || dueFrom !== dueTo).map((task) => this.itemOf(state, task, names));
    found.counts.moved += items.length;
    found.counts.turnRed += items.filter(({ lightFrom, lightTo }) => lightFrom !== 'overdue' && lightTo === 'overdue').length;
    found.counts.turnGreen += items.filter(({ lightFrom, lightTo }) => lightFrom === 'overdue' && lightTo !== 'overdue').length;
    // A page ends between two cases: the cursor is the last case that is on it.
    if (found.next === null && found.items.length < mostItems) {
      found.items.push(...items);
      if (found.items.length >= mostItems) found.next = state.id;
    }
  }

  private itemOf(state: CaseState, replanned: ReplannedTask, names: Names): MovedTaskDto {
    const task = state.tasks[replanned.taskId];
    if (!task) throw new Error(`Case ${state.id} has no task ${replanned.taskId}`);
    const institution = names.institution(task.offer.institutionId);
    return {
      caseId: state.id, caseNumber: state.number, taskId: task.id, kind: task.kind, institution, owner: names.maybe(task.ownerId), zone: institution.zone,
      dueFrom: replanned.dueFrom, dueTo: replanned.dueTo, lightFrom: this.light(task), lightTo: this.light({ ...task, deadline: replanned.deadline }), moved: replanned.moved.map((mark) => ({ ...mark })),
    };
  }

  private light(task: Task) {
    return lightOf({ open: true, paused: isPaused(task), noDeadlineBecause: task.noDeadlineBecause, owned: task.ownerId !== null, deadline: task.deadline }, this.clock());
  }
}
