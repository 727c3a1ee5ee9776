import { Inject, Injectable } from '@nestjs/common';
import type { Instant, Transfer } from '#domain';
import { beforeKey, keyColumn, writeCursor } from '#persistence';
import { CLOCK, type Clock } from '../door/tokens.js';
import type { Asker } from '../http/request.js';
import { patientNameColumns, patientNameOf, type PatientNameRow } from '../patients/patient-of.js';
import { taskProbes, transferProbes } from '../reading/case-probes.js';
import { caseState } from '../reading/case-state.js';
import { Conditions } from '../reading/conditions.js';
import { Directories } from '../reading/directory.js';
import { Mays } from '../reading/may.js';
import { Names } from '../reading/names.js';
import { cut, keyOf, pageSize } from '../reading/page.js';
import { Reader, type Rows } from '../reading/reader.js';
import { textsOf } from '../reading/texts.js';
import type { TransferDto, TransferPageDto, TransferQueryDto } from './transfer.dto.js';
import { openItemIds, transferOf, type TransferEvent } from './transfer-of.js';

interface Row extends PatientNameRow { id: string; number: string; transfer: Transfer; opened_at: Instant; key_at: string; items: number; done: number; overdue: number }
const ended = ['ended', 'refused', 'takenOver'];

export const transferEvents = (rows: Rows, caseId: string): Promise<TransferEvent[]> =>
  rows.query<TransferEvent>(`select type, at, data from event where case_id = $1 and type in ('TransferProgressed', 'TaskCompleted') order by seq`, [caseId]);

@Injectable()
export class TransferReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories, private readonly mays: Mays, @Inject(CLOCK) private readonly clock: Clock) {}

  async view(by: Asker, caseId: string): Promise<TransferDto> {
    const found = await this.reader.ofCase(by, 'transfer', caseId, 'clinical', async (rows) => {
      const state = await caseState(rows, caseId);
      if (!state?.transfer) return null;
      const names = new Names(await this.directories.at(rows), by.language);
      return { state, names, texts: await textsOf(rows, caseId, names), events: await transferEvents(rows, caseId) };
    });
    const { state, names, texts, events } = found;
    const probes = openItemIds(state).flatMap((id) => { const task = state.tasks[id]; return task ? [{ id, probes: taskProbes(task, null, this.clock()) }] : []; });
    const steps = transferProbes(state, this.clock());
    const answers = await this.mays.of(by, caseId, [...steps, ...probes.flatMap((each) => each.probes)]);
    let at = steps.length;
    const itemMay = new Map(probes.map((each) => [each.id, answers.slice(at, at += each.probes.length)]));
    const answer = transferOf(state, events, names, texts, this.clock(), answers.slice(0, steps.length), itemMay);
    if (answer === null) throw new Error('read above');
    return answer;
  }

  page(by: Asker, query: TransferQueryDto): Promise<TransferPageDto> {
    return this.reader.ofCases(by, 'transfers', 'list', async (rows) => {
      const size = pageSize(query.limit);
      const conditions = new Conditions().and(`s.state -> 'transfer' <> 'null'::jsonb`);
      if (query.ended !== 'true') conditions.and(`not (s.state -> 'transfer' ->> 'status' = any (?))`, ended).and(`c.column_stage <> 'closed'`);
      const key = keyOf(query.after);
      if (key) conditions.and(beforeKey('c.opened_at', 'c.id', conditions.values.length + 1)).values.push(key.at, key.id);
      const found = await rows.query<Row>(`
        select c.id, c.number, c.patient_id, c.opened_at, ${keyColumn('c.opened_at')} as key_at, ${patientNameColumns}, s.state -> 'transfer' as transfer, i.items, i.done, i.overdue
        from case_row c join stream s on s.id = c.id left join patient p on p.id = c.patient_id
        cross join lateral (select count(*) as items, count(*) filter (where t.status = 'completed') as done, count(*) filter (where t.due_at < clock_timestamp()) as overdue
          from task_row t where t.case_id = c.id and t.kind = 'transferItem' and t.about ->> 'transferId' = s.state -> 'transfer' ->> 'id') i
        where ${conditions.where} order by c.opened_at desc, c.id desc limit ${size + 1}`, conditions.values);
      const names = new Names(await this.directories.at(rows), by.language);
      const { page, more } = cut(found, size);
      const last = page.at(-1);
      const items = page.map((row) => ({
        caseId: row.id, caseNumber: row.number, patient: patientNameOf(row), status: row.transfer.status, from: names.institution(row.transfer.fromInstitutionId), to: names.institution(row.transfer.toInstitutionId),
        plannedFor: row.transfer.plannedFor, done: row.done, items: row.items, overdue: row.overdue,
      }));
      return { answer: { items, next: more && last ? writeCursor({ at: last.key_at, id: last.id }) : null }, caseIds: page.map(({ id }) => id) };
    });
  }
}
