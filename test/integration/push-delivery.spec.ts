import { createECDH, randomUUID } from 'node:crypto';
import { refuse, type Command } from '#domain';
import { Door, domainStreams, type DoorPort } from '#door';
import { noPusher, WebPusher, type Mailer, type MailResult, type Pusher } from '#integrations';
import { DeliveryLog } from '../../apps/worker/notifier/delivery-log.js';
import { MailQueue } from '../../apps/worker/notifier/leased-mails.js';
import { PushQueue } from '../../apps/worker/notifier/leased-pushes.js';
import { NextChannel } from '../../apps/worker/notifier/next-channel.js';
import { Notifier } from '../../apps/worker/notifier/notifier.js';
import { PushLog } from '../../apps/worker/notifier/push-log.js';
import { PushNotifier } from '../../apps/worker/notifier/push-notifier.js';
import { hospital, post, somebody } from '../api/people.fixture.js';
import { testDatabase, type TestDatabase } from '../factories/database.js';
import { Browser, pushService, senderOf, type Got } from './push-service.fixture.js';

const canary = 'Kanarek';
const keys = createECDH('prime256v1');
const [publicKey, privateKey] = [keys.generateKeys('base64url'), Buffer.concat([Buffer.alloc(32), keys.getPrivateKey()]).subarray(-32).toString('base64url')];
const webPusher = new WebPusher({ publicKey, privateKey, contact: 'Consilium <no-reply@hospital.example>' });

let database: TestDatabase;
let service: Awaited<ReturnType<typeof pushService>>;
let at: string;
const caseId = randomUUID();
beforeAll(async () => {
  [database, service] = [await testDatabase(), await pushService()];
  at = await hospital(database, 'pushed');
  const patient = randomUUID();
  await database.asSuperuser(`insert into patient (id, institution_id, names, sex) values ($1, $2, $3, 'unknown')`, [patient, at, JSON.stringify([{ family: canary, given: canary }])]);
  await database.asSuperuser(`insert into case_row (id, number, patient_id, board_id, board_version, tumor_type, urgency, status, round, column_stage, stages, origin_institution_id, host_institution_id, opened_at, seq, updated_at)
    values ($1, 'T-1', $2, gen_random_uuid(), 1, 'boneSarcoma', 'routine', 'open', 1, 'review', '{}', $3, $3, now(), 1, now())`, [caseId, patient, at]);
}, 60_000);
afterAll(async () => { await service?.end(); await database?.end(); });

/** What the door was asked: the notices of this file belong to no stream. */
const asked: Command[] = [];
const doorPort: Pick<DoorPort, 'put'> = { put: (command) => { asked.push(command); return Promise.resolve({ done: false, refusal: refuse('CASE.OVER') }); } };
const next = (): NextChannel => new NextChannel(database.door, doorPort);
async function push(pusher: Pusher = webPusher): Promise<void> {
  const notifier = new PushNotifier(new PushQueue(database.door), new PushLog(database.door), next(), pusher);
  await notifier.send();
  await notifier.settled();
}
/** Every address refuses. */
async function mailInVain(): Promise<void> {
  const answer: MailResult = { accepted: false, lasting: true, code: 'MAIL.ADDRESS_REFUSED', smtpCode: 550, detail: 'no such user' };
  const mailer: Mailer = { send: () => Promise.resolve(answer), close: () => undefined };
  const notifier = new Notifier(new MailQueue(database.door), new DeliveryLog(database.door), next(), mailer, 'https://consilium.example');
  await notifier.send();
  await notifier.settled();
}

const person = (name: string, role: 'specialist' | 'admin' = 'specialist'): Promise<string> => somebody(database, `${name}-${randomUUID().slice(0, 8)}`, [post(at, role)]);
async function browserOf(personId: string): Promise<Browser & { readonly path: string }> {
  const [browser, path] = [new Browser(), `/${randomUUID()}`];
  await database.door.query(`insert into push_subscription (id, person_id, endpoint, p256dh, auth, browser) values (gen_random_uuid(), $1, $2, $3, $4, 'Firefox, Linux')`, [personId, service.origin + path, browser.p256dh, browser.auth]);
  return Object.assign(browser, { path });
}
/** A notice that has waited long enough to be collected. */
async function waits(personId: string, { topic = 'reminder', kind = 'imagingReview', markKind = 'remind', mark = 'half', task = randomUUID() } = {}): Promise<{ readonly id: string; readonly task: string }> {
  const id = randomUUID();
  await database.door.query(`insert into notification (id, person_id, case_id, task_id, kind, mark_kind, as_audience, topic, params, created_at, queued_at, message_id)
    values ($1, $2, $3, $4, $5, $6, 'head', $7, $8::jsonb, clock_timestamp(), clock_timestamp() - interval '70 seconds', $9)`,
  [id, personId, caseId, task, kind, markKind, topic, JSON.stringify({ mark, task: 'imagingReview', dueAt: '9999-01-05T10:00:00.000Z' }), `<${id}@consilium.localhost>`]);
  await database.door.query(`update push_message set queued_at = queued_at - interval '70 seconds' where notification_id = $1`, [id]);
  return { id, task };
}
const escalation = { topic: 'escalation', markKind: 'escalate', mark: 'due' };
const states = async (personId: string): Promise<readonly string[]> =>
  (await database.door.query<{ state: string }[]>('select m.state from push_message m join notification n on n.id = m.notification_id where n.person_id = $1 order by n.created_at, n.id', [personId])).map(({ state }) => state);
const only = (path: string): Got => { const [first, ...more] = service.to(path); if (first === undefined || more.length > 0) throw new Error(`${service.to(path).length} messages came to ${path}`); return first; };
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll(/[\u2066-\u2069\u200e\u200f]/g, ''));
async function set(personId: string, data: object): Promise<void> {
  const done = await new Door({ door: database.door, types: domainStreams }).put({ type: 'changeNotificationSettings', commandId: randomUUID(), streamId: personId, data: { topics: {}, quietHours: null, digestAt: '08:00', language: 'en', ...data } },
    { kind: 'person', personId, posts: [], authenticatedAt: new Date().toISOString(), institutionId: at, onBehalfOf: null, from: null });
  expect(done).toMatchObject({ done: true });
}

describe('a push message', () => {
  it('says the kind of notice and the number of the case, for its browser alone, and nothing of the patient; it says who sends it', async () => {
    const chen = await person('chen');
    const [here, there] = [await browserOf(chen), await browserOf(chen)];
    const { id, task } = await waits(chen);
    await push();
    const { headers, body } = only(here.path);
    expect(headers).toMatchObject({ ttl: '43200', urgency: 'normal', 'content-encoding': 'aes128gcm' });
    const read = here.read(body);
    expect(plain(read)).toEqual({ title: 'Consilium', body: 'Reminder: Imaging review, T-1', lang: 'en', dir: 'ltr', tag: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, path: `/cases/${caseId}?task=${task}` });
    expect(headers['topic']).toBe((read as { tag: string }).tag.replaceAll('-', ''));
    expect(JSON.stringify(read) + JSON.stringify(headers)).not.toContain(canary);
    expect(plain(there.read(only(there.path).body))).toMatchObject({ body: 'Reminder: Imaging review, T-1' });
    expect(() => there.read(body)).toThrow();
    expect(senderOf(headers.authorization ?? '')).toMatchObject({ key: publicKey, isSigned: true, claims: { aud: service.origin, sub: 'mailto:no-reply@hospital.example' } });
    await push();
    expect([service.to(here.path).length, await states(chen)]).toEqual([1, ['sent', 'sent']]);
    expect(await database.door.query('select channel, result, messages, topic, http_status from mail_attempt where person_id = $1', [chen])).toEqual(Array.from({ length: 2 }, () => ({ channel: 'push', result: 'accepted', messages: 1, topic: 'reminder', http_status: 201 })));
    expect(id).not.toBe((read as { tag: string }).tag);
  });

  it('is one for twenty marks, the most urgent first, and wakes the device then; in the language of its reader', async () => {
    const gu = await person('gu');
    await set(gu, { language: 'he' });
    const here = await browserOf(gu);
    for (let n = 0; n < 19; n += 1) await waits(gu);
    await waits(gu, escalation);
    await push();
    const { headers, body } = only(here.path);
    expect(headers['urgency']).toBe('high');
    expect(plain(here.read(body))).toMatchObject({ lang: 'he', dir: 'rtl', path: '/notifications', body: expect.stringMatching(/^20 .*הסלמה.*T-1/) as string });
  });

  it('waits for the end of quiet hours, an escalation does not; what is muted, or read meanwhile, never comes', async () => {
    const xu = await person('xu');
    const clock = (minutes: number): string => new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Almaty', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(Date.now() + minutes * 60_000));
    await set(xu, { quietHours: { from: clock(-60), to: clock(60) }, topics: { offer: { product: true, mail: 'atOnce', push: false } } });
    const here = await browserOf(xu);
    await waits(xu);
    await waits(xu, { topic: 'offer', kind: 'taskOffered', markKind: 'news' });
    const { id } = await waits(xu, { topic: 'ownTask', kind: 'taskAssigned', markKind: 'news' });
    await database.door.query('update notification set read_at = clock_timestamp() where id = $1', [id]);
    await waits(xu, escalation);
    await push();
    expect(await states(xu)).toEqual(['pending', 'notWanted', 'notWanted', 'sent']);
    expect(plain(here.read(only(here.path).body))).toMatchObject({ body: 'Escalation: Imaging review, T-1' });
  });

  it('is tried again where the service can\'t now, and never again where the browser is gone: its address and keys are forgotten', async () => {
    const sun = await person('sun');
    const here = await browserOf(sun);
    service.answers.set(here.path, 503);
    await waits(sun);
    await push();
    expect(await states(sun)).toEqual(['pending']);
    await database.door.query(`update push_message set next_attempt_at = clock_timestamp() where state = 'pending' and notification_id in (select id from notification where person_id = $1)`, [sun]);
    service.answers.set(here.path, 410);
    await push();
    expect(await states(sun)).toEqual(['failed']);
    expect(await database.door.query('select endpoint, p256dh, auth, ended_because from push_subscription where person_id = $1', [sun])).toEqual([{ endpoint: '', p256dh: '', auth: '', ended_because: 'gone' }]);
    await waits(sun);
    await push();
    expect([service.to(here.path).length, (await states(sun)).length]).toEqual([2, 1]);
    expect(await database.door.query('select result, code, http_status from mail_attempt where person_id = $1 order by id', [sun])).toEqual([{ result: 'later', code: 'PUSH.TRY_LATER', http_status: 503 }, { result: 'refused', code: 'PUSH.GONE', http_status: 410 }]);
  });

  it('of a worker that died is sent again under the same tag, so that the browser shows it once', async () => {
    const wu = await person('wu');
    const here = await browserOf(wu);
    await waits(wu);
    const first = await takenOf(wu);
    await database.door.query(`update push_message set lease_until = clock_timestamp() - interval '1 second' where lease = $1`, [first.lease]);
    await push();
    expect(here.read(only(here.path).body)).toMatchObject({ tag: first.pushId });
    await new PushLog(database.door).failed(first, first.mails, 'too late');
    expect(await states(wu)).toEqual(['sent']);
  });
});

async function takenOf(personId: string) {
  const [row] = await database.door.query<{ id: string }[]>('select id from push_subscription where person_id = $1', [personId]);
  const taken = await new PushQueue(database.door).take(row?.id ?? '');
  if (taken === null) throw new Error('nothing taken');
  return taken;
}

describe('an escalation', () => {
  const passed = (personId: string): readonly Command[] => asked.filter(({ data }) => (data as { personId?: string }).personId === personId);

  it('whose mail is refused stays with its reader where a browser takes it; the admins hear of the address all the same', async () => {
    const [boss, bai] = [await person('boss', 'admin'), await person('bai')];
    await browserOf(bai);
    await waits(bai, escalation);
    await push();
    await mailInVain();
    expect(passed(bai)).toEqual([]);
    expect(await database.door.query(`select kind from notification where person_id = $1 and params->>'personId' = $2`, [boss, bai])).toEqual([{ kind: 'mailRefused' }]);
  });

  it.each(['mail first', 'push first'])('that neither takes goes to the admins once: %s', async (order) => {
    const gone = await person('gone');
    const here = await browserOf(gone);
    service.answers.set(here.path, 410);
    const { task } = await waits(gone, escalation);
    await (order === 'mail first' ? mailInVain() : push());
    expect(passed(gone)).toEqual([]);
    await (order === 'mail first' ? push() : mailInVain());
    expect(passed(gone)).toMatchObject([{ type: 'passOnEscalation', streamId: caseId, data: { taskId: task, mark: 'due', personId: gone } }]);
  });

  it('goes to the admins too where the installation has lost its keys, or its reader switched the browser off meanwhile', async () => {
    const [off, lost] = [await person('off'), await person('lost')];
    for (const each of [off, lost]) { await browserOf(each); await waits(each, escalation); }
    await mailInVain();
    await database.door.query(`update push_subscription set ended_at = clock_timestamp(), ended_because = 'removed', endpoint = '' where person_id = $1`, [off]);
    await push(noPusher);
    expect([passed(off).length, passed(lost).length]).toEqual([1, 1]);
  });
});
