import { Inject, Injectable } from '@nestjs/common';
import { dayName, type ExplainedSpan } from '#domain';
import { CLOCK, type Clock } from '../door/tokens.js';
import type { Asker } from '../http/request.js';
import { caseState } from '../reading/case-state.js';
import { Directories } from '../reading/directory.js';
import { dueOf, stepsOf, workContext } from '../reading/due.js';
import { Reader } from '../reading/reader.js';
import type { DueStepDto, HowDueDto } from './task.dto.js';

/** "How is this due?" */
@Injectable()
export class HowDueReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories, @Inject(CLOCK) private readonly clock: Clock) {}

  explain(by: Asker, caseId: string, taskId: string): Promise<HowDueDto> {
    return this.reader.ofCase(by, 'howDue', caseId, 'list', async (rows) => {
      const task = (await caseState(rows, caseId))?.tasks[taskId];
      const deadline = task?.deadline;
      if (!task || !deadline) return null;
      const directory = await this.directories.at(rows);
      const context = workContext(directory, { institutionId: task.offer.institutionId, calendarId: deadline.calendarId, ownerId: task.ownerId, pauses: task.pauses });
      const due = dueOf(deadline, this.clock(), context);
      if (!due) return null;
      return {
        taskId, due, marks: deadline.marks.map((mark) => ({ ...mark, tells: [...mark.tells], because: mark.because ?? null, reassigns: mark.reassigns === true })), calendarId: deadline.calendarId, calendarVersion: deadline.calendarVersion, timeZoneData: deadline.timeZoneData ?? null,
        zone: context?.calendar.zone ?? directory.institutions.get(task.offer.institutionId)?.zone ?? 'UTC', pauses: task.pauses.map(({ from, to }) => ({ from, to })), steps: stepsOf(deadline, context).map((span) => stepOf(span, by.language)),
      };
    });
  }
}

/** A stretch as screens show it, with days by their names in the reader's language. */
export function stepOf(span: ExplainedSpan, language: string): DueStepDto {
  const { from, to, fromDate, toDate } = span;
  const dates = { from, to, fromDate, toDate };
  if (span.kind === 'counted') return { kind: 'counted', ...dates, countedMs: span.milliseconds, why: span.rule?.kind ?? null, label: span.rule === null ? null : dayName(span.rule, language), code: span.rule?.code ?? null };
  const { reason } = span;
  return { kind: 'skipped', ...dates, countedMs: 0, why: reason.kind, label: labelOf(reason, language), code: 'code' in reason ? (reason.code ?? null) : null };
}

function labelOf(reason: Extract<ExplainedSpan, { kind: 'skipped' }>['reason'], language: string): string | null {
  switch (reason.kind) {
    case 'day-off': case 'short-day': return dayName({ reason: reason.label, ...(reason.code === undefined ? {} : { code: reason.code }) }, language);
    // a code, which the page has words for
    case 'leave': case 'pause': case 'weekend': case 'outside-hours': case 'day-it-began': return null;
  }
}
