import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import ICAL from 'ical.js';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { boneSarcomaBoard, type Actor, type MeetingCommandData, type MeetingCommandName } from '#domain';
import { Door, domainStreams } from '#door';
import { SmtpMailer } from '#integrations';
import { DeliveryLog } from '../../apps/worker/notifier/delivery-log.js';
import { MailQueue } from '../../apps/worker/notifier/leased-mails.js';
import { NextChannel } from '../../apps/worker/notifier/next-channel.js';
import { Notifier } from '../../apps/worker/notifier/notifier.js';
import { hospital, post, somebody } from '../api/people.fixture.js';
import { testDatabase, type TestDatabase } from '../factories/database.js';

/*
 * H17 from the command to the calendar: what people get by SMTP from the product's own queue, read by another maker's parser. A mail
 * program is stood for by `calendarOf`: it keeps one entry a UID, and ignores a file whose SEQUENCE is lower than that of the last.
 */
const mails: ParsedMail[] = [];
const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], onData: (stream, _session, done) => { simpleParser(stream).then((mail) => { mails.push(mail); done(); }, done); } });
let database: TestDatabase;
let door: Door;
let mailer: SmtpMailer;
const [boardId, meetingId] = [randomUUID(), randomUUID()];
const person: Record<string, string> = {};
let at: string;

const actorOf = (name: string, role: 'caseManager' | 'admin'): Actor => ({ kind: 'person', personId: person[name] ?? '', posts: [post(at, role)], authenticatedAt: new Date().toISOString(), institutionId: at, onBehalfOf: null, from: null });
async function put<Name extends MeetingCommandName>(type: Name, data: MeetingCommandData[Name]): Promise<void> {
  expect([type, await door.put({ type, commandId: randomUUID(), streamId: meetingId, data }, actorOf('he', 'caseManager'))]).toMatchObject([type, { done: true }]);
}

beforeAll(async () => {
  database = await testDatabase();
  await new Promise<void>((listening) => { server.listen(0, '127.0.0.1', listening); });
  mailer = new SmtpMailer({ url: `smtp://127.0.0.1:${String((server.server.address() as AddressInfo).port)}`, from: 'Consilium <no-reply@hospital.example>' });
  at = await hospital(database, 'invited');
  const clinician = async (name: string): Promise<void> => { person[name] = await somebody(database, name, [{ ...post(at, 'specialist'), discipline: 'surgery' }]); };
  for (const name of ['omarov', 'asanov']) await clinician(name);
  person['he'] = await somebody(database, 'he', [post(at, 'caseManager')]);
  person['boss'] = await somebody(database, 'boss', [post(at, 'admin')]);
  const other = await hospital(database, 'elsewhere');
  person['levi'] = await somebody(database, 'levi', [{ ...post(other, 'specialist'), discipline: 'surgery' }]);
  door = new Door({ door: database.door, types: domainStreams });
  const definition = { ...boneSarcomaBoard({ id: boardId, hostInstitutionId: at, partnerInstitutionIds: [], series: { weekday: 4, localTime: '15:00', zone: 'Asia/Almaty', minutes: 90, place: 'x' } }), name: { en: 'ועדת גידולים' } };
  expect(await door.put({ type: 'publishBoard', commandId: randomUUID(), streamId: boardId, data: { definition } }, actorOf('boss', 'admin'))).toMatchObject({ done: true });
}, 60_000);
afterAll(async () => {
  mailer?.close();
  await new Promise<void>((closed) => { server.close(() => { closed(); }); });
  await database?.end();
});

/** Sends what waits, and answers with it. */
async function sweep(): Promise<readonly ParsedMail[]> {
  mails.length = 0;
  await database.door.query(`update notification set queued_at = clock_timestamp() - interval '10 seconds' where mail_state = 'pending'`);
  const notifier = new Notifier(new MailQueue(database.door), new DeliveryLog(database.door), new NextChannel(database.door, door), mailer, 'https://consilium.example');
  await notifier.send();
  await notifier.settled();
  return [...mails];
}

interface Entry { readonly uid: string; readonly sequence: number; readonly method: string; readonly starts: string; readonly place: string; readonly title: string; readonly status: string; readonly attendees: readonly string[] }
const fileOf = (mail: ParsedMail | undefined): string => mail?.attachments.find(({ filename }) => filename === 'meeting.ics')?.content.toString() ?? '';
function entryOf(mail: ParsedMail | undefined): Entry {
  const calendar = new ICAL.Component(ICAL.parse(fileOf(mail)) as unknown[]);
  const event = calendar.getFirstSubcomponent('vevent');
  const text = (name: string): string => String(event?.getFirstPropertyValue(name) ?? '');
  return {
    uid: text('uid'), sequence: Number(text('sequence')), method: String(calendar.getFirstPropertyValue('method')), starts: text('dtstart'), place: text('location'), title: text('summary'), status: text('status'),
    attendees: event?.getAllProperties('attendee').map((each) => String(each.getFirstValue())) ?? [],
  };
}
const to = (all: readonly ParsedMail[], name: string): ParsedMail | undefined => all.find((mail) => JSON.stringify(mail.to).includes(`${name}@`));
/** What a person's calendar shows after every file that came: entries by UID. */
class PersonsCalendar {
  readonly entries = new Map<string, Entry>();
  take(mail: ParsedMail | undefined): void {
    if (mail === undefined) return;
    const entry = entryOf(mail);
    const known = this.entries.get(entry.uid);
    if (known !== undefined && entry.sequence < known.sequence) return;
    if (entry.method === 'CANCEL') this.entries.delete(entry.uid);
    else this.entries.set(entry.uid, entry);
  }
}

it('H17: invited, moved twice, one added, one taken off, cancelled: everybody\'s calendar is right after each mail, and nobody has two entries', async () => {
  const calendars: Record<string, PersonsCalendar> = { omarov: new PersonsCalendar(), asanov: new PersonsCalendar(), levi: new PersonsCalendar() };
  const uids = new Set<string>();
  const next = async (): Promise<readonly ParsedMail[]> => {
    const got = await sweep();
    for (const [name, calendar] of Object.entries(calendars)) calendar.take(to(got, name));
    for (const mail of got) uids.add(entryOf(mail).uid);
    return got;
  };
  const shown = (name: string): string | undefined => [...calendars[name]?.entries.values() ?? []].map(({ starts }) => starts).join(' ');

  await put('planMeeting', { number: '', boardId, startsAt: '2036-12-18T10:00:00.000Z', zone: 'Asia/Almaty', minutes: 90, place: 'Зал 3, корпус Б; 2 этаж' });
  const first = await next();
  expect(first).toHaveLength(2);
  expect(entryOf(to(first, 'omarov'))).toMatchObject({ sequence: 0, method: 'REQUEST', starts: '2036-12-18T10:00:00Z', place: 'Зал 3, корпус Б; 2 этаж', title: expect.stringMatching(/^ועדת גידולים M-\d+$/) as string, status: 'CONFIRMED', attendees: [expect.stringMatching(/^mailto:omarov@test\.example$/i) as string] });
  expect(fileOf(first[0]).split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);

  await put('moveMeeting', { startsAt: '2036-12-25T10:00:00.000Z' });
  expect((await next()).map((mail) => entryOf(mail).sequence)).toEqual([1, 1]);
  await put('moveMeeting', { startsAt: '2036-12-26T05:00:00.000Z' });
  await next();
  await put('inviteToMeeting', { personId: person['levi'] ?? '', as: 'expert' });
  const added = await next();
  expect(added.map(entryOf)).toMatchObject([{ sequence: 2, method: 'REQUEST', starts: '2036-12-26T05:00:00Z' }]);
  expect([shown('omarov'), shown('asanov'), shown('levi')]).toEqual(['2036-12-26T05:00:00Z', '2036-12-26T05:00:00Z', '2036-12-26T05:00:00Z']);

  await put('withdrawInvitation', { personId: person['asanov'] ?? '' });
  expect((await next()).map(entryOf)).toMatchObject([{ sequence: 3, method: 'CANCEL', status: 'CANCELLED' }]);
  expect([shown('omarov'), shown('asanov')]).toEqual(['2036-12-26T05:00:00Z', '']);

  await put('cancelMeeting', { because: 'other' });
  const last = await next();
  expect(last.map(entryOf)).toMatchObject([{ sequence: 4, method: 'CANCEL' }, { sequence: 4, method: 'CANCEL' }]);
  expect(Object.values(calendars).map(({ entries }) => entries.size)).toEqual([0, 0, 0]);
  expect([...uids]).toEqual([`${meetingId}@consilium.localhost`]);
});

it('a file goes in a mail of its own that opens the meeting by sign-in alone; several changes that wait together are one mail; a second try has the same Message-ID', async () => {
  const id = randomUUID();
  const planned = await door.put({ type: 'planMeeting', commandId: randomUUID(), streamId: id, data: { number: '', boardId, startsAt: '2036-12-18T10:00:00.000Z', zone: 'Asia/Almaty', minutes: 60, place: 'Room 3' } }, actorOf('he', 'caseManager'));
  expect(planned).toMatchObject({ done: true });
  await door.put({ type: 'moveMeeting', commandId: randomUUID(), streamId: id, data: { startsAt: '2036-12-19T10:00:00.000Z' } }, actorOf('he', 'caseManager'));
  const got = await sweep();
  expect(got.map((mail) => entryOf(mail).sequence)).toEqual([1, 1]);
  const [mail] = got;
  expect(mail?.text).toContain(`https://consilium.example/meetings/${id}`);
  expect(fileOf(mail)).not.toMatch(/token|secret|zoom|https:\/\/(?!consilium\.example)/);
  const logged = await database.door.query<{ mail_state: string; last_error: string | null }[]>(`select mail_state, last_error from notification where params->>'meetingId' = $1 and person_id = $2 order by created_at, (params->>'sequence')::int`, [id, person['omarov']]);
  expect(logged).toEqual([{ mail_state: 'notWanted', last_error: 'overtaken by a later change of the same meeting' }, { mail_state: 'sent', last_error: null }]);
  // as after a crash between the server's answer and the record of it
  await database.door.query(`update notification set mail_state = 'sending', lease_until = clock_timestamp() - interval '1 second' where params->>'meetingId' = $1 and mail_state = 'sent'`, [id]);
  const again = await sweep();
  expect(again.map(({ messageId }) => messageId).sort()).toEqual(got.map(({ messageId }) => messageId).sort());
  expect(again.map(fileOf).sort()).toEqual(got.map(fileOf).sort());
});
