import { randomUUID } from 'node:crypto';
import { verifyExport } from '#proof';
import { Door, type DoorResult } from '#door';
import { counterTypes } from '../factories/counter.js';
import { testDatabase, type TestDatabase } from '../factories/database.js';
import { exportOf } from '../factories/export.js';
import { person } from '../factories/people.js';

let database: TestDatabase;
let door: Door;
const told: string[] = [];
beforeAll(async () => {
  database = await testDatabase();
  door = new Door({ door: database.door, types: counterTypes, onCommitted: (streams) => told.push(...streams) });
}, 60_000);
afterAll(async () => { await database?.end(); });

const someone = person();
async function begun(): Promise<string> {
  const streamId = randomUUID();
  await door.put({ type: 'begin', commandId: randomUUID(), streamId, data: {} }, someone);
  return streamId;
}
const count = (streamId: string, more: object = {}) => ({ type: 'count', commandId: randomUUID(), streamId, data: {}, ...more });
const codeOf = (result: DoorResult): string | null => (result.done ? null : result.refusal.code);
const eventsOf = (stream: string) => database.door.query<{ seq: number; type: string; data: Record<string, unknown>; at: string }[]>('select seq, type, data, at from event where stream = $1 order by seq', [stream]);
const refusalsOf = (personId: string) => database.door.query<{ data: { code: string; what: string; caseId: string | null } }[]>(`select data from event where actor = $1 and type = 'Refused' order by at, seq`, [personId]);

describe('the same command', () => {
  it('twice: the same answer, with the newest news, and one event', async () => {
    const streamId = await begun();
    const command = count(streamId);
    const first = await door.put(command, someone);
    await door.put(count(streamId), someone);
    const again = await door.put(command, someone);
    expect(first).toMatchObject({ done: true, seq: 2, news: { seq: 2 } });
    expect(again).toMatchObject({ done: true, seq: 2, news: { seq: 3 } });
    expect(await eventsOf(streamId)).toHaveLength(3);
  });

  it('twice at once, also the one that begins the stream', async () => {
    const streamId = randomUUID();
    const command = { type: 'begin', commandId: randomUUID(), streamId, data: {} };
    const answers = await Promise.all(Array.from({ length: 6 }, () => door.put(command, someone)));
    expect(answers.map(codeOf)).toEqual([null, null, null, null, null, null]);
    expect(await eventsOf(streamId)).toHaveLength(1);
  });

  it('with another body: refused, nothing done', async () => {
    const streamId = await begun();
    const command = count(streamId);
    await door.put(command, someone);
    expect(codeOf(await door.put({ ...command, data: { payload: 1 } }, someone))).toBe('COMMAND.ID_REUSED');
    expect(codeOf(await door.put({ ...command, streamId: await begun() }, someone))).toBe('COMMAND.ID_REUSED');
    expect(await eventsOf(streamId)).toHaveLength(2);
  });

  it('of another person is another command', async () => {
    const streamId = await begun();
    const command = count(streamId);
    await door.put(command, someone);
    expect(await door.put(command, person())).toMatchObject({ done: true, seq: 3 });
  });
});

describe('one after the other', () => {
  it('a stale version is refused', async () => {
    const streamId = await begun();
    expect(await door.put(count(streamId, { seenVersion: 0 }), someone)).toMatchObject({ done: true });
    expect(await door.put(count(streamId, { seenVersion: 0 }), someone)).toMatchObject({ refusal: { code: 'COUNTER.NEWER_VERSION', facts: { version: 1 } } });
  });

  it('fifty claimants: one has it, and no other', async () => {
    const streamId = await begun();
    const people = Array.from({ length: 50 }, () => person());
    const answers = await Promise.all(people.map((one) => door.put({ type: 'claim', commandId: randomUUID(), streamId, data: {} }, one)));
    expect(answers.filter(({ done }) => done)).toHaveLength(1);
    expect(new Set(answers.map(codeOf))).toEqual(new Set([null, 'TASK.TAKEN']));
    expect((await eventsOf(streamId)).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('fifty at once: a gap-free chain whose time never runs backwards', async () => {
    const streamId = await begun();
    await Promise.all(Array.from({ length: 50 }, () => door.put(count(streamId), someone)));
    const events = await eventsOf(streamId);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 51 }, (_, index) => index + 1));
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).sort());
  });
});

describe('refusals', () => {
  it('are in the actor\'s access chain once each, and leave nothing else', async () => {
    const one = person();
    const streamId = await begun();
    await door.put({ type: 'signed', commandId: randomUUID(), streamId, data: {} }, { ...one, authenticatedAt: '2020-01-01T00:00:00.000Z' });
    await door.put({ type: 'count', commandId: randomUUID(), streamId: randomUUID(), data: {} }, one);
    await door.put({ type: 'nonsense', commandId: randomUUID(), streamId, data: {} }, one);
    expect((await refusalsOf(one.personId)).map(({ data }) => [data.what, data.code])).toEqual([['signed', 'ACCESS.FRESH_SIGN_IN_NEEDED'], ['count', 'ACCESS.NOT_FOUND'], ['nonsense', 'COMMAND.UNKNOWN']]);
    expect(await eventsOf(streamId)).toHaveLength(1);
    expect(await database.door.query('select count(*)::int as n from command_answer where actor = $1', [one.personId])).toEqual([{ n: 0 }]);
  });

  it('that can\'t be recorded are not answered', async () => {
    await database.asSuperuser('revoke insert on event from door');
    try {
      await expect(door.put(count(randomUUID()), someone)).rejects.toThrow('permission denied');
      await expect(door.recordAccess({ kind: 'read', what: 'case', caseIds: [randomUUID()], fields: 'clinical', code: null }, someone)).rejects.toThrow('permission denied');
    } finally {
      await database.asSuperuser('grant insert on event to door');
    }
  });
});

describe('reads', () => {
  it('of a list are findable by each case; an identical refresh within ten minutes adds nothing', async () => {
    const one = person();
    const caseIds = Array.from({ length: 12 }, () => randomUUID());
    const entry = { kind: 'read', what: 'caseBoard', caseIds, fields: 'list', code: null } as const;
    for (let times = 0; times < 3; times += 1) await door.recordAccess(entry, one);
    await door.recordAccess({ ...entry, what: 'caseBoardCsv' }, one);
    expect(await database.door.query('select count(*)::int as n from access_case where person_id = $1 and case_id = $2', [one.personId, caseIds[7]])).toEqual([{ n: 2 }]);
    expect(await database.door.query('select count(*)::int as n from event where actor = $1', [one.personId])).toEqual([{ n: 2 }]);
  });

  it('twenty at once stand in one chain', async () => {
    const one = person();
    await Promise.all(Array.from({ length: 20 }, (_, n) => door.recordAccess({ kind: 'read', what: `page ${n}`, caseIds: [], fields: 'list', code: null }, one)));
    expect(await database.door.query('select max(seq)::int as n, count(distinct stream)::int as streams from event where actor = $1', [one.personId])).toEqual([{ n: 20, streams: 1 }]);
  });
});

describe('text that can\'t be kept (P26)', () => {
  it.each([['U+0000', 'a\u0000b'], ['a lone surrogate', '\ud800'], ['surrogates the wrong way round', '\udc00\ud800'], ['a control character', 'a\u001bb']])('%s is refused with its field', async (_, text) => {
    const streamId = await begun();
    expect(await door.put(count(streamId, { texts: { note: text } }), someone)).toMatchObject({ refusal: { code: 'TEXT.NOT_STORABLE', field: 'note' } });
    expect(await door.put(count(streamId, { data: { payload: { deep: [text] } } }), someone)).toMatchObject({ refusal: { field: 'payload.deep.0' } });
    expect(await eventsOf(streamId)).toHaveLength(1);
  });

  it.each([['overrides of direction', '\u202e'.repeat(64)], ['й as one', '\u0439'], ['й as two', '\u0438\u0306'], ['lines and tabs', 'a\r\n\tb'], ['beyond the plane', '𬎆']])('%s is kept letter for letter', async (_, text) => {
    const streamId = await begun();
    await door.put(count(streamId, { texts: { note: text }, data: { payload: text } }), someone);
    const [row] = await database.door.query<{ body: string }[]>('select body from text_row where stream = $1', [streamId]);
    expect(row?.body).toBe(text);
    expect((await eventsOf(streamId)).at(-1)?.data['payload']).toBe(text);
  });
});

describe('news', () => {
  it('are owed only where what comes next has changed, and told once after the commit', async () => {
    told.length = 0;
    const streamId = await begun();
    const owed = () => database.door.query<{ seq: number; sent_seq: number }[]>('select seq, sent_seq from delivery where stream = $1', [streamId]);
    expect(told).toEqual([streamId]);
    await door.put(count(streamId), someone);
    await door.put(count(streamId), someone);
    await door.put(count(streamId), someone);
    expect(told).toEqual([streamId, streamId, streamId]);
    expect(await owed()).toEqual([{ seq: 3, sent_seq: 0 }]);
    expect(await door.newsOf(streamId)).toEqual({ stream: streamId, epoch: 1, seq: 4, stages: [], ready: [], nextDue: { at: '2026-12-01T00:00:00.000Z', what: 'counter' }, closed: false });
  });

  it('of the process\'s own command are marked sent', async () => {
    const streamId = await begun();
    told.length = 0;
    await door.put(count(streamId), { kind: 'process', name: 'keep-time-workflow' });
    expect(told).toEqual([]);
    expect(await database.door.query('select seq, sent_seq from delivery where stream = $1', [streamId])).toEqual([{ seq: 2, sent_seq: 2 }]);
  });
});

describe('drafts (P22)', () => {
  const save = (draftId: string, seenVersion: number, value: string) => ({ commandId: randomUUID(), draftId, caseId: null, taskId: null, formId: 'referral', seenVersion, answers: { site: { state: 'given', value } } as const });

  it('fifty from one version: one is saved, every other hears the present version; no number is missing or used twice', async () => {
    const draftId = randomUUID();
    for (let version = 0; version < 3; version += 1) await door.saveDraft(save(draftId, version, `v${version + 1}`), someone);
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => door.saveDraft(save(draftId, 3, `tab ${n}`), someone)));
    expect(answers.filter(({ done }) => done)).toHaveLength(1);
    for (const answer of answers.filter(({ done }) => !done)) expect(answer).toMatchObject({ refusal: { code: 'DRAFT.NEWER_VERSION', facts: { version: 4, by: someone.personId, fields: ['site'] } } });
    const rows = await database.door.query<{ version: number; answers: { site: { value: string } } }[]>('select version, answers from form_version where draft_id = $1 order by version', [draftId]);
    expect(rows.map(({ version }) => version)).toEqual([1, 2, 3, 4]);
    expect(rows[2]?.answers.site.value).toBe('v3');
  });

  it('the same save twice is one version; somebody else\'s draft is not there', async () => {
    const draftId = randomUUID();
    const first = save(draftId, 0, 'a');
    expect(await door.saveDraft(first, someone)).toMatchObject({ done: true, version: 1 });
    expect(await door.saveDraft(first, someone)).toMatchObject({ done: true, version: 1 });
    expect(await door.saveDraft(save(draftId, 1, 'b'), person())).toMatchObject({ refusal: { code: 'ACCESS.NOT_FOUND' } });
  });
});

describe('the chain (P30)', () => {
  it('verifies from an export whatever the payload was, and the stored text is what was hashed', async () => {
    const streamId = await begun();
    const payload = { b: 1, a: undefined, sum: 0.1 + 0.2, big: 1e21, zero: -0, one: 1.0, words: ['Әлия', '欧阳', 'בן־דוד', '𬎆'] };
    await door.put(count(streamId, { data: { payload } }), someone);
    expect(await verifyExport(await exportOf(database.door))).toMatchObject({ ok: true });
  });

  it('can\'t be changed by the roles of the product, and not by its owner', async () => {
    for (const sql of [`update event set type = 'x'`, 'delete from event', 'truncate event']) {
      await expect(database.door.query(sql)).rejects.toThrow('permission denied');
      await expect(database.asSuperuser(`set role owner; ${sql}`)).rejects.toThrow('rows of event are never changed');
    }
    await expect(database.door.query(`update text_row set body = 'x'`)).rejects.toThrow('erased or left alone');
    await expect(database.door.query('delete from form_version')).rejects.toThrow('permission denied');
  });

  it('shows the stream and place of a row that somebody changed two levels down', async () => {
    const streamId = await begun();
    await door.put(count(streamId, { data: { payload: { deep: { value: 'before' } } } }), someone);
    await door.put(count(streamId), someone);
    await database.asSuperuser('alter table event disable trigger event_insert_only');
    await database.asSuperuser(`update event set canonical = replace(canonical, 'before', 'after') where stream = $1`, [streamId]);
    expect(await verifyExport(await exportOf(database.door))).toMatchObject({ ok: false, stream: streamId, seq: 2, why: 'EDITED' });
  });
});
