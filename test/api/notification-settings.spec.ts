import { createHash, randomUUID } from 'node:crypto';
import type { DeliveryPageDto } from '../../apps/api/notifications/delivery.dto.js';
import type { NotificationPageDto, NotificationSettingsDto } from '../../apps/api/notifications/notification.dto.js';
import { testDatabase, type TestDatabase } from '../factories/database.js';
import { testApi, type Client, type TestApi } from './api.fixture.js';
import { hospital, post, somebody } from './people.fixture.js';

let database: TestDatabase;
let api: TestApi;
let chen: Client;
beforeAll(async () => {
  database = await testDatabase();
  const at = await hospital(database, 'set');
  await somebody(database, 'chen', [post(at, 'specialist')]);
  api = await testApi(database);
  chen = await api.as('chen');
}, 60_000);
afterAll(async () => { await api?.end(); await database?.end(); });

const settings = async (): Promise<NotificationSettingsDto> => (await chen.get('/api/notifications/settings')).body as NotificationSettingsDto;
const page = async (): Promise<NotificationPageDto> => (await chen.get('/api/notifications')).body as NotificationPageDto;
const ofTopic = (all: NotificationSettingsDto, topic: string) => all.topics.find((each) => each.topic === topic);

describe('notification settings over HTTP', () => {
  it('are the defaults before anything was set, whole, with what is locked', async () => {
    const all = await settings();
    expect(all).toMatchObject({ quietHours: null, digestAt: '08:00', language: 'en', version: 0, zone: 'Asia/Almaty', email: 'chen@test.example' });
    expect(ofTopic(all, 'escalation')).toEqual({ topic: 'escalation', product: true, mail: 'atOnce', push: true, locked: true });
    expect(all.topics.filter(({ locked }) => locked)).toHaveLength(1);
  });

  it('are changed against what was on the screen; a second window is told, in words', async () => {
    const wish = { topics: [{ topic: 'reminder', product: true, mail: 'digest' }], quietHours: { from: '21:00', to: '07:00' }, digestAt: '07:30', language: 'he', seenVersion: 0 };
    expect((await chen.change('/api/notifications/settings', wish)).status).toBe(200);
    expect(await settings()).toMatchObject({ quietHours: { from: '21:00', to: '07:00' }, digestAt: '07:30', language: 'he', version: 1 });
    const late = await chen.change('/api/notifications/settings', { ...wish, digestAt: '09:00' });
    expect([late.status, (late.body as { code: string }).code]).toEqual([409, 'NOTIFICATIONS.NEWER_SETTINGS']);
    expect((late.body as { title: string }).title).toBe('Your settings were changed elsewhere');
  });

  it('leave escalations on, whichever way one tries', async () => {
    for (const [path, body] of [['settings', { topics: [{ topic: 'escalation', product: true, mail: 'never' }], quietHours: null, digestAt: '08:00', language: 'en' }], ['settings/mute', { topic: 'escalation', channel: 'mail', muted: true }]] as const) {
      const answer = await chen.change(`/api/notifications/${path}`, body);
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([422, 'NOTIFICATIONS.ESCALATION_STAYS']);
    }
  });

  it('name the field that no setting can have', async () => {
    const answer = await chen.change('/api/notifications/settings', { topics: [{ topic: 'reminder', product: true, mail: 'sometimes' }], quietHours: null, digestAt: '8', language: 'xx' });
    expect([answer.status, (answer.body as { errors: { field: string }[] }).errors.map(({ field }) => field).sort()]).toEqual([400, ['digestAt', 'language', 'topics.0.mail']]);
  });

  it('one click mutes a kind in the product: what comes then is kept, and not shown', async () => {
    expect((await chen.change('/api/notifications/settings/mute', { topic: 'offer', channel: 'product', muted: true })).status).toBe(200);
    expect(ofTopic(await settings(), 'offer')).toMatchObject({ product: false, mail: 'atOnce' });
    for (const shown of [true, false]) await database.door.query(`insert into notification (id, person_id, kind, mark_kind, as_audience, topic, in_product, created_at, message_id) values ($1, $2, 'taskOffered', 'news', 'pool', 'offer', $3, clock_timestamp(), '<x@test.example>')`, [randomUUID(), chen.personId, shown]);
    expect(await page()).toMatchObject({ unread: 1, items: [{ kind: 'taskOffered', topic: 'offer' }] });
    const all = await chen.change('/api/notifications/read-all');
    expect(all.body).toEqual({ unread: 0 });
  });
});

describe('browsers that take push messages, over HTTP', () => {
  const wish = (endpoint: string) => ({ endpoint, p256dh: 'B'.repeat(87), auth: 'a'.repeat(22), browser: 'Firefox, Linux' });
  const browsers = async (who: Client) => ((await who.get('/api/notifications/settings')).body as NotificationSettingsDto).push.browsers;

  it('are one\'s own: subscribed once however often, known by the hash of their address, which nobody is told', async () => {
    const endpoint = 'https://a.push.test.example/one';
    const [first, second] = [await chen.change('/api/notifications/push', wish(endpoint)), await chen.change('/api/notifications/push', wish(endpoint))];
    expect([first.status, (second.body as { id: string }).id]).toEqual([200, (first.body as { id: string }).id]);
    const answer = await chen.get('/api/notifications/settings');
    expect((answer.body as NotificationSettingsDto).push).toEqual({ publicKey: 'a-public-key', browsers: [{ id: (first.body as { id: string }).id, browser: 'Firefox, Linux', since: expect.any(String) as string, endpointHash: createHash('sha256').update(endpoint).digest('base64url') }] });
    expect(JSON.stringify(answer.body)).not.toContain(endpoint);
  });

  it('have one owner: who switches one on takes it over; nobody switches off another\'s', async () => {
    await somebody(database, 'next', [post(await hospital(database, 'next'), 'specialist')]);
    const other = await api.as('next');
    const [own] = await browsers(chen);
    expect((await other.change('/api/notifications/push/remove', { id: own?.id })).status).toBe(200);
    expect(await browsers(chen)).toHaveLength(1);
    await other.change('/api/notifications/push', wish('https://a.push.test.example/one'));
    expect([(await browsers(chen)).length, (await browsers(other)).length]).toEqual([0, 1]);
    await other.change('/api/notifications/push/remove', { id: (await browsers(other))[0]?.id });
    expect(await browsers(other)).toEqual([]);
  });

  it.each(['https://inside.hospital.example/', 'https://push.test.example.evil.example/', 'https://push.test.example:8443/', 'https://apush.test.example/'])('name no address that isn\'t a push service\'s: %s', async (endpoint) => {
    const answer = await chen.change('/api/notifications/push', wish(endpoint));
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([422, 'NOTIFICATIONS.PUSH_SERVICE_UNKNOWN']);
  });
});

describe('the delivery log over HTTP', () => {
  it('shows an admin the attempts to mail people of the own hospital, and addresses that take no mail; nobody else\'s', async () => {
    const [here, there] = [await hospital(database, 'here'), await hospital(database, 'there')];
    await somebody(database, 'admin-here', [post(here, 'admin')]);
    const [ours, theirs] = [await somebody(database, 'ours', [post(here, 'specialist')]), await somebody(database, 'theirs', [post(there, 'specialist')])];
    for (const id of [ours, ours, theirs]) await database.door.query(`insert into mail_attempt (mail_id, person_id, messages, topic, result, code, smtp_code) values (gen_random_uuid(), $1, 2, 'reminder', 'refused', 'MAIL.ADDRESS_REFUSED', 550)`, [id]);
    await database.door.query(`update person set mail_refused_at = clock_timestamp(), mail_refused_code = 'MAIL.ADDRESS_REFUSED 550' where id = any($1::uuid[])`, [[ours, theirs]]);
    const admin = await api.as('admin-here');
    const first = (await admin.get('/api/notifications/deliveries?limit=1')).body as DeliveryPageDto;
    expect(first).toMatchObject({ items: [{ person: { id: ours }, email: 'ours@test.example', messages: 2, channel: 'mail', result: 'refused', code: 'MAIL.ADDRESS_REFUSED', smtpCode: 550, httpStatus: null }], refusing: [{ person: { id: ours }, email: 'ours@test.example' }] });
    const second = (await admin.get(`/api/notifications/deliveries?limit=1&after=${first.next ?? ''}`)).body as DeliveryPageDto;
    expect([second.items.length, second.next, second.items[0]?.mailId === first.items[0]?.mailId]).toEqual([1, null, false]);
    expect((await admin.get('/api/notifications/deliveries?result=accepted')).body).toMatchObject({ items: [] });
    expect((await chen.get('/api/notifications/deliveries')).status).toBe(403);
  });
});
