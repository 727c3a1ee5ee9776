import { Injectable } from '@nestjs/common';
import { taskSteps, type CaseEvent } from '#domain';
import { entryOf, type EventRow } from '../cases/history.reading.js';
import type { Asker } from '../http/request.js';
import { caseState } from '../reading/case-state.js';
import { Directories } from '../reading/directory.js';
import { Names } from '../reading/names.js';
import { Reader } from '../reading/reader.js';
import { textsOf } from '../reading/texts.js';
import type { TaskHistoryDto } from './task.dto.js';

/** More than this happens to no task; the newest are shown. */
const most = 200;

/** What happened to one task: by whom, on whose behalf, and how it stood before and after. */
@Injectable()
export class TaskHistoryReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories) {}

  of(by: Asker, caseId: string, taskId: string): Promise<TaskHistoryDto> {
    return this.reader.ofCase(by, 'taskHistory', caseId, 'clinical', async (rows) => {
      const state = await caseState(rows, caseId);
      if (!state?.tasks[taskId]) return null;
      const found = await rows.query<EventRow>(`select stream, seq, type, at, actor, on_behalf, institution, data from event
        where case_id = $1 and (data ->> 'taskId' = $2 or data #>> '{task,id}' = $2) order by seq`, [caseId, taskId]);
      const names = new Names(await this.directories.at(rows), by.language);
      const texts = await textsOf(rows, caseId, names);
      // An event's type and data were written by the domain for one another.
      const steps = taskSteps(found.map((row) => ({ row, told: { type: row.type, version: 1, data: row.data } as unknown as CaseEvent })));
      return { entries: steps.slice(-most).toReversed().map(({ event: { row }, before, after }) => ({
        ...entryOf(row, state, names, texts), statusBefore: before?.status ?? null, statusAfter: after?.status ?? null, owner: names.maybe(after?.ownerId), actingFor: names.maybe(after?.actingFor),
      })) };
    });
  }
}
