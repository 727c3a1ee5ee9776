import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import ICAL from 'ical.js';
import { simpleParser, type ParsedMail } from 'mailparser';
import { createTransport, type Transporter } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { boneSarcomaBoard, type Actor, type MeetingCommandData, type MeetingCommandName, type MeetingState } from '#domain';
import { Door, domainStreams } from '#door';
import { AnswerAddress, SmtpMailer } from '#integrations';
import { doorDataSource } from '#persistence';
import { AnswerTaker } from '../../apps/worker/answers/answer-taker.js';
import { AnswersListener } from '../../apps/worker/answers/answers-listener.js';
import { DeliveryLog } from '../../apps/worker/notifier/delivery-log.js';
import { MailQueue } from '../../apps/worker/notifier/leased-mails.js';
import { NextChannel } from '../../apps/worker/notifier/next-channel.js';
import { Notifier } from '../../apps/worker/notifier/notifier.js';
import { hospital, post, somebody } from '../api/people.fixture.js';
import { testDatabase, type TestDatabase } from '../factories/database.js';
import { freePort } from '../factories/free-port.js';
import { fromApple, fromAway, fromGoogle, fromOutlook, type Answer } from './calendar-replies.fixture.js';

/*
 * From the invitation that went out to the answer that came back: both by SMTP, the answers as the makers of calendars write them. H-58: nobody counts as coming who
 * did not say so, or who said so of another time.
 */
const secret = Buffer.alloc(32, 7);
const mails: ParsedMail[] = [];
const catcher = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], onData: (stream, _session, done) => { simpleParser(stream).then((mail) => { mails.push(mail); done(); }, done); } });
const answers = new AnswerAddress('answers@board.example', secret);
const person: Record<string, string> = {};
const later: unknown[] = [];
let [database, door, mailer, listener, port, sender, at, boardId]: [TestDatabase, Door, SmtpMailer, AnswersListener, number, Transporter, string, string] = [] as never;

const actorOf = (name: string, role: 'caseManager' | 'admin'): Actor => ({ kind: 'person', personId: person[name] ?? '', posts: [post(at, role)], authenticatedAt: new Date().toISOString(), institutionId: at, onBehalfOf: null, from: null });
async function put<Name extends MeetingCommandName>(meetingId: string, type: Name, data: MeetingCommandData[Name]): Promise<void> {
  expect([type, await door.put({ type, commandId: randomUUID(), streamId: meetingId, data }, actorOf('he', 'caseManager'))]).toMatchObject([type, { done: true }]);
}
const transportTo = (to: number): Transporter => createTransport({ host: '127.0.0.1', port: to, ignoreTLS: true });

beforeAll(async () => {
  database = await testDatabase();
  await new Promise<void>((listening) => { catcher.listen(0, '127.0.0.1', listening); });
  mailer = new SmtpMailer({ url: `smtp://127.0.0.1:${String((catcher.server.address() as AddressInfo).port)}`, from: 'Consilium <no-reply@hospital.example>' });
  [at, boardId] = [await hospital(database, 'answers'), randomUUID()];
  for (const name of ['omarov', 'asanov', 'levi']) person[name] = await somebody(database, name, [{ ...post(at, 'specialist'), discipline: 'surgery' }]);
  person['he'] = await somebody(database, 'he', [post(at, 'caseManager')]);
  person['boss'] = await somebody(database, 'boss', [post(at, 'admin')]);
  door = new Door({ door: database.door, types: domainStreams });
  const definition = boneSarcomaBoard({ id: boardId, hostInstitutionId: at, partnerInstitutionIds: [], series: { weekday: 4, localTime: '15:00', zone: 'Asia/Almaty', minutes: 90, place: 'x' } });
  expect(await door.put({ type: 'publishBoard', commandId: randomUUID(), streamId: boardId, data: { definition } }, actorOf('boss', 'admin'))).toMatchObject({ done: true });
  port = await freePort();
  listener = new AnswersListener({ host: '127.0.0.1', port }, answers, new AnswerTaker(door, database.door, answers));
  await listener.listen((error) => { later.push(error); });
  sender = transportTo(port);
}, 60_000);
afterAll(async () => {
  sender?.close();
  mailer?.close();
  await listener?.close();
  await new Promise<void>((closed) => { catcher.close(() => { closed(); }); });
  await database?.end();
});
// what an earlier test left to be told
beforeEach(async () => { await sweep(); });

/** Sends what waits, by an installation that reads answers, or by one that does not. */
async function sweep(by: AnswerAddress | null = answers): Promise<readonly ParsedMail[]> {
  mails.length = 0;
  await database.door.query(`update notification set queued_at = clock_timestamp() - interval '10 seconds' where mail_state = 'pending'`);
  const notifier = new Notifier(new MailQueue(database.door), new DeliveryLog(database.door), new NextChannel(database.door, door), mailer, 'https://consilium.example', by);
  await notifier.send();
  await notifier.settled();
  return [...mails];
}
const to = (all: readonly ParsedMail[], name: string): ParsedMail | undefined => all.find((mail) => JSON.stringify(mail.to).includes(`${name}@`));
/** What somebody's calendar knows of the meeting from the file it got. */
function fileOf(mail: ParsedMail | undefined): { readonly uid: string; readonly organizer: string; readonly sequence: number; readonly starts: string; readonly rsvp: string } {
  const event = new ICAL.Component(ICAL.parse(mail?.attachments.find(({ filename }) => filename === 'meeting.ics')?.content.toString() ?? '') as unknown[]).getFirstSubcomponent('vevent');
  const text = (name: string): string => String(event?.getFirstPropertyValue(name) ?? '');
  return { uid: text('uid'), organizer: text('organizer').replace(/^mailto:/i, ''), sequence: Number(text('sequence')), starts: text('dtstart').replace(/[-:]/g, ''), rsvp: String(event?.getFirstProperty('attendee')?.getFirstParameter('rsvp')) };
}
/** A meeting to which everybody was invited by mail. */
async function invited(): Promise<{ readonly id: string; readonly mails: readonly ParsedMail[] }> {
  const id = randomUUID();
  await put(id, 'planMeeting', { number: '', boardId, startsAt: '2036-12-18T10:00:00.000Z', zone: 'Asia/Almaty', minutes: 90, place: 'Room 3' });
  return { id, mails: await sweep() };
}
const stampNow = (): string => new Date().toISOString().replace(/[-:]|\.\d+/g, '');
const answerOf = (name: string, mail: ParsedMail | undefined, more: Partial<Answer> = {}): Answer => {
  const { uid, organizer, sequence, starts } = fileOf(mail);
  return { uid, to: organizer, from: `${name}@test.example`, attendee: `${name}@test.example`, status: 'ACCEPTED', sequence, starts, stamp: stampNow(), ...more };
};
/** What the listener says to a mail. */
async function sent(raw: string, recipient: string | readonly string[], by: Transporter = sender): Promise<number> {
  try {
    const info = await by.sendMail({ envelope: { from: 'somebody@test.example', to: [recipient].flat() }, raw }) as { readonly rejectedErrors?: readonly { readonly responseCode?: number }[] };
    return info.rejectedErrors?.[0]?.responseCode ?? 250;
  } catch (error) {
    return (error as { readonly responseCode?: number }).responseCode ?? 0;
  }
}
async function stateOf(id: string): Promise<MeetingState> {
  const [row] = await database.door.query<{ state: MeetingState }[]>('select state from stream where id = $1', [id]);
  if (row === undefined) throw new Error('no meeting');
  return row.state;
}
const said = async (id: string) => Object.fromEntries((await stateOf(id)).answers.map(({ personId, answer, byMail }) => [Object.entries(person).find(([, one]) => one === personId)?.[0] ?? '', byMail === undefined ? answer : `${answer} by mail`]));
const told = async (id: string) => ((await stateOf(id)).notTaken ?? []).map(({ because }) => because);
const happened = async (id: string) => (await database.door.query<{ n: number }[]>(`select count(*)::int as n from event where stream = $1`, [id]))[0]?.n;

describe('an invitation that asks for an answer', () => {
  it('names an address that is the person\'s own, tells nothing, and is answered by the calendars of all makers', async () => {
    const { id, mails: got } = await invited();
    const files = ['omarov', 'asanov', 'levi'].map((name) => fileOf(to(got, name)));
    expect(new Set(files.map(({ organizer }) => organizer)).size).toBe(3);
    for (const { organizer, rsvp } of files) expect([organizer, rsvp]).toEqual([expect.stringMatching(/^answers\+[0-9a-f]{40}@board\.example$/), 'TRUE']);
    const [outlook, google, apple] = [answerOf('omarov', to(got, 'omarov')), answerOf('asanov', to(got, 'asanov'), { status: 'DECLINED' }), answerOf('levi', to(got, 'levi'), { status: 'TENTATIVE' })];
    expect([await sent(fromOutlook(outlook), outlook.to.toUpperCase()), await sent(fromGoogle(google), google.to), await sent(fromApple(apple), apple.to)]).toEqual([250, 250, 250]);
    expect(await said(id)).toEqual({ omarov: 'coming by mail', asanov: 'notComing by mail', levi: 'perhaps by mail' });
    const [event] = await database.door.query<{ actor: string; canonical: string }[]>(`select actor, canonical from event where stream = $1 and type = 'InvitationAnswered'`, [id]);
    expect(event?.actor).toBe('process:mailed-answers');
    expect(event?.canonical).not.toMatch(/@|поезд/);
    // the person sees in the product that an answer was read; no mail answers a mail
    expect(await database.door.query('select kind from notification where kind = $1 and person_id = $2', ['mailedAnswerTaken', person['omarov']])).toHaveLength(1);
    expect(await sweep()).toEqual([]);
  });

  it('is one answer however often it comes, and does not take back what was said in the product since', async () => {
    const { id, mails: got } = await invited();
    const answer = answerOf('omarov', to(got, 'omarov'));
    expect([await sent(fromOutlook(answer), answer.to), await sent(fromOutlook(answer), answer.to), await sent(fromGoogle(answer), answer.to)]).toEqual([250, 250, 250]);
    const events = await happened(id);
    await put(id, 'answerInvitation', { personId: person['omarov'] ?? '', answer: 'notComing' });
    expect(await sent(fromOutlook(answer), answer.to)).toBe(250);
    expect([await said(id), await happened(id)]).toEqual([{ omarov: 'notComing' }, (events ?? 0) + 1]);
    const older = answerOf('omarov', to(got, 'omarov'), { status: 'TENTATIVE', stamp: '20260101T000000Z' });
    expect(await sent(fromApple(older), older.to)).toBe(250);
    expect([await said(id), await told(id)]).toEqual([{ omarov: 'notComing' }, ['answeredSince']]);
  });

  it('to a time that was moved since is no answer for the new one, and the person is written to once', async () => {
    const { id, mails: got } = await invited();
    const answer = answerOf('omarov', to(got, 'omarov'));
    await put(id, 'moveMeeting', { startsAt: '2036-12-19T10:00:00.000Z' });
    const moved = await sweep();
    expect([await sent(fromOutlook(answer), answer.to), await sent(fromGoogle({ ...answer, stamp: '20261201T080000Z' }), answer.to)]).toEqual([250, 250]);
    expect([await said(id), await told(id)]).toEqual([{}, ['overtaken']]);
    const [notice, ...others] = await sweep();
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ subject: expect.stringMatching(/^Your answer changed nothing: M-\d+$/) as string, text: expect.stringContaining('it was about a time that has been moved since') as string });
    expect([JSON.stringify(notice?.to).includes('omarov@test.example'), notice?.headers.get('auto-submitted'), notice?.text?.includes(`https://consilium.example/meetings/${id}`)]).toEqual([true, 'auto-generated', true]);
    const again = answerOf('omarov', to(moved, 'omarov'));
    expect(fileOf(to(moved, 'omarov')).organizer).toBe(answer.to);
    expect(await sent(fromOutlook(again), again.to)).toBe(250);
    expect(await said(id)).toEqual({ omarov: 'coming by mail' });
  });

  it('is believed of nobody else: not of who got the mail passed on, not by the sender\'s name, not for another meeting', async () => {
    const [one, other] = [await invited(), await invited()];
    const answer = answerOf('omarov', to(one.mails, 'omarov'));
    expect(await sent(fromApple({ ...answer, attendee: 'asanov@test.example' }), answer.to)).toBe(250);
    expect([await said(one.id), await told(one.id)]).toEqual([{}, ['somebodyElse']]);
    const [token, uid] = [answers.of(other.id, person['omarov'] ?? ''), fileOf(to(other.mails, 'omarov')).uid];
    expect([await sent(fromOutlook(answer), token), await sent(fromOutlook({ ...answer, uid }), answer.to), await sent(fromOutlook({ ...answer, uid: `${randomUUID()}@consilium.localhost` }), answer.to)]).toEqual([550, 550, 550]);
    expect([await sent(fromOutlook(answer), `answers+${'0'.repeat(40)}@board.example`), await sent(fromOutlook(answer), new AnswerAddress('answers@board.example', Buffer.alloc(32, 8)).of(one.id, person['omarov'] ?? ''))]).toEqual([550, 550]);
    expect([await said(one.id), await said(other.id), await told(other.id)]).toEqual([{}, {}, []]);
  });

  it('that proposes, passes on or says nothing changes nothing; so does one to a meeting that is cancelled', async () => {
    const { id, mails: got } = await invited();
    const file = to(got, 'omarov');
    const all = [answerOf('omarov', file, { method: 'COUNTER', status: 'TENTATIVE' }), answerOf('omarov', file, { status: 'DELEGATED' }), answerOf('omarov', file, { status: 'NEEDS-ACTION' }), answerOf('omarov', file, { method: 'REFRESH' })];
    for (const answer of all) expect(await sent(fromOutlook(answer), answer.to)).toBe(250);
    expect([await said(id), await told(id)]).toEqual([{}, ['otherTime', 'passedOn', 'unreadable']]);
    await put(id, 'withdrawInvitation', { personId: person['asanov'] ?? '' });
    const gone = answerOf('asanov', to(got, 'asanov'));
    expect(await sent(fromOutlook(gone), gone.to)).toBe(250);
    await put(id, 'cancelMeeting', { because: 'other' });
    const levi = answerOf('levi', to(got, 'levi'));
    expect(await sent(fromApple(levi), levi.to)).toBe(250);
    expect([await said(id), await told(id)]).toEqual([{}, ['otherTime', 'passedOn', 'unreadable', 'notInvited', 'over']]);
  });
});

describe('the door for answers', () => {
  it('takes mail for its own addresses alone, one at a time, small, and with a calendar\'s answer in it', async () => {
    const { id, mails: got } = await invited();
    const answer = answerOf('omarov', to(got, 'omarov'));
    const raw = fromOutlook(answer);
    expect([await sent(raw, 'omarov@test.example'), await sent(raw, 'answers@board.example'), await sent(raw, answer.to.replace('board.example', 'else.example')), await sent(raw, `x${answer.to}`)]).toEqual([550, 550, 550, 550]);
    expect([await sent(fromAway(answer), answer.to), await sent(`${raw}${'x'.repeat(300_000)}`, answer.to), await sent('', answer.to)]).toEqual([554, 552, 554]);
    const before = await happened(id);
    expect(await sent(raw, [answer.to, answers.of(id, person['levi'] ?? '')])).toBe(452);
    expect([await said(id), await happened(id)]).toEqual([{ omarov: 'coming by mail' }, (before ?? 0) + 1]);
    expect(await sweep()).toEqual([]);
  });

  it('says "later" while the database is away, so that the mail comes again and is taken then', async () => {
    const { id, mails: got } = await invited();
    const answer = answerOf('omarov', to(got, 'omarov'));
    const gone = await doorDataSource(database.doorUrl).initialize();
    const free = await freePort();
    const away = new AnswersListener({ host: '127.0.0.1', port: free }, answers, new AnswerTaker(new Door({ door: gone, types: domainStreams }), gone, answers));
    const errors: unknown[] = [];
    await away.listen((error) => { errors.push(error); });
    await gone.destroy();
    const old = transportTo(free);
    expect(await sent(fromOutlook(answer), answer.to, old)).toBe(451);
    old.close();
    await away.close();
    expect([errors.length, await said(id)]).toEqual([1, {}]);
    expect(await sent(fromOutlook(answer), answer.to)).toBe(250);
    expect([await said(id), later]).toEqual([{ omarov: 'coming by mail' }, []]);
  });

  it('is opened once its port is free', async () => {
    const free = await freePort();
    const [first, second] = [1, 2].map(() => new AnswersListener({ host: '127.0.0.1', port: free }, answers, { take: () => Promise.resolve('done' as const) })) as [AnswersListener, AnswersListener];
    const hear = (error: unknown): void => { later.push(error); };
    await first.listen(hear);
    await first.listen(hear);
    await expect(second.listen(hear)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.close();
    await second.listen(hear);
    const transport = transportTo(free);
    expect(await sent('', answers.of(randomUUID(), randomUUID()), transport)).toBe(250);
    transport.close();
    await second.close();
    await second.close();
  });

  it('asks for no answer where nobody reads it, and a meeting keeps the organizer of its first file when that changes', async () => {
    const [before, after] = [randomUUID(), await invited()];
    await put(before, 'planMeeting', { number: '', boardId, startsAt: '2036-12-18T10:00:00.000Z', zone: 'Asia/Almaty', minutes: 90, place: 'Room 3' });
    const silent = fileOf(to(await sweep(null), 'omarov'));
    expect(silent).toMatchObject({ organizer: 'no-reply@hospital.example', rsvp: 'FALSE' });
    for (const id of [before, after.id]) await put(id, 'moveMeeting', { startsAt: '2036-12-19T10:00:00.000Z' });
    const moved = (await sweep()).filter((mail) => JSON.stringify(mail.to).includes('omarov@')).map(fileOf);
    expect(moved.find(({ uid }) => uid === silent.uid)).toMatchObject({ organizer: 'no-reply@hospital.example', rsvp: 'FALSE', sequence: 1 });
    expect(moved.find(({ uid }) => uid !== silent.uid)).toMatchObject({ organizer: fileOf(to(after.mails, 'omarov')).organizer, rsvp: 'TRUE' });
  });
});
