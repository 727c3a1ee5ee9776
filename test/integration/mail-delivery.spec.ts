import { randomUUID } from 'node:crypto';
import { refuse, type Command } from '#domain';
import { Door, domainStreams, type DoorPort } from '#door';
import type { Mail, Mailer, MailResult } from '#integrations';
import { DeliveryLog } from '../../apps/worker/notifier/delivery-log.js';
import { MailQueue } from '../../apps/worker/notifier/leased-mails.js';
import { NextChannel } from '../../apps/worker/notifier/next-channel.js';
import { Notifier } from '../../apps/worker/notifier/notifier.js';
import { hospital, post, somebody } from '../api/people.fixture.js';
import { testDatabase, type TestDatabase } from '../factories/database.js';
import { until } from '../factories/until.js';

/** A mail server that says what the test tells it to say, and keeps what it got. */
class Sink implements Mailer {
  readonly got: Mail[] = [];
  answer: (mail: Mail) => Promise<MailResult> = () => Promise.resolve({ accepted: true, response: '250' });
  send(mail: Mail): Promise<MailResult> { this.got.push(mail); return this.answer(mail); }
  close(): void { /* nothing is open */ }
}
const refused: MailResult = { accepted: false, lasting: true, code: 'MAIL.ADDRESS_REFUSED', smtpCode: 550, detail: 'no such user' };
const later: MailResult = { accepted: false, lasting: false, code: 'MAIL.TRY_LATER', smtpCode: 451, detail: 'later' };

let database: TestDatabase;
let at: string;
const caseId = randomUUID();
beforeAll(async () => {
  database = await testDatabase();
  at = await hospital(database, 'mailed');
  const patient = randomUUID();
  await database.asSuperuser(`insert into patient (id, institution_id, names, sex) values ($1, $2, '[]', 'unknown')`, [patient, at]);
  await database.asSuperuser(`insert into case_row (id, number, patient_id, board_id, board_version, tumor_type, urgency, status, round, column_stage, stages, origin_institution_id, host_institution_id, opened_at, seq, updated_at)
    values ($1, 'T-1', $2, gen_random_uuid(), 1, 'boneSarcoma', 'routine', 'open', 1, 'review', '{}', $3, $3, now(), 1, now())`, [caseId, patient, at]);
}, 60_000);
afterAll(async () => { await database?.end(); });

/** What the door was asked: these messages belong to no stream. The door itself passes on in `test/api/every-command.spec.ts`. */
const asked: Command[] = [];
const doorPort: Pick<DoorPort, 'put'> = { put: (command) => { asked.push(command); return Promise.resolve({ done: false, refusal: refuse('CASE.OVER') }); } };
const notifierOf = (sink: Sink): Notifier => new Notifier(new MailQueue(database.door), new DeliveryLog(database.door), new NextChannel(database.door, doorPort), sink, 'https://consilium.example');
async function sweep(sink: Sink): Promise<void> {
  const notifier = notifierOf(sink);
  await notifier.send();
  await notifier.settled();
}
const person = (name: string, role: 'specialist' | 'admin' = 'specialist'): Promise<string> => somebody(database, `${name}-${randomUUID().slice(0, 8)}`, [post(at, role)]);

interface Wish { readonly topic?: string; readonly kind?: string; readonly markKind?: string; readonly task?: string; readonly mark?: string; readonly onCase?: string; readonly seconds?: number }
/** A message that has waited long enough to be collected. */
async function waits(personId: string, { topic = 'reminder', kind = 'imagingReview', markKind = 'remind', task = randomUUID(), mark = 'half', onCase = caseId, seconds = 70 }: Wish = {}): Promise<string> {
  const id = randomUUID();
  await database.door.query(`insert into notification (id, person_id, case_id, task_id, kind, mark_kind, as_audience, topic, params, created_at, queued_at, message_id)
    values ($1, $2, $3, $4, $5, $6, 'owner', $7, $8::jsonb, clock_timestamp(), clock_timestamp() - make_interval(secs => $10), $9)`,
  [id, personId, onCase, task, kind, markKind, topic, JSON.stringify({ mark, task: 'imagingReview', dueAt: markKind === 'escalate' ? '2026-01-05T10:00:00.000Z' : '9999-01-05T10:00:00.000Z' }), `<${id}@consilium.localhost>`, seconds]);
  return id;
}
interface Row { id: string; mail_state: string; last_error: string | null; mail_id: string | null; held: string | null; attempts: number; next: string | null }
const rows = (personId: string): Promise<readonly Row[]> => database.door.query<Row[]>('select id, mail_state, last_error, mail_id, held, attempts, next_attempt_at::text as next from notification where person_id = $1 order by created_at, id', [personId]);
async function set(personId: string, data: object): Promise<void> {
  const done = await new Door({ door: database.door, types: domainStreams }).put({ type: 'changeNotificationSettings', commandId: randomUUID(), streamId: personId, data: { topics: {}, quietHours: null, digestAt: '08:00', language: 'en', ...data } },
    { kind: 'person', personId, posts: [], authenticatedAt: new Date().toISOString(), institutionId: at, onBehalfOf: null, from: null });
  expect(done).toMatchObject({ done: true });
}
/** The clock of somebody's zone, moved by minutes. */
const clock = (minutes: number): string => new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Almaty', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(Date.now() + minutes * 60_000));

describe('what waits for one person', () => {
  it('twenty marks make one mail, the most urgent first; the attempt is on record', async () => {
    const [chen, sink] = [await person('chen'), new Sink()];
    for (let n = 0; n < 19; n += 1) await waits(chen);
    await waits(chen, { topic: 'escalation', markKind: 'escalate', mark: 'due' });
    await sweep(sink);
    await sweep(sink);
    expect(sink.got).toHaveLength(1);
    expect(sink.got[0]?.message).toMatchObject({ template: 'several', items: [{ template: 'overdue' }, ...Array.from({ length: 19 }, () => ({ template: 'reminder' }))] });
    expect(new Set((await rows(chen)).map(({ mail_state, mail_id }) => `${mail_state} ${mail_id ?? ''}`)).size).toBe(1);
    expect(await database.door.query('select messages, result, topic from mail_attempt where person_id = $1', [chen])).toEqual([{ messages: 20, result: 'accepted', topic: 'escalation' }]);
  });

  it('of a task that went through 50, 80 and 100 % meanwhile: the last; the others are recorded as overtaken', async () => {
    const [gu, sink, task] = [await person('gu'), new Sink(), randomUUID()];
    await waits(gu, { task });
    await waits(gu, { task, mark: 'most' });
    await waits(gu, { task, topic: 'escalation', markKind: 'escalate', mark: 'due' });
    await sweep(sink);
    expect(sink.got).toHaveLength(1);
    expect(sink.got[0]?.message).toMatchObject({ template: 'overdue' });
    expect((await rows(gu)).map(({ mail_state, last_error }) => [mail_state, last_error])).toEqual([['notWanted', 'overtaken by a later mark of the same task'], ['notWanted', 'overtaken by a later mark of the same task'], ['sent', null]]);
  });

  it('twenty marks spread over a minute make one mail, when the minute of the first is over', async () => {
    const [sun, sink] = [await person('sun'), new Sink()];
    for (let n = 0; n < 20; n += 1) await waits(sun, { seconds: 57 - 2 * n });
    await sweep(sink);
    expect(sink.got).toHaveLength(0);
    // three seconds on
    await database.door.query(`update notification set queued_at = queued_at - interval '3 seconds' where person_id = $1`, [sun]);
    await sweep(sink);
    expect(sink.got).toHaveLength(1);
    expect(sink.got[0]?.message).toMatchObject({ template: 'several', items: Array.from({ length: 20 }, () => ({ template: 'reminder' })) });
  });

  it('an escalation, a task given, or an emergency waits for no minute, and takes along what was collected', async () => {
    const [li, sink] = [await person('li'), new Sink()];
    await waits(li, { seconds: 10 });
    await sweep(sink);
    expect(sink.got).toHaveLength(0);
    await waits(li, { topic: 'escalation', markKind: 'escalate', seconds: 10 });
    await sweep(sink);
    expect(sink.got.map(({ message }) => message)).toMatchObject([{ template: 'several' }]);
    await waits(li, { topic: 'ownTask', kind: 'taskAssigned', markKind: 'news', seconds: 10 });
    await sweep(sink);
    expect(sink.got).toHaveLength(2);
    await database.asSuperuser(`update case_row set urgency = 'emergency' where id = $1`, [caseId]);
    await waits(li, { seconds: 10 });
    await sweep(sink);
    await database.asSuperuser(`update case_row set urgency = 'routine' where id = $1`, [caseId]);
    expect(sink.got).toHaveLength(3);
  });
});

describe('what a person set', () => {
  it('mutes reminders, never escalations', async () => {
    const [wu, sink] = [await person('wu'), new Sink()];
    await set(wu, { topics: { reminder: { product: true, mail: 'never' } } });
    await waits(wu);
    await waits(wu, { topic: 'escalation', markKind: 'escalate' });
    await sweep(sink);
    expect((await rows(wu)).map(({ mail_state, last_error }) => [mail_state, last_error])).toEqual([['notWanted', 'muted by its reader'], ['sent', null]]);
  });

  it('in quiet hours what can wait waits, and says so; an escalation goes', async () => {
    const [xu, sink] = [await person('xu'), new Sink()];
    await set(xu, { quietHours: { from: clock(-60), to: clock(60) } });
    await waits(xu, { topic: 'offer', markKind: 'news', kind: 'taskOffered' });
    await waits(xu, { topic: 'escalation', markKind: 'escalate' });
    await sweep(sink);
    const [offer, escalation] = await rows(xu);
    expect([offer?.mail_state, offer?.held, offer?.attempts, escalation?.mail_state]).toEqual(['pending', 'quietHours', 0, 'sent']);
    expect(Date.parse(offer?.next ?? '') - Date.now()).toBeGreaterThan(58 * 60_000);
    expect(sink.got).toHaveLength(1);
  });

  it('the course of cases comes in one digest a day, without cases that are closed to the reader', async () => {
    const [zhou, sink] = [await person('zhou'), new Sink()];
    await database.asSuperuser(`insert into case_grant (case_id, person_id) values ($1, $2)`, [caseId, zhou]);
    const gone = randomUUID();
    await database.asSuperuser(`insert into case_row (id, number, patient_id, board_id, board_version, tumor_type, urgency, status, round, column_stage, stages, origin_institution_id, host_institution_id, opened_at, seq, updated_at)
      select $1, 'T-2', patient_id, board_id, 1, tumor_type, urgency, status, 1, column_stage, stages, origin_institution_id, host_institution_id, now(), 1, now() from case_row where id = $2`, [gone, caseId]);
    for (const onCase of [caseId, caseId, gone]) await waits(zhou, { topic: 'caseCourse', kind: 'caseHeld', markKind: 'news', onCase });
    await sweep(sink);
    expect(sink.got).toHaveLength(0);
    expect((await rows(zhou)).map(({ held }) => held)).toEqual(['digest', 'digest', 'digest']);
    const morning = async (): Promise<void> => { await database.door.query(`update notification set next_attempt_at = clock_timestamp() where person_id = $1 and mail_state = 'pending'`, [zhou]); };
    await morning();
    await sweep(sink);
    expect(sink.got.map(({ message }) => message)).toMatchObject([{ template: 'digest', items: [{ template: 'caseNews' }, { template: 'caseNews' }] }]);
    expect((await rows(zhou)).map(({ mail_state }) => mail_state)).toEqual(['sent', 'sent', 'notWanted']);
    await waits(zhou, { topic: 'caseCourse', kind: 'caseResumed', markKind: 'news' });
    await sweep(sink);
    await morning();
    await sweep(sink);
    expect(sink.got).toHaveLength(1);
  });
});

describe('a mail server', () => {
  it('that is slow for one keeps nobody else waiting, and nobody is mailed twice', async () => {
    const [slow, quick, sink] = [await person('slow'), await person('quick'), new Sink()];
    let answered: () => void = () => undefined;
    const silence = new Promise<void>((resolve) => { answered = resolve; });
    sink.answer = async ({ to }) => { if (to.startsWith('slow')) await silence; return { accepted: true, response: '250' }; };
    await waits(slow);
    await waits(quick);
    const notifier = notifierOf(sink);
    await notifier.send();
    await until('the quick one has it', async () => (await rows(quick))[0]?.mail_state === 'sent');
    await sweep(sink);
    expect((await rows(slow))[0]?.mail_state).toBe('sending');
    answered();
    await notifier.settled();
    expect((await rows(slow))[0]?.mail_state).toBe('sent');
    expect(sink.got.filter(({ to }) => to.startsWith('slow'))).toHaveLength(1);
  });

  it('whose client died gets the very same mail again, under the same id, and later messages in another', async () => {
    const [died, sink] = [await person('died'), new Sink()];
    // the first one waits for an answer that never comes
    sink.answer = () => new Promise(() => undefined);
    await waits(died);
    await waits(died);
    await notifierOf(sink).send();
    await until('the mail is on its way', () => Promise.resolve(sink.got.length === 1));
    await waits(died);
    await database.door.query(`update notification set lease_until = clock_timestamp() - interval '1 second' where person_id = $1 and mail_state = 'sending'`, [died]);
    sink.answer = () => Promise.resolve({ accepted: true, response: '250' });
    await sweep(sink);
    expect(sink.got).toHaveLength(2);
    expect(sink.got[1]?.messageId).toBe(sink.got[0]?.messageId);
    expect(sink.got[1]?.message).toEqual(sink.got[0]?.message);
    expect((await rows(died)).map(({ mail_state }) => mail_state)).toEqual(['sent', 'sent', 'pending']);
  });

  it('gets what can be written although another message can\'t: that one fails alone', async () => {
    const [broken, sink] = [await person('broken'), new Sink()];
    const bad = await waits(broken, { kind: 'unheardOf' });
    await waits(broken);
    sink.answer = ({ message }) => (JSON.stringify(message).includes('unheardOf') ? Promise.reject(new Error('no word for it')) : Promise.resolve({ accepted: true, response: '250' }));
    const notifier = notifierOf(sink);
    await notifier.send();
    await notifier.settled();
    await expect(notifier.send()).rejects.toThrow('no word for it');
    expect((await rows(broken)).map(({ id, mail_state, last_error }) => [id === bad, mail_state, last_error])).toEqual([[true, 'failed', 'MAIL.NOT_WRITTEN'], [false, 'sent', null]]);
  });

  it('that answers after its lease was taken over changes nothing any more', async () => {
    const id = await person('late');
    await waits(id);
    const [queue, log] = [new MailQueue(database.door), new DeliveryLog(database.door)];
    const first = await queue.take(id);
    await database.door.query(`update notification set lease_until = clock_timestamp() - interval '1 second' where person_id = $1`, [id]);
    const second = await queue.take(id);
    if (first === null || second === null) throw new Error('nothing taken');
    await log.failed(first.lease, first.mails, 'too late');
    expect((await rows(id))[0]?.mail_state).toBe('sending');
    await log.sent(second.lease, second.mails, false);
    expect((await rows(id))[0]).toMatchObject({ mail_state: 'sent', last_error: null });
  });

  it('that cannot now is asked again, with what came meanwhile in one mail', async () => {
    const [busy, sink] = [await person('busy'), new Sink()];
    sink.answer = () => Promise.resolve(later);
    await waits(busy);
    await sweep(sink);
    expect((await rows(busy))[0]).toMatchObject({ mail_state: 'pending', attempts: 1, last_error: 'MAIL.TRY_LATER 451' });
    await waits(busy);
    await database.door.query('update notification set next_attempt_at = clock_timestamp() where person_id = $1', [busy]);
    sink.answer = () => Promise.resolve({ accepted: true, response: '250' });
    await sweep(sink);
    expect(sink.got[1]?.message).toMatchObject({ template: 'several' });
    expect(await database.door.query('select result, code, smtp_code from mail_attempt where person_id = $1 order by id', [busy])).toEqual([{ result: 'later', code: 'MAIL.TRY_LATER', smtp_code: 451 }, { result: 'accepted', code: null, smtp_code: null }]);
  });

  it('that knows no such address: the escalation goes to the admin, who is told of the address once; a mail that passes clears it', async () => {
    const [boss, gone, sink] = [await person('boss', 'admin'), await person('gone'), new Sink()];
    sink.answer = ({ to }) => Promise.resolve(to.startsWith('gone') ? refused : { accepted: true, response: '250' });
    await waits(gone, { topic: 'ownTask', kind: 'taskAssigned', markKind: 'news' });
    await sweep(sink);
    await waits(gone, { topic: 'ownTask', kind: 'taskAssigned', markKind: 'news' });
    await sweep(sink);
    const task = randomUUID();
    await waits(gone, { topic: 'escalation', markKind: 'escalate', mark: 'due', task });
    await waits(gone, { topic: 'escalation', kind: 'taskOwnerGone', markKind: 'news' });
    await sweep(sink);
    expect((await rows(gone)).map(({ mail_state, last_error }) => [mail_state, last_error])).toEqual(Array.from({ length: 4 }, () => ['failed', 'MAIL.ADDRESS_REFUSED 550']));
    const told = await database.door.query<object[]>('select kind, mark_kind, as_audience, topic, params from notification where person_id = $1 order by created_at', [boss]);
    expect(told).toMatchObject([{ kind: 'mailRefused', mark_kind: 'news', params: { personId: gone } }, { kind: 'taskOwnerGone', mark_kind: 'news', as_audience: 'admin', topic: 'escalation', params: { insteadOf: gone } }]);
    expect(asked).toMatchObject([{ type: 'passOnEscalation', streamId: caseId, data: { taskId: task, mark: 'due', personId: gone } }]);
    expect(await database.door.query('select mail_refused_code from person where id = $1 and mail_refused_at is not null', [gone])).toEqual([{ mail_refused_code: 'MAIL.ADDRESS_REFUSED 550' }]);
    sink.answer = () => Promise.resolve({ accepted: true, response: '250' });
    await waits(gone);
    await sweep(sink);
    expect(await database.door.query('select 1 as n from person where id = $1 and mail_refused_at is null', [gone])).toEqual([{ n: 1 }]);
  });
});
