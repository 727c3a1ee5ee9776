import { randomUUID } from 'node:crypto';
import type { CaseCommandName, Command } from '#domain';
import { Door, domainStreams, type DoorResult } from '#door';
import { personId } from '../../apps/cli/seed/cast.js';
import { prepared, type Prepared, type ToSign } from '../bench/prepared.js';
import { testDatabase, type TestDatabase } from '../factories/database.js';

/* P7: two transitions of one task in the same moment. Each race is run again and again, from two connections at once. */
const times = 8;
let database: TestDatabase;
let made: Prepared;
let door: Door;
/** The door's time: set where a race is about a deadline. */
let now = '';
beforeAll(async () => {
  database = await testDatabase();
  made = await prepared(database, 3 * times);
  now = made.world.now;
  door = new Door({ door: database.door, types: domainStreams, clock: () => now });
}, 240_000);
afterAll(async () => { await database?.end(); });

const put = (by: string, type: CaseCommandName, streamId: string, data: object, commandId: string = randomUUID()): Promise<DoorResult> => door.put({ type, commandId, streamId, data } satisfies Command, { ...made.world.as(by), authenticatedAt: now });
const sign = ({ caseId, taskId, draftId, seenDraftVersion }: ToSign): Promise<DoorResult> => put('wang', 'signReview', caseId, { taskId, draftId, seenDraftVersion, discordance: null });
const order = async (caseId: string): Promise<readonly string[]> => (await database.door.query<{ type: string; task: string | null; mark: string | null }[]>(`select type, data->>'taskId' as task, data->>'mark' as mark from event where stream = $1 order by seq`, [caseId])).map(({ type, task }) => `${type}${task === null ? '' : ` ${task}`}`);
const inboxRow = async (taskId: string): Promise<string> => (await database.door.query<{ status: string }[]>('select status from task_row where id = $1', [taskId]))[0]?.status ?? 'none';
const draftVersions = async (draftId: string): Promise<number> => (await database.door.query<unknown[]>('select from form_version where draft_id = $1', [draftId])).length;
const refusal = (result: DoorResult): { readonly code: string; readonly facts: object } | null => (result.done ? null : { code: result.refusal.code, facts: result.refusal.facts });

describe('P7: in the same moment', () => {
  it('signed and withdrawn: nothing is signed after the withdrawal, and who lost hears who won', async () => {
    for (const one of made.imaging.slice(0, times)) {
      const [signed, withdrawn] = await Promise.all([sign(one), put('wu', 'withdrawCase', one.caseId, { reason: 'patientsWish' })]);
      expect(withdrawn.done).toBe(true);
      const events = await order(one.caseId);
      const [at, end] = [events.findIndex((event) => event.startsWith('OpinionSigned')), events.findIndex((event) => event.startsWith('CaseWithdrawn'))];
      expect(signed.done ? at >= 0 && at < end : at === -1).toBe(true);
      if (!signed.done) {
        expect(refusal(signed)).toMatchObject({ code: 'CASE.OVER', facts: { status: 'withdrawn', by: 'Wu Na', at: now } });
        expect(refusal(await sign(one))).toEqual(refusal(signed));
        expect(await draftVersions(one.draftId)).toBe(1);
      }
      expect(['completed', 'failed', 'exited']).toContain(await inboxRow(one.taskId));
    }
  }, 60_000);

  it('signed and given to somebody else: one of the two, never both', async () => {
    for (const one of made.imaging.slice(times, 2 * times)) {
      const [signed, assigned] = await Promise.all([sign(one), put('wu', 'assignTask', one.caseId, { taskId: one.taskId, ownerId: personId('gao') })]);
      expect([signed.done, assigned.done].filter(Boolean)).toHaveLength(1);
      expect((await order(one.caseId)).filter((event) => event.startsWith('OpinionSigned'))).toHaveLength(signed.done ? 1 : 0);
      expect(await draftVersions(one.draftId)).toBe(1);
      if (!signed.done) expect(refusal(await sign(one))).toEqual(refusal(signed));
    }
  }, 60_000);

  it('signed and overdue: signing is done, and nobody is told of what was signed before', async () => {
    const group = made.imaging.slice(2 * times);
    const [row] = await database.door.query<{ due: string }[]>('select max(due_at) as due from task_row where id = any($1::uuid[])', [group.map(({ taskId }) => taskId)]);
    now = row?.due ?? '';
    for (const one of group) {
      const process = door.put({ type: 'runDue', commandId: randomUUID(), streamId: one.caseId, data: { dueAt: now } }, { kind: 'process', name: 'case-workflow' });
      const [signed] = await Promise.all([sign(one), process]);
      expect(signed.done).toBe(true);
      const events = await order(one.caseId);
      const end = events.indexOf(`TaskCompleted ${one.taskId}`);
      expect(end).toBeGreaterThan(0);
      expect(events.slice(end).filter((event) => event === `MarkFired ${one.taskId}`)).toEqual([]);
    }
  }, 120_000);

  it('fifty claim one task: one has it, forty-nine are told who and since when', async () => {
    // the first cases are withdrawn by now
    const one = made.pathology[times];
    if (one === undefined) throw new Error('no case was made');
    await put('chen', 'releaseTask', one.caseId, { taskId: one.taskId });
    const claimants = ['chen', 'zhou'] as const;
    const answers = await Promise.all(Array.from({ length: 50 }, (_, place) => put(claimants[place % 2] ?? 'chen', 'claimTask', one.caseId, { taskId: one.taskId })));
    const [task] = await database.door.query<{ owner: string }[]>('select owner_id as owner from task_row where id = $1', [one.taskId]);
    const winner = claimants.find((by) => personId(by) === task?.owner);
    expect(answers.filter(({ done }) => done)).toHaveLength(1);
    const losers = answers.flatMap((answer) => { const told = refusal(answer); return told === null ? [] : [told]; });
    expect(losers).toHaveLength(49);
    for (const told of losers) expect(told).toMatchObject({ code: 'TASK.TAKEN', facts: { by: winner === 'chen' ? 'Dr Chen Yu' : 'Dr Zhou Fang', at: now } });
    expect((await order(one.caseId)).filter((event) => event === `TaskClaimed ${one.taskId}`)).toHaveLength(2);
  }, 60_000);

  it('signed, cancelled with its case and overdue, all at once: one end, and who lost hears which', async () => {
    for (const one of made.pathology.slice(times + 1, 2 * times)) {
      const due = (await database.door.query<{ due: string }[]>('select due_at as due from task_row where id = $1', [one.taskId]))[0]?.due ?? now;
      now = due > now ? due : now;
      const process = door.put({ type: 'runDue', commandId: randomUUID(), streamId: one.caseId, data: { dueAt: now } }, { kind: 'process', name: 'case-workflow' });
      const signature = door.put({ type: 'signReview', commandId: randomUUID(), streamId: one.caseId, data: { taskId: one.taskId, draftId: one.draftId, seenDraftVersion: one.seenDraftVersion, discordance: null } }, { ...made.world.as('chen'), authenticatedAt: now });
      const [signed, withdrawn] = await Promise.all([signature, put('wu', 'withdrawCase', one.caseId, { reason: 'patientsWish' }), process]);
      expect(withdrawn.done).toBe(true);
      const events = await order(one.caseId);
      const ends = events.filter((event) => event === `TaskCompleted ${one.taskId}` || event === `TaskCancelled ${one.taskId}`);
      expect(ends).toEqual([signed.done ? `TaskCompleted ${one.taskId}` : `TaskCancelled ${one.taskId}`]);
      expect(events.slice(events.indexOf(ends[0] ?? '')).filter((event) => event === `MarkFired ${one.taskId}`)).toEqual([]);
      if (!signed.done) expect(refusal(signed)).toMatchObject({ code: 'CASE.OVER', facts: { status: 'withdrawn', by: 'Wu Na' } });
      const late = await put('chen', 'releaseTask', one.caseId, { taskId: one.taskId });
      expect(refusal(late)).toMatchObject({ code: 'CASE.OVER', facts: { status: 'withdrawn' } });
    }
  }, 120_000);
});
