import { Door, domainStreams, type Put } from '#door';
import { verifyExport } from '#proof';
import { testDatabase, type TestDatabase } from '../factories/database.js';
import { exportOf } from '../factories/export.js';
import { emptyHospitals, yearDatabase } from '../factories/year.js';

const wish = { cases: 14, seed: 3, until: '2026-10-01T00:00:00.000Z', days: 75 };
const before = new Date(Date.parse(wish.until) - 76 * 86_400_000).toISOString();

let bulk: TestDatabase;
let real: TestDatabase;
const puts: Put[] = [];
beforeAll(async () => {
  bulk = (await yearDatabase({ ...wish, journal: (put) => puts.push(put) })).database;
  real = await testDatabase();
  await emptyHospitals(real, before);
  await through(real, puts);
}, 240_000);
afterAll(async () => { await bulk?.end(); await real?.end(); });

/** The same commands, by the same people at the same instants, each in a transaction of its own. */
async function through(database: TestDatabase, journal: readonly Put[]): Promise<void> {
  let now = before;
  const door = new Door({ door: database.door, types: domainStreams, clock: () => now });
  for (const put of journal) {
    now = put.at;
    if ('command' in put) {
      const result = await door.put(put.command, put.actor);
      if (!result.done) throw new Error(`${put.command.type}: ${JSON.stringify(result.refusal)}`);
      continue;
    }
    const { version, caseId, taskId } = put.draft;
    const saved = await door.saveDraft({ commandId: crypto.randomUUID(), draftId: version.draftId, caseId, taskId, formId: version.formId, seenVersion: version.version - 1, answers: version.answers }, put.actor);
    if (!saved.done) throw new Error(JSON.stringify(saved.refusal));
  }
}

/**
 * What the two must hold alike; left out is what only a living door has: when a row was written, answers to commands, messages to people,
 * and with which of the case's events a task's row was written.
 */
const tables: Readonly<Record<string, string>> = {
  event: 'stream, seq, kind, type, version, at, actor, on_behalf, institution, purpose, command_id, address, canonical, data, prev, hash, case_id',
  stream: 'id, kind, seq, hash, last_at, state, next_due_at, next_due_what, stages, ready, closed',
  case_row: '*',
  task_row: 'id, case_id, case_number, kind, stage, round, status, offer_institution_id, offer_role, offer_discipline, owner_id, due_at, deadline, no_deadline_because, about, urgency, created_at, closed_at, result, expires_at, paused, version, arranged, handed_to, acting_for',
  opinion_row: '*', outcome_row: '*', agenda_row: '*', meeting_row: '*', document_row: '*',
  case_grant: 'case_id, institution_id, role, discipline, person_id, fields, until',
  task_time: 'board_id, kind, urgency, institution_id, worked_ms, closed_at',
  text_row: '*', form_version: 'draft_id, version, case_id, form_id, answers, hash, author, at, task_id', patient: '*',
};

describe('a made-up stretch of cases', () => {
  it('is long enough to prove something: cases decided, deferred, signed and followed up', async () => {
    const types = new Set((await bulk.door.query<{ type: string }[]>(`select distinct type from event`)).map(({ type }) => type));
    for (const type of ['ReferralReturned', 'OpinionSigned', 'CaseListed', 'CaseDeferred', 'OutcomeRecorded', 'LetterSent', 'FollowUpPlanned', 'MarkFired']) expect(types).toContain(type);
    expect(puts.length).toBeGreaterThan(300);
  });

  it.each(Object.entries(tables))('%s: the rows are those that the door writes', async (table, columns) => {
    const rowsOf = async (database: TestDatabase): Promise<string[]> => {
      const own = ['event', 'stream'].includes(table) ? ` where kind in ('case', 'meeting')` : '';
      return (await database.door.query<{ row: string }[]>(`select to_jsonb(r)::text as row from (select ${columns} from ${table}${own}) r`)).map(({ row }) => row).sort();
    };
    const [made, written] = [await rowsOf(bulk), await rowsOf(real)];
    if (table !== 'document_row') expect(made.length).toBeGreaterThan(0);
    expect(made.filter((row) => !written.includes(row))).toEqual(written.filter((row) => !made.includes(row)));
  });

  it('stands every test of its chains', async () => {
    expect(await verifyExport(await exportOf(bulk.door))).toMatchObject({ ok: true });
  });
});
