import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { AgendaMoves, BoardSeries, LetterMoves, PersonTasks, Replanner } from '#activities';
import { loadConfig } from '#config';
import { TypstLetterRenderer, type Mailer } from '#integrations';
import { FolderFileStore, MasterKeys } from '#files';
import { boardCommands, caseCommands, institutionCommands, isOpen, meetingCommands, personCommands, type Calendar, type CaseState, type Command, type MeetingState, type PersonActor, type ProcessActor, type Task, type TaskKind } from '#domain';
import { Door, domainStreams } from '#door';
import { boards, hospitalId, member, personId, postsOf, seedId } from '../../apps/cli/seed/cast.js';
import { letterCommand } from '../../apps/cli/commands/letter.js';
import { overLiveExport } from '../../apps/cli/live-export.js';
import { seedDemo } from '../../apps/cli/seed/demo.js';
import { DeliveryLog } from '../../apps/worker/notifier/delivery-log.js';
import { MailQueue } from '../../apps/worker/notifier/leased-mails.js';
import { NextChannel } from '../../apps/worker/notifier/next-channel.js';
import { Notifier } from '../../apps/worker/notifier/notifier.js';
import { testDatabase, type TestDatabase } from '../factories/database.js';
import { masterKey, testApi, type Client, type TestApi } from './api.fixture.js';

/*
 * Every command of the product is carried out at least once through the door here: by the demo's story, then by people over HTTP on
 * the demo's cases, and by the process. A command that is added and carried out by nothing fails the last test.
 */
const performed = new Set<string>();
let database: TestDatabase;
let api: TestApi;
let door: Door;
let home: string;
beforeAll(async () => {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the door it was called on, two lines below
  const put = Door.prototype.put;
  jest.spyOn(Door.prototype, 'put').mockImplementation(async function (this: Door, ...args: Parameters<Door['put']>) {
    const result = await put.apply(this, args);
    if (result.done) performed.add(args[0].type);
    return result;
  });
  database = await testDatabase();
  home = mkdtempSync(join(tmpdir(), 'consilium-demo-'));
  await seedDemo(loadConfig('cli', {
    CONSILIUM_HOME: home, CONSILIUM_DATABASE_DOOR_URL: database.doorUrl, CONSILIUM_DATABASE_READER_URL: database.readerUrl, CONSILIUM_FILES_MASTER_KEY: masterKey.toString('base64'),
  }));
  api = await testApi(database, { filesDir: join(home, 'files') });
  door = new Door({ door: database.door, types: domainStreams });
}, 300_000);
afterAll(async () => { jest.restoreAllMocks(); await api?.end(); await database?.end(); rmSync(home, { recursive: true, force: true }); });

const stateOf = async <State>(id: string): Promise<State> => {
  const [row] = await database.door.query<{ state: State }[]>('select state from stream where id = $1', [id]);
  if (!row) throw new Error(`no stream ${id}`);
  return row.state;
};
const idOf = (key: string): string => seedId('case', key);
const tasksOf = async (id: string, kind: TaskKind): Promise<readonly Task[]> => Object.values((await stateOf<CaseState>(id)).tasks).filter((task) => task.kind === kind && isOpen(task));
const openTask = async (id: string, kind: TaskKind): Promise<Task> => {
  const [task] = await tasksOf(id, kind);
  if (!task) throw new Error(`no open ${kind}`);
  return task;
};

/** A change over HTTP that must be done. */
async function does(subject: string, path: string, body: object = {}, method: 'post' | 'put' = 'post'): Promise<{ streamId: string; ids: Record<string, string> }> {
  const answer = await (await api.as(subject)).change(path, body, randomUUID(), method);
  expect([subject, path, answer.status, answer.status === 200 ? null : answer.body]).toEqual([subject, path, 200, null]);
  return answer.body as { streamId: string; ids: Record<string, string> };
}
/** A command of the process that must be done. */
async function process(name: ProcessActor['name'], command: Omit<Command, 'commandId'>): Promise<void> {
  const result = await door.put({ ...command, commandId: randomUUID() }, { kind: 'process', name });
  expect([command.type, result]).toMatchObject([command.type, { done: true }]);
}
/** What the case's workflow does by itself, but for letters. */
async function moves(id: string): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) {
    const move = (await door.newsOf(id))?.ready.find(({ name }) => name !== 'makeLetters');
    if (!move) return;
    await process('case-workflow', { type: move.name, streamId: id, data: { round: move.round } });
  }
}
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const date = (days: number): string => inDays(days).slice(0, 10);

describe('what a file misses, over HTTP', () => {
  it('is asked for, seen by who is asked, answered in words, and not asked for any more', async () => {
    const id = idOf('returned');
    const chestCt = await openTask(id, 'supplyItem');
    await does('aliya', `/api/cases/${id}/requests`, { item: 'biopsyTract', treatment: null, of: 'referrer', personId: null, neededForMeeting: false });
    const twice = await (await api.as('wu')).change(`/api/cases/${id}/requests`, { item: 'biopsyTract', treatment: null, of: 'originCaseManager', personId: null, neededForMeeting: false });
    expect([twice.status, (twice.body as { code: string }).code]).toEqual([409, 'REQUEST.OPEN_ALREADY']);
    const seen = (await (await api.as('wu')).get(`/api/cases/${id}/preparation`)).body as { requests: { item: string; task: { id: string; owner: { name: string }; due: object | null; may: { action: string; allowed: boolean }[] }; neededForMeeting: boolean; note: { text: string } | null }[]; may: object[]; people: { id: string }[] };
    expect(seen.requests).toMatchObject([{ item: 'chestCt', task: { owner: { id: personId('kim') } }, neededForMeeting: true, note: { text: expect.stringContaining('date') as string } }, { item: 'biopsyTract', task: { owner: { id: personId('omarov') } } }]);
    expect([seen.may, seen.requests[0]?.task.may.filter(({ allowed }) => allowed).map(({ action }) => action)]).toEqual([[{ action: 'requestItem', allowed: true }], expect.arrayContaining(['chaseItem', 'cancelItemRequest'])]);
    expect(seen.people.map((person) => person.id)).toEqual(expect.arrayContaining([personId('kim'), personId('wu')]));
    await does('kim', `/api/cases/${id}/tasks/${chestCt.id}/answer-item`, { note: 'Done on 3 October, film at the reception.' });
    const [biopsyTract] = await tasksOf(id, 'supplyItem');
    await does('aliya', `/api/cases/${id}/tasks/${biopsyTract?.id}/cancel-request`, { reason: 'cannotBeHad' });
    expect(await tasksOf(id, 'supplyItem')).toEqual([]);
    const told = (await (await api.as('aliya')).get('/api/notifications')).body as { items: { kind: string; taskId: string }[] };
    expect(told.items.find(({ taskId }) => taskId === chestCt.id)).toMatchObject({ kind: 'itemAnswered' });
  });

  it('stands as a timeline, with dates as they were told and the open request for each paper', async () => {
    const { treatments, requests } = (await (await api.as('wu')).get(`/api/cases/${idOf('slides')}/preparation`)).body as { treatments: { source: { country: string }; from: string; orderKnown: boolean; requestId: string | null }[]; requests: { task: { id: string }; source: { text: string } | null; chased: { count: number } | null }[] };
    expect(treatments.map(({ source, from, orderKnown }) => [source.country, from, orderKnown])).toEqual([['de', '2022', true], ['kr', '2022-11', false], ['ru', '2025-03', true], ['kz', '2026-10-12', true]]);
    expect(requests).toMatchObject([{ task: { id: treatments[0]?.requestId }, source: { text: expect.stringContaining('Germany') as string }, chased: { count: 1 } }]);
  });
});

describe('intake over HTTP', () => {
  it('a draft is amended, a paper taken off, sent, rejected; a returned referral is answered and taken although items are missing', async () => {
    const [story, returned] = [idOf('story'), idOf('returned')];
    await does('omarov', `/api/cases/${story}/amend`, { urgency: 'routine' });
    const { patient } = (await (await api.as('omarov')).get(`/api/cases/${story}`)).body as { patient: Saw['patient'] };
    const { names, born, sex, identifier, identifierKind, guardian } = patient;
    const known = (allergies: object) => ({ patient: { names, born, sex, identifier, identifierKind, guardian, allergies } });
    const omarov = await api.as('omarov');
    for (const nothing of [{ state: 'some' }, { state: 'some', list: [] }, { state: 'some', list: ['Latex', ' '] }]) expect((await omarov.change(`/api/cases/${story}/amend`, known(nothing))).body).toMatchObject({ code: 'INPUT.FIELDS', field: 'patient.allergies.list' });
    await does('omarov', `/api/cases/${story}/amend`, known({ state: 'some', list: ['Cisplatin', 'Latex'] }));
    expect((await omarov.get(`/api/cases/${story}`)).body).toMatchObject({ patient: { allergies: { state: 'some', list: ['Cisplatin', 'Latex'] } } });
    await does('omarov', `/api/cases/${story}/documents/${seedId('document', 'story', 'dischargeSummary')}/remove`, { reason: 'duplicate' });
    await does('omarov', `/api/cases/${story}/submit`);
    await does('wu', `/api/cases/${story}/reject`, { because: 'notForThisBoard', note: 'Another board treats this.' });
    expect((await stateOf<CaseState>(story)).status).toBe('rejected');
    await does('omarov', `/api/cases/${returned}/answer-return`, { note: 'No chest CT can be had here.' });
    await does('wu', `/api/cases/${returned}/override`, { code: 'informationCannotBeHad', reason: 'The scanner is out of order for weeks.' });
    await moves(returned);
    expect((await tasksOf(returned, 'pathologyReview')).length).toBe(1);
  });

  it('an emergency begins without consent, by two named clinicians, and consent is then owed', async () => {
    const [, patient] = [0, { names: [{ script: 'Latn', family: 'Canaryeva', given: 'Test', patronymic: null, notKnownBecause: null }], born: '2001', sex: 'female', identifier: null, identifierKind: null, allergies: { state: 'notAsked' }, guardian: null }];
    const { ids } = await does('omarov', '/api/referrals', { boardId: boards.boneSarcoma, tumorType: 'boneSarcoma', urgency: 'emergency', originInstitutionId: hospitalId('astana'), referrerId: null, question: 'Cord compression: now what?', patient });
    const id = ids['caseId'] ?? '';
    const alone = await (await api.as('omarov')).change(`/api/cases/${id}/submit`, { emergencyBegunBy: [personId('omarov')] });
    expect(alone.status).toBe(400);
    await does('omarov', `/api/cases/${id}/submit`, { emergencyBegunBy: [personId('omarov'), personId('kim')] });
    expect((await tasksOf(id, 'recordConsent')).map(({ about }) => about['purpose'])).toEqual(expect.arrayContaining(['care']));
  });
});

describe('arranging a task over HTTP', () => {
  it('is handed over, refused, taken; delegated, given back, taken back; laid aside and taken up; each sees it where it waits', async () => {
    const id = idOf('overdue');
    const { id: taskId } = await openTask(id, 'imagingReview');
    const at = (action: string): string => `/api/cases/${id}/tasks/${taskId}/${action}`;
    const groups = async (subject: string, of: string): Promise<readonly string[]> => ((await (await api.as(subject)).get(`/api/inbox?of=${of}`)).body as { items: { task: { id: string }; group: string }[] }).items.filter(({ task }) => task.id === taskId).map(({ group }) => group);
    await does('wu', at('assign'), { ownerId: personId('gao') });
    await does('gao', at('hand-over'), { toId: personId('wang'), note: 'I am in theatre all day.' });
    expect([await groups('wang', 'handedToMe'), await groups('wang', 'mine'), await groups('gao', 'own'), await groups('gao', 'waitingOnOthers')]).toEqual([['handedToMe'], ['handedToMe'], ['waitingOnOthers'], ['waitingOnOthers']]);
    const counted = (await (await api.as('wang')).get('/api/inbox')).body as { counts: { handedToMe: number } };
    expect(counted.counts.handedToMe).toBe(1);
    const told = (await (await api.as('wang')).get('/api/notifications')).body as { items: { kind: string; as: string }[] };
    expect(told.items[0]).toMatchObject({ kind: 'taskHandedOver', as: 'asked' });
    await does('wang', at('refuse'), { reason: 'absent', note: 'So am I.' });
    await does('gao', at('hand-over'), { toId: personId('wang') });
    await does('wang', at('accept'));
    expect([await groups('wang', 'handedToMe'), await groups('gao', 'own')]).toEqual([[], []]);
    await does('wang', at('delegate'), { toId: personId('gao') });
    expect([await groups('wang', 'waitingOnOthers'), (await groups('gao', 'own')).length]).toEqual([['waitingOnOthers'], 1]);
    await does('gao', at('return'), { note: 'Back from theatre.' });
    await does('wang', at('delegate'), { toId: personId('gao') });
    await does('wang', at('take-back'));
    await does('wang', at('suspend'), { reason: 'awaitingColleague', until: date(3) });
    const shown = (await (await api.as('wang')).get(`/api/cases/${id}/tasks/${taskId}`)).body as { task: { suspended: object; may: { action: string; allowed: boolean }[] } };
    expect(shown.task).toMatchObject({ suspended: { reason: 'awaitingColleague' } });
    expect(shown.task.may.filter(({ allowed }) => allowed).map(({ action }) => action)).toEqual(expect.arrayContaining(['handOverTask', 'delegateTask', 'resumeTask', 'releaseTask']));
    await does('wang', at('resume'));
    const steps = (await (await api.as('wang')).get(`/api/cases/${id}/tasks/${taskId}/history`)).body as { entries: { type: string; statusBefore: string; statusAfter: string; owner: { id: string } | null; actingFor: { id: string } | null; actor: { id: string } }[] };
    expect(steps.entries[0]).toMatchObject({ type: 'TaskSuspensionEnded', statusBefore: 'inProgress', statusAfter: 'inProgress' });
    expect(steps.entries.find(({ type }) => type === 'TaskDelegated')).toMatchObject({ actor: { id: personId('wang') }, owner: { id: personId('gao') }, actingFor: { id: personId('wang') } });
    const asked = (await (await api.as('wang')).get(`/api/cases/${id}/tasks/${taskId}`)).body as { candidates: { person: { id: string }; away: boolean; openTasks: number; leftThisWeekMs: number }[]; usual: object | null };
    expect(asked.candidates.map(({ person }) => person.id).sort()).toEqual([personId('akhmetov'), personId('gao'), personId('wang')].sort());
    // also the tasks of cases that wang may not see count
    const [all] = await database.door.query<{ n: number }[]>(`select count(*)::int as n from task_row where owner_id = $1 and status in ('ready', 'inProgress')`, [personId('akhmetov')]);
    expect(asked.candidates.find(({ person }) => person.id === personId('akhmetov'))?.openTasks).toBe(all?.n);
    expect(asked.candidates.every(({ leftThisWeekMs }) => leftThisWeekMs >= 0 && leftThisWeekMs <= 7 * 86_400_000)).toBe(true);
    const [done] = await database.door.query<{ id: string; case_id: string; samples: number }[]>(`select t.id, t.case_id, count(*)::int as samples from task_row t join case_row c on c.id = t.case_id and c.host_institution_id = $1
      join task_time d on d.board_id = c.board_id and d.kind = t.kind and d.urgency = t.urgency where t.status in ('ready', 'inProgress') group by t.id, t.case_id order by samples desc limit 1`, [hospitalId('shanghai')]);
    expect((await (await api.as('wu')).get(`/api/cases/${done?.case_id}/tasks/${done?.id}`)).body).toMatchObject({ usual: { samples: done?.samples } });
    const history = (await (await api.as('wang')).get(`/api/cases/${id}/history?kind=tasks`)).body as { entries: { type: string; people: { name: string }[] }[] };
    expect(history.entries.map(({ type }) => type)).toEqual(expect.arrayContaining(['TaskHandOverOffered', 'TaskHandOverRefused', 'TaskHandOverAccepted', 'TaskDelegated', 'TaskReturned', 'TaskTakenBack', 'TaskSuspended', 'TaskSuspensionEnded']));
  });
});

describe('many at once', () => {
  it('answers for each task: what fails says why and takes nothing from the others; the same request again repeats nothing', async () => {
    const id = idOf('overdue');
    const task = await openTask(id, 'imagingReview');
    const [free] = await database.door.query<{ id: string; case_id: string }[]>(`select id, case_id from task_row where owner_id is null and status = 'ready' and offer_role = 'specialist' and offer_discipline = 'radiology' and offer_institution_id = $1`, [hospitalId('shanghai')]);
    const gao = await api.as('gao');
    const [nowhere, key] = [randomUUID(), randomUUID()];
    const body = { act: 'releaseTask', tasks: [{ caseId: id, taskId: task.id, seenVersion: task.version - 1 }, { caseId: nowhere, taskId: nowhere }] };
    const stale = (await gao.change('/api/tasks/many', body)).body as { done: number; answers: { done: boolean; problem: { code: string; title: string } | null }[] };
    expect(stale).toMatchObject({ done: 0, answers: [{ done: false, problem: { code: 'TASK.NEWER_VERSION' } }, { done: false, problem: { code: 'ACCESS.NOT_FOUND' } }] });
    expect(stale.answers[0]?.problem?.title).toBeTruthy();
    const wang = await api.as('wang');
    const mine = { act: 'releaseTask', tasks: [{ caseId: nowhere, taskId: nowhere }, { caseId: id, taskId: task.id, seenVersion: task.version }] };
    const first = await wang.change('/api/tasks/many', mine, key);
    expect(first.body).toMatchObject({ done: 1, answers: [{ done: false }, { done: true, problem: null }] });
    expect((await openTask(id, 'imagingReview')).version).toBe(task.version + 1);
    expect((await wang.change('/api/tasks/many', mine, key)).body).toEqual(first.body);
    expect((await openTask(id, 'imagingReview')).version).toBe(task.version + 1);
    const claimed = await wang.change('/api/tasks/many', { act: 'claimTask', tasks: [{ caseId: id, taskId: task.id }, ...(free ? [{ caseId: free.case_id, taskId: free.id }] : [])] });
    expect((claimed.body as { answers: { done: boolean }[] }).answers[0]).toMatchObject({ done: true });
    expect((await wang.change('/api/tasks/many', { act: 'handOverTask', tasks: [{ caseId: id, taskId: task.id }] })).status).toBe(400);
    await does('wang', `/api/cases/${id}/tasks/${task.id}/release`);
  });
});

describe('an escalation whose reader takes no mail', () => {
  it('is passed on to the admins, in the history of its case, and they hear it by mail', async () => {
    await database.door.query(`update notification set mail_state = 'notWanted' where mail_state = 'pending'`);
    const [[told]] = await database.door.query<[{ id: string; person_id: string; case_id: string }[], number]>(`update notification set mail_state = 'pending', queued_at = clock_timestamp() - interval '9 seconds' where id = (
      select n.id from notification n join task_row t on t.id = n.task_id join case_row c on c.id = n.case_id where n.mark_kind = 'escalate' and n.as_audience <> 'admin' and t.status in ('ready', 'inProgress') and not t.paused and c.status = 'open' order by n.id limit 1)
      returning id, person_id, case_id`);
    const mailed: string[] = [];
    const mailer: Mailer = {
      send: ({ to }) => { mailed.push(to); return Promise.resolve(mailed.length === 1 ? { accepted: false, lasting: true, code: 'MAIL.ADDRESS_REFUSED', smtpCode: 550, detail: 'no such user' } : { accepted: true, response: '250' }); },
      close: () => undefined,
    };
    const notifier = new Notifier(new MailQueue(database.door), new DeliveryLog(database.door), new NextChannel(database.door, door), mailer, 'https://consilium.example');
    await notifier.send();
    await notifier.settled();
    const [passed] = await database.door.query<{ data: { from: string; tells: { personId: string }[] } }[]>(`select data from event where stream = $1 and type = 'EscalationPassedOn'`, [told?.case_id]);
    expect(passed?.data).toMatchObject({ from: told?.person_id, tells: [{ as: 'admin' }] });
    await database.door.query(`update notification set queued_at = queued_at - interval '9 seconds' where mail_state = 'pending'`);
    await notifier.send();
    await notifier.settled();
    expect(mailed).toHaveLength(2);
    expect(mailed[1]).toMatch(/^(ma|serik)@/);
  });
});

describe('somebody who is gone', () => {
  it('owns nothing any more: what they had is on offer again, and the department head is told', async () => {
    const id = idOf('overdue');
    const task = await openTask(id, 'imagingReview');
    await does('wu', `/api/cases/${id}/tasks/${task.id}/assign`, { ownerId: personId('gao') });
    await does('ma', `/api/people/${personId('gao')}/disable`);
    const keeper = new PersonTasks(door, database.door);
    expect((await keeper.keep(personId('gao'), randomUUID())).done).toBe(true);
    expect(await openTask(id, 'imagingReview')).toMatchObject({ status: 'ready', ownerId: null });
    expect(await keeper.keep(personId('gao'), randomUUID())).toMatchObject({ done: false, refusal: { code: 'TIME.NOT_YET_DUE' } });
    const told = await database.door.query<{ as: string }[]>(`select as_audience as as from notification where kind = 'taskOwnerGone' and task_id = $1`, [task.id]);
    expect(told).toEqual([{ as: 'head' }]);
    await does('ma', `/api/people/${personId('gao')}/enable`);
  });
});

describe('opinions over HTTP', () => {
  it('any discipline is asked, of a hospital or by name; it is signed on its own form, or not needed any more', async () => {
    const id = idOf('overdue');
    const wu = await api.as('wu');
    const { sources } = (await wu.get(`/api/cases/${id}/opinion-requests/sources`)).body as { sources: { discipline: string; institution: { id: string }; people: { person: { id: string } }[] }[] };
    expect(sources.find(({ discipline, institution }) => discipline === 'nursing' && institution.id === hospitalId('shanghai'))?.people.map(({ person }) => person.id)).toEqual([personId('lin')]);
    const { ids } = await does('wu', `/api/cases/${id}/opinion-requests`, { discipline: 'nursing', institutionId: hospitalId('shanghai'), needed: true, question: 'Can the stoma be cared for at home?' });
    expect(ids).toBeDefined();
    const again = await wu.change(`/api/cases/${id}/opinion-requests`, { discipline: 'nursing', institutionId: hospitalId('shanghai'), needed: true, question: 'Once more?' });
    expect([again.status, (again.body as { code: string }).code]).toEqual([409, 'OPINION.ASKED_ALREADY']);
    const task = await openTask(id, 'opinion');
    await does('lin', `/api/cases/${id}/tasks/${task.id}/claim`);
    const lin = await api.as('lin');
    const review = (await lin.get(`/api/cases/${id}/reviews/${task.id}`)).body as { asked: { question: { text: string }; askedBy: { id: string }; needed: boolean }; form: { id: string }; draft: { draftId: string; version: number } };
    expect(review).toMatchObject({ asked: { question: { text: 'Can the stoma be cared for at home?' }, askedBy: { id: personId('wu') }, needed: true, standing: 'inWork' }, form: { id: 'opinion-nursing' } });
    const answers = { needs: { state: 'given', value: ['woundCare'] }, plan: { state: 'given', value: 'Teach the daughter.' }, answer: { state: 'given', value: 'Yes, with a visit a week.' } };
    await does('lin', `/api/cases/${id}/reviews/${task.id}/draft`, { draftId: review.draft.draftId, seenVersion: review.draft.version, answers }, 'put');
    await does('lin', `/api/cases/${id}/reviews/${task.id}/sign`, { draftId: review.draft.draftId, seenDraftVersion: review.draft.version + 1 });
    const shown = (await wu.get(`/api/cases/${id}`)).body as { opinions: { kind: string; discipline: string }[]; asked: { standing: string }[]; may: { action: string }[] };
    expect(shown.opinions[0]).toMatchObject({ kind: 'opinion', discipline: 'nursing' });
    expect(shown.asked).toMatchObject([{ standing: 'signed' }]);
    expect(shown.may.map(({ action }) => action)).toContain('requestOpinion');
    const told = (await wu.get('/api/notifications')).body as { items: { kind: string; params: object }[] };
    expect(told.items[0]).toMatchObject({ kind: 'opinionGiven', params: { discipline: 'nursing' } });
    await does('wu', `/api/cases/${id}/opinion-requests`, { discipline: 'medicalOncology', institutionId: hospitalId('telaviv'), personId: personId('levi'), needed: false, question: 'Could she have trabectedin at home?' });
    const asked = await openTask(id, 'opinion');
    expect(asked.ownerId).toBe(personId('levi'));
    const levi = await api.as('levi');
    const begun = (await levi.get(`/api/cases/${id}/reviews/${asked.id}`)).body as { prefill: object[]; draft: { draftId: string; version: number } };
    expect(begun.prefill).toEqual([{ field: 'ecog', answer: { state: 'given', value: '1' }, from: 'referral' }]);
    await does('levi', `/api/cases/${id}/reviews/${asked.id}/draft`, { draftId: begun.draft.draftId, seenVersion: 0, answers: { ecog: { state: 'given', value: '2' } } }, 'put');
    const computed = (await levi.get(`/api/cases/${id}/reviews/${asked.id}/computed`)).body as { version: number; scores: { code: string; value: string }[] };
    expect(computed).toMatchObject({ version: 1, recist: null, disagreements: [], scores: [{ code: 'ecog', value: '2', because: 'stated', source: 'ecog1982' }] });
    await does('wu', `/api/cases/${id}/opinion-requests/${(await openTask(id, 'opinion')).id}/withdraw`, { note: 'Answered by telephone.' });
    expect(await tasksOf(id, 'opinion')).toEqual([]);
    const history = (await wu.get(`/api/cases/${id}/history?kind=reviews`)).body as { entries: { type: string }[] };
    expect(history.entries.map(({ type }) => type)).toEqual(expect.arrayContaining(['OpinionRequested', 'OpinionSigned', 'OpinionRequestWithdrawn']));
  });
});

describe('reviews over HTTP', () => {
  it('a task is given, given back, declined; material is sent; a conflict noted; consent withdrawn; the case withdrawn', async () => {
    const [overdue, slides, returned] = [idOf('overdue'), idOf('slides'), idOf('returned')];
    const imaging = await openTask(overdue, 'imagingReview');
    const at = (action: string): string => `/api/cases/${overdue}/tasks/${imaging.id}/${action}`;
    await does('wu', at('assign'), { ownerId: personId('gao') });
    await does('gao', at('release'));
    await does('wang', at('claim'));
    await does('wang', at('decline'), { reason: 'absent' });
    await does('li', `/api/cases/${overdue}/accept-incomplete-file`, { reason: 'The reading of the origin is enough.' });
    await does('aliya', `/api/cases/${slides}/tasks/${(await openTask(slides, 'supplyMaterial')).id}/supply-material`, { note: 'Sent by courier.' });
    await does('chen', `/api/cases/${slides}/conflicts`, { personId: personId('chen') });
    await does('aliya', `/api/cases/${slides}/consents/sharingAcrossBorders/withdraw`);
    await does('aliya', `/api/cases/${idOf('held')}/resume`);
    await does('omarov', `/api/cases/${returned}/withdraw`, { because: 'patientsWish', note: 'Treated at home.' });
    expect((await stateOf<CaseState>(returned)).status).toBe('withdrawn');
  });

  it('a signed opinion is amended with a reason, and a discordance settled by consensus', async () => {
    const id = idOf('discordant');
    const opinion = Object.values((await stateOf<CaseState>(id)).opinions).find(({ kind }) => kind === 'imaging');
    const wang = await api.as('wang');
    const seen = (await wang.get(`/api/cases/${id}/opinions/${opinion?.id}`)).body as { answers: Record<string, unknown> };
    const [draft] = await database.door.query<{ version: number }[]>('select max(version)::int as version from form_version where draft_id = $1', [opinion?.draftId]);
    const saved = (await wang.change(`/api/cases/${id}/opinions/${opinion?.id}/draft`, { answers: { ...seen.answers, comment: { state: 'given', value: 'Measured again.' } }, draftId: opinion?.draftId, seenVersion: draft?.version }, randomUUID(), 'put')).body as { draftId: string; version: number };
    await does('wang', `/api/cases/${id}/opinions/${opinion?.id}/amend`, { draftId: saved.draftId, seenDraftVersion: saved.version, discordance: null, reason: 'Measured on the wrong plane.' });
    const dispute = await openTask(id, 'resolveDiscordance');
    await does('zhou', `/api/cases/${id}/tasks/${dispute.id}/resolve-discordance`, { how: 'consensus', note: 'Read together: malignant.' });
    const { consensus } = (await (await api.as('chen')).get(`/api/cases/${id}/tasks/${dispute.id}`)).body as { consensus: { textId: string } };
    expect(consensus).toMatchObject({ text: 'Read together: malignant.', by: { id: personId('zhou') }, confirmBy: { id: personId('chen') } });
    const own = await (await api.as('zhou')).change(`/api/cases/${id}/tasks/${dispute.id}/confirm-consensus`, { textId: consensus.textId });
    expect([own.status, (own.body as { code: string }).code]).toEqual([403, 'REVIEW.CONSENSUS_OWN']);
    await does('chen', `/api/cases/${id}/tasks/${dispute.id}/confirm-consensus`, { textId: consensus.textId });
    expect(await tasksOf(id, 'resolveDiscordance')).toEqual([]);
  });
});

describe('an escalation over HTTP', () => {
  it('is acknowledged by who was told: an event of the case, and the message says so; a second time is refused in words', async () => {
    const [told] = await database.door.query<{ id: string; subject: string; caseId: string; taskId: string }[]>(`select n.id, p.subject, n.case_id as "caseId", n.task_id as "taskId" from notification n join person p on p.id = n.person_id
      join stream s on s.id = n.case_id and not s.closed join task_row t on t.id = n.task_id and t.status in ('created', 'ready', 'inProgress') where n.mark_kind = 'escalate' and n.acknowledged_at is null order by n.created_at, n.id limit 1`);
    if (!told) throw new Error('the demo has no escalation');
    await does(told.subject, `/api/notifications/${told.id}/acknowledge`);
    expect((await stateOf<CaseState>(told.caseId)).tasks[told.taskId]?.escalations?.flatMap(({ acknowledged }) => acknowledged)).toEqual([expect.objectContaining({ by: personId(told.subject) })]);
    const who = await api.as(told.subject);
    const listed = ((await who.get('/api/notifications?limit=200')).body as { items: { id: string; acknowledgedAt: string | null; toAcknowledge: boolean }[] }).items.find(({ id }) => id === told.id);
    expect(listed).toMatchObject({ toAcknowledge: false, acknowledgedAt: expect.any(String) as string });
    const again = await who.change(`/api/notifications/${told.id}/acknowledge`);
    expect([again.status, (again.body as { code: string }).code]).toEqual([409, 'TASK.ESCALATION_ACKNOWLEDGED']);
    const other = await (await api.as(told.subject === 'omarov' ? 'wu' : 'omarov')).change(`/api/notifications/${told.id}/acknowledge`);
    expect(other.status).toBe(404);
  });
});

describe('waiting times over HTTP', () => {
  it('a clock is paused by a coded reason and goes on, and the first treatment is recorded', async () => {
    const id = idOf('overdue');
    await does('wu', `/api/cases/${id}/waiting-time/pause`, { because: 'didNotAttend', note: 'The bus did not run.' });
    expect((await stateOf<CaseState>(id)).waiting?.pauses).toMatchObject([{ reason: 'didNotAttend', to: null }]);
    await does('wu', `/api/cases/${id}/waiting-time/resume`);
    await does('wu', `/api/cases/${id}/first-treatment`, { on: date(0) });
    expect((await stateOf<CaseState>(id)).waiting?.treatments).toMatchObject([{ on: date(0) }]);
  });
});

describe('a meeting and its outcomes over HTTP', () => {
  it('is planned, moved, cancelled, answered, ordered, led and left; a case is deferred, warned of, put right, and ends otherwise', async () => {
    const id = idOf('deferred');
    const plan = { boardId: boards.boneSarcoma, startsAt: inDays(20), zone: 'Asia/Shanghai', minutes: 60, place: 'Room 3' };
    const { streamId: called } = await does('wu', '/api/meetings', plan);
    await does('wu', `/api/meetings/${called}/move`, { startsAt: inDays(21) });
    await does('wu', `/api/meetings/${called}/invitations`, { personId: personId('xu'), as: 'expert' });
    await does('wu', `/api/meetings/${called}/invitations/${personId('chen')}/withdraw`);
    const newcomer = randomUUID();
    await process('operator', {
      type: 'addPerson', streamId: newcomer, data: { subject: 'newcomer', posts: [{ institutionId: hospitalId('shanghai'), role: 'specialist', discipline: 'surgery' }], language: 'en', zone: 'Asia/Shanghai' },
      rows: { person: { id: newcomer, name: 'Dr New', nameOriginal: null, email: 'new@shanghai.example', phone: null, title: null } },
    });
    await process('keep-time-workflow', { type: 'keepMeeting', streamId: called, data: {} });
    expect(await stateOf<MeetingState>(called)).toMatchObject({ guests: [{ personId: personId('xu'), as: 'expert' }], leftOut: [personId('chen')], invited: expect.arrayContaining([newcomer]) as string[] });
    const mailed = { personId: personId('li'), sequence: (await stateOf<MeetingState>(called)).timeSequence ?? 0, startsAt: null, saidAt: inDays(0) };
    await process('mailed-answers', { type: 'takeMailedAnswer', streamId: called, data: { ...mailed, said: { answer: 'perhaps' } } });
    await process('mailed-answers', { type: 'takeMailedAnswer', streamId: called, data: { ...mailed, said: { notTaken: 'otherTime' } } });
    const expected = ((await (await api.as('wu')).get(`/api/meetings/${called}`)).body as { planned: { people: { person: { id: string } }[] } }).planned.people.find(({ person }) => person.id === personId('li'));
    expect(expected).toMatchObject({ answer: 'perhaps', answeredByMail: true });
    await does('wu', `/api/meetings/${called}/cancel`, { because: 'chairAbsent' });
    const { streamId: meeting } = await does('wu', '/api/meetings', plan);
    await does('chen', `/api/meetings/${meeting}/invitations/${personId('chen')}`, { answer: 'byVideo' });

    const first = (await stateOf<CaseState>(id)).listed?.meetingId ?? '';
    await process('case-workflow', { type: 'warnOfFreeze', streamId: id, data: { meetingId: first } });
    await does('aliya', `/api/cases/${id}/tasks/${(await openTask(id, 'removeDeferralCause')).id}/settle-deferral-cause`, { note: 'The MRI is in the file.' });
    await does('wu', `/api/cases/${id}/delist-from-meeting`, { meetingId: first, cause: 'other', note: 'An earlier hour suits.' });
    await does('wu', `/api/cases/${id}/list-for-meeting`, { meetingId: meeting });
    await does('wu', `/api/meetings/${meeting}/order`, { order: [id] });

    await does('huang', `/api/meetings/${meeting}/open`, { chairId: personId('li'), scribeId: personId('huang') });
    for (const subject of ['li', 'zhao', 'lin']) {
      const [post] = postsOf(member(subject)).filter(({ discipline }) => discipline !== null);
      await does('huang', `/api/meetings/${meeting}/attendance`, { personId: personId(subject), discipline: post?.discipline, institutionId: post?.institutionId, how: 'present' });
    }
    await does('lin', `/api/meetings/${meeting}/attendance/${personId('lin')}/change`, { how: 'byVideo' });
    await does('lin', `/api/meetings/${meeting}/attendance/${personId('lin')}/end`);
    await does('huang', `/api/meetings/${meeting}/chair`, { chairId: personId('zhao') });
    await does('huang', `/api/meetings/${meeting}/chair`, { chairId: personId('li') });
    await does('huang', `/api/meetings/${meeting}/cases/${id}/minutes`, { minutes: 12 });
    await does('huang', `/api/meetings/${meeting}/current`, { caseId: id });
    await does('huang', `/api/meetings/${meeting}/cases/${id}/heard`, { voice: 'patientsView', heard: true });
    const heard = (await (await api.as('lin')).get(`/api/meetings/${meeting}`)).body as { current: { caseId: string }; agenda: { case: { id: string }; heard: string[]; minutes: number }[] };
    expect([heard.current.caseId, heard.agenda.find((item) => item.case.id === id)]).toMatchObject([id, { heard: ['patientsView'], minutes: 12 }]);
    await does('huang', `/api/meetings/${meeting}/break`);
    await does('li', `/api/cases/${id}/outcomes/other`, { meetingId: meeting, kind: 'coveredByStandard', reason: 'The guideline leaves no question.' });
    await does('huang', `/api/meetings/${meeting}/close`);
    const early = await (await api.as('huang')).change(`/api/meetings/${meeting}/minutes/approve`);
    expect(early.status).toBe(403);
    await does('li', `/api/meetings/${meeting}/minutes/approve`);
    expect((await (await api.as('li')).get(`/api/meetings/${meeting}`)).body).toMatchObject({ minutes: { by: { id: personId('li') } }, agenda: [{ outcome: { kind: 'coveredByStandard' } }] });
    await new AgendaMoves(door, database.door).run(meeting, 'releaseAgenda', 1);
    expect((await stateOf<MeetingState>(meeting)).owes).toEqual([]);
  });

  it('the case is closed, opened again, and discussed anew', async () => {
    const id = idOf('deferred');
    await moves(id);
    await does('wu', `/api/cases/${id}/close`, { because: 'treatedLocally', note: 'As the guideline says.' });
    await does('wu', `/api/cases/${id}/reopen`, { because: 'other', note: 'Closed by mistake.' });
    await does('li', `/api/cases/${id}/new-round`, { because: 'progression', note: 'It grows.' });
    expect(await stateOf<CaseState>(id)).toMatchObject({ status: 'open', round: 2 });
  });
});

/** The imaging opinion in force is saved with another comment and signed anew by who signed it. */
interface Saw {
  opinions: { id: string; kind: string; version: number; replacedBy: string }[]; changes: { what: string; opinion: { id: string; version: number }; fields: string[] }[]; treatments: object[]; completeness: object[]; question: { text: string };
  patient: { names: object[]; born: string; sex: string; identifier: string; identifierKind: string; guardian: string; allergies: object };
}

async function amendImaging(id: string, comment: string): Promise<void> {
  const opinion = Object.values((await stateOf<CaseState>(id)).opinions).filter(({ kind }) => kind === 'imaging').at(-1);
  const [{ subject }] = await database.door.query<[{ subject: string }]>('select subject from person where id = $1', [opinion?.signedBy]);
  const signer = await api.as(subject);
  const seen = (await signer.get(`/api/cases/${id}/opinions/${opinion?.id}`)).body as { answers: Record<string, unknown> };
  const [draft] = await database.door.query<{ version: number }[]>('select max(version)::int as version from form_version where draft_id = $1', [opinion?.draftId]);
  const saved = (await signer.change(`/api/cases/${id}/opinions/${opinion?.id}/draft`, { answers: { ...seen.answers, comment: { state: 'given', value: comment } }, draftId: opinion?.draftId, seenVersion: draft?.version }, randomUUID(), 'put')).body as { draftId: string; version: number };
  await does(subject, `/api/cases/${id}/opinions/${opinion?.id}/amend`, { draftId: saved.draftId, seenDraftVersion: saved.version, discordance: null, reason: comment });
}
/** An answer's bytes, whatever its type. */
const inBytes = (asked: ReturnType<Client['get']>): ReturnType<Client['get']> => asked.buffer(true).parse((response, done) => { const parts: Buffer[] = []; response.on('data', (part: Buffer) => parts.push(part)); response.on('end', () => done(null, Buffer.concat(parts))); });
interface OutcomeView { may: { action: string; allowed: boolean }[]; voided: { because: string; signatures: object[] }[]; confirmTask: { taskId: string } | null; addresseeTask: { taskId: string; candidates: { id: string }[] } | null; recalled: { reason: string; note: { text: string }; letters: { href: string | null; originalHref: string; sha256: string }[] }[] }
const outcomeView = async (subject: string, id: string): Promise<OutcomeView> => (await (await api.as(subject)).get(`/api/cases/${id}/outcomes/${(await stateOf<CaseState>(id)).currentOutcomeId ?? Object.keys((await stateOf<CaseState>(id)).outcomes)[0]}`)).body as OutcomeView;

/** What `consilium letter` says on this database. */
async function typed(...args: string[]): Promise<string> {
  const { env, stdout } = globalThis.process;
  const before = { ...env };
  Object.assign(env, { CONSILIUM_HOME: home, CONSILIUM_DATABASE_DOOR_URL: database.doorUrl, CONSILIUM_DATABASE_READER_URL: database.readerUrl, CONSILIUM_FILES_MASTER_KEY: masterKey.toString('base64') });
  const said: string[] = [];
  const write = jest.spyOn(stdout, 'write').mockImplementation((text) => { said.push(String(text)); return true; });
  try {
    await letterCommand().parseAsync(args, { from: 'user' });
  } finally {
    write.mockRestore();
    globalThis.process.env = before;
    globalThis.process.exitCode = 0;
  }
  return said.join('');
}

describe('a decision that loses its ground', () => {
  it('an opinion amended while it is signed voids the signatures; the chair confirms, and all are asked anew', async () => {
    const id = idOf('dissent');
    const had = Object.values((await stateOf<CaseState>(id)).outcomes).at(-1)?.signatures.length;
    await amendImaging(id, 'A second lesion.');
    const seen = await outcomeView('li', id);
    expect(seen.voided).toMatchObject([{ because: 'opinionAmended' }]);
    expect(seen.voided[0]?.signatures).toHaveLength(had ?? -1);
    expect(seen.may.filter(({ action }) => action === 'confirmOutcome' || action === 'discussOutcomeAgain')).toMatchObject([{ allowed: true }, { allowed: true }]);
    await does('li', `/api/cases/${id}/tasks/${seen.confirmTask?.taskId}/confirm-outcome`, { note: 'It was known from the referral.' });
    expect((await tasksOf(id, 'sign')).length).toBeGreaterThan(had ?? 0);
  });

  it('a letter called back is told to who opened it, shown and checked as such; who left is replaced', async () => {
    const id = idOf('transfer');
    const outcomeId = (await stateOf<CaseState>(id)).currentOutcomeId ?? '';
    const letter = await inBytes((await api.as('akhmetov')).get(`/api/cases/${id}/outcomes/${outcomeId}/letters/kk-plain`));
    const paper = join(home, 'letter.pdf');
    writeFileSync(paper, letter.body as Buffer);
    expect([letter.status, letter.headers['content-type']]).toEqual([200, 'application/pdf']);
    const sha256 = (await stateOf<CaseState>(id)).outcomes[outcomeId]?.letter?.['kk-plain']?.sha256 ?? '';
    const verdict = async (): Promise<unknown> => (await (await api.as('wu')).change('/api/letters/verify', { sha256 })).body;
    expect(await verdict()).toMatchObject({ verdict: 'signed', language: 'kk', plain: true });
    expect(await typed('verify', paper)).toContain('SIGNED: this is the patient\'s version (kk)');
    await does('serik', `/api/people/${personId('omarov')}/disable`);
    await does('wu', `/api/cases/${id}/outcomes/${outcomeId}/recall-letter`, { because: 'wrongContent', next: 'newLetter', note: 'The side is wrong in the Kazakh letter.' });
    expect(await verdict()).toMatchObject({ verdict: 'recalled', recalledBecause: 'wrongContent' });
    const told = (await (await api.as('akhmetov')).get('/api/notifications')).body as { items: { kind: string; as: string }[] };
    expect(told.items[0]).toMatchObject({ kind: 'letterRecalled', as: 'reader' });
    const seen = await outcomeView('aliya', id);
    const recalled = seen.recalled[0]?.letters.find((one) => one.sha256 === sha256);
    const before = await (await api.as('aliya')).get(`/api/cases/${id}/outcomes/${outcomeId}/recalled/${sha256}`);
    expect([recalled?.href, before.status, (before.body as { code: string }).code]).toEqual([null, 409, 'LETTER.MARK_AWAITED']);
    const files = await FolderFileStore.at(join(home, 'files'), new MasterKeys(masterKey));
    expect(await new LetterMoves(door, database.door, new TypstLetterRenderer(), files).make(id, 1)).toMatchObject({ done: true });
    expect((await door.newsOf(id))?.ready.map(({ name }) => name)).not.toContain('makeLetters');
    const copy = await inBytes((await api.as('aliya')).get((await outcomeView('aliya', id)).recalled[0]?.letters.find((one) => one.sha256 === sha256)?.href ?? ''));
    expect([copy.status, copy.headers['content-disposition']]).toEqual([200, expect.stringContaining('RECALLED-')]);
    const marked = createHash('sha256').update(copy.body as Buffer).digest('hex');
    expect((await (await api.as('wu')).change('/api/letters/verify', { sha256: marked })).body).toMatchObject({ verdict: 'recalled', language: 'kk', plain: true, markedCopy: true, recalledBecause: 'wrongContent' });
    const original = await inBytes((await api.as('aliya')).get(recalled?.originalHref ?? ''));
    expect(Buffer.compare(original.body as Buffer, letter.body as Buffer)).toBe(0);
    expect((await (await api.as('kim')).get(recalled?.originalHref ?? '')).status).toBe(403);
    expect(seen.addresseeTask?.candidates.map((one) => one.id)).not.toContain(personId('omarov'));
    const whole = join(home, 'export.ndjson');
    await overLiveExport(database.door, async (lines) => { for await (const line of lines) appendFileSync(whole, `${line}\n`); });
    expect(await typed('verify', paper, '--export', whole)).toContain('RECALLED: this was');
    writeFileSync(whole, readFileSync(whole, 'utf8').replace('wrongContent', 'wording'));
    await expect(typed('verify', paper, '--export', whole)).rejects.toThrow('proves nothing');
    writeFileSync(paper, Buffer.concat([letter.body as Buffer, Buffer.from(' ')]));
    expect(await typed('verify', paper)).toContain('UNKNOWN');
    await does('aliya', `/api/cases/${id}/tasks/${seen.addresseeTask?.taskId}/name-addressee`, { personId: personId('kim') });
    expect((await stateOf<CaseState>(id)).referrerId).toBe(personId('kim'));
    await does('serik', `/api/people/${personId('omarov')}/enable`);
  });

  it('an opinion amended after the letter went out leaves the chair to have it discussed again', async () => {
    const id = idOf('followUp');
    await amendImaging(id, 'The median nerve is free.');
    await does('li', `/api/cases/${id}/tasks/${(await openTask(id, 'confirmOutcome')).id}/discuss-again`, { note: 'Re-resection is possible then.' });
    expect(await stateOf<CaseState>(id)).toMatchObject({ round: 2, stages: { discussion: { status: 'active' } } });
    const { outcomes } = await stateOf<CaseState>(id);
    const [outcomeId = ''] = Object.keys(outcomes);
    const li = await api.as('li');
    const saw = (await li.get(`/api/cases/${id}/outcomes/${outcomeId}/board-saw`)).body as Saw;
    const imaging = saw.opinions.find(({ kind }) => kind === 'imaging');
    expect(imaging).toMatchObject({ version: 1, replacedBy: saw.changes[0]?.opinion.id });
    expect(saw.changes).toMatchObject([{ what: 'opinionAmended', opinion: { kind: 'imaging', version: 2 } }]);
    expect([saw.treatments.length, saw.completeness.length, saw.question.text].every(Boolean)).toBe(true);
    const [old, now] = await Promise.all([imaging?.id, imaging?.replacedBy].map(async (opinionId) => (await li.get(`/api/cases/${id}/opinions/${opinionId}`)).body as { answers: { comment?: { value: string } } }));
    expect(old?.answers.comment?.value).not.toBe('The median nerve is free.');
    expect(now?.answers.comment?.value).toBe('The median nerve is free.');
    const { patientId, originInstitutionId, boardId, tumorType } = await stateOf<CaseState>(id);
    const [referrer] = await database.door.query<{ subject: string }[]>(`select p.subject from person p join post o on o.person_id = p.id where o.institution_id = $1 and o.role in ('referringClinician', 'caseManager') order by o.role desc limit 1`, [originInstitutionId]);
    const { names, born, sex, identifier, identifierKind, guardian, allergies } = saw.patient;
    await does(referrer?.subject ?? '', '/api/referrals', { boardId, tumorType, urgency: 'routine', originInstitutionId, referrerId: null, question: 'And the other leg?', patient: { id: patientId, names, born, sex, identifier, identifierKind, guardian, allergies: { state: 'some', list: ['Cisplatin'] } } });
    const later = (await li.get(`/api/cases/${id}/outcomes/${outcomeId}/board-saw`)).body as Saw;
    expect([later.patient.allergies, later.changes.filter(({ what }) => what === 'patient')]).toMatchObject([allergies, [{ fields: ['allergies'] }]]);
    expect(allergies).not.toMatchObject({ list: ['Cisplatin'] });
  });
});

describe('recommendation and transfer over HTTP', () => {
  it('a letter that failed is tried again, and a signature is refused: back to discussion', async () => {
    const id = idOf('dissent');
    const outcomeId = (await stateOf<CaseState>(id)).currentOutcomeId ?? '';
    await process('case-workflow', { type: 'failLetter', streamId: id, data: { outcomeId, code: 'RENDERER_DOWN' } });
    await does('wu', `/api/cases/${id}/tasks/${(await openTask(id, 'sendLetter')).id}/retry-letter`, { note: 'The renderer is back.' });
    expect((await door.newsOf(id))?.ready.map(({ name }) => name)).toContain('makeLetters');
    const [owed] = await tasksOf(id, 'sign');
    const [person] = await database.door.query<{ subject: string }[]>('select subject from person where id = $1', [owed?.ownerId]);
    await does(person?.subject ?? '', `/api/cases/${id}/outcomes/${outcomeId}/refuse-signature`, { reason: 'This is not what we agreed on.' });
  });

  it('a patient departs, arrives and is taken over; a refused transfer is ended', async () => {
    const id = idOf('transfer');
    for (const task of await tasksOf(id, 'transferItem')) {
      await does(task.offer.institutionId === hospitalId('shanghai') ? 'xu' : 'dina', `/api/cases/${id}/transfer/items/${task.id}/complete`, { expiresOn: date(900), fileId: null });
    }
    await does('dina', `/api/cases/${id}/transfer/departure`, { on: date(0) });
    await does('xu', `/api/cases/${id}/transfer/arrival`, { condition: 'asExpected', discrepancies: [] });
    await does('xu', `/api/cases/${id}/transfer/take-over`);
    // the one who was named as addressee above
    const kim: PersonActor = { kind: 'person', personId: personId('kim'), posts: postsOf(member('kim')), authenticatedAt: new Date().toISOString(), institutionId: hospitalId('astana'), onBehalfOf: null, from: null };
    for (const { id: taskId, deadline } of await tasksOf(id, 'answerFollowUp')) {
      const then = new Door({ door: database.door, types: domainStreams, clock: () => deadline?.dueAt ?? '' });
      expect(await then.put({ type: 'answerFollowUp', streamId: id, commandId: randomUUID(), data: { taskId, answer: 'yes', because: null } }, kim)).toMatchObject({ done: true });
    }
    const visit = await openTask(id, 'followUpVisit');
    await does('kim', `/api/cases/${id}/follow-ups/${visit.id}/visit`, { carriedOut: true, because: null, status: 'aliveWithDisease', localRecurrence: 'yes', distantRecurrence: 'no', ecog: 1, msts: 17, note: 'Seen on MRI.' });
    const { followUpVisits } = (await (await api.as('kim')).get(`/api/cases/${id}`)).body as { followUpVisits: object[] };
    expect(followUpVisits[0]).toMatchObject({ month: 6, status: 'aliveWithDisease', localRecurrence: 'yes', msts: 17, note: { text: 'Seen on MRI.' }, taskId: null });
    const refused = await stateOf<CaseState>(idOf('refused'));
    const second = await openTask(refused.id, 'secondOpinion');
    const again = await (await api.as('gulnara')).change(`/api/cases/${refused.id}/tasks/${second.id}/send-second-opinion`, { recipient: 'x', note: 'x' });
    expect([again.status, (again.body as { code: string }).code]).toEqual([409, 'SECOND_OPINION.SENT_ALREADY']);
    await does('gulnara', `/api/cases/${refused.id}/tasks/${second.id}/second-opinion`, { answer: 'differs', note: 'They would operate first.' });
    const asked = (await (await api.as('gulnara')).get(`/api/cases/${refused.id}/outcomes/${refused.currentOutcomeId}`)).body as { secondOpinions: object[]; confirmTask: object | null };
    expect(asked).toMatchObject({ secondOpinions: [{ task: null, sent: { recipient: { text: expect.stringContaining('Ankara') as string } }, received: { answer: 'differs', note: { text: 'They would operate first.' } } }], confirmTask: { opinion: 'secondOpinion' } });
    await does('gulnara', `/api/cases/${idOf('refused')}/transfer/end`, { cause: 'noFunds', note: 'The fund declined.' });
  });
});

describe('people and boards over HTTP', () => {
  it('posts change, leave is planned, somebody is disabled and enabled; the series is kept', async () => {
    await does('serik', `/api/people/${personId('kim')}/posts`, { posts: [...postsOf(member('kim')), { institutionId: hospitalId('astana'), role: 'referringClinician', discipline: null }] });
    await does('kim', '/api/notifications/settings/mute', { topic: 'reminder', channel: 'mail', muted: true });
    await does('kim', '/api/notifications/settings', { topics: [{ topic: 'offer', product: true, mail: 'digest' }], quietHours: { from: '21:00', to: '07:00' }, digestAt: '07:30', language: 'he' });
    await does('kim', `/api/people/${personId('kim')}/leave`, { leave: [{ from: date(30), to: date(40) }] });
    await does('serik', `/api/people/${personId('akhmetov')}/disable`);
    await does('serik', `/api/people/${personId('akhmetov')}/enable`);
    await does('kim', `/api/people/${personId('kim')}/substitute`, { substituteId: personId('omarov'), discipline: 'radiology' });
    const kim = (await (await api.as('kim')).get(`/api/people/${personId('kim')}`)).body as { substitutes: object[] };
    expect(kim.substitutes).toMatchObject([{ discipline: 'radiology', person: { id: personId('omarov') } }]);
    const { definition, version } = (await (await api.as('ma')).get(`/api/boards/${boards.general}/definition`)).body as { definition: { followUpDays: number[] }; version: number };
    await does('ma', `/api/boards/${boards.general}/definition`, { definition: { ...definition, followUpDays: [...definition.followUpDays, 365] }, onVersion: version });
    await does('ma', `/api/boards/${boards.general}/moves`, { toVersion: version + 1, reason: 'Asked after a year too.', cases: [{ caseId: idOf('emergency'), fromVersion: version }] });
    expect((await stateOf<CaseState>(idOf('emergency'))).boardVersion).toBe(version + 1);
    expect((await new BoardSeries(door, database.door).keep(boards.boneSarcoma, randomUUID())).done).toBe(true);
  });
});

describe('calendars', () => {
  it('a hospital\'s calendar is laid down, reviewed and published, and a case is planned anew by it', async () => {
    const id = hospitalId('shanghai');
    const [{ definition }] = await database.door.query<[{ definition: Calendar }]>(`select definition from calendar where id = 'shanghai' order by version desc limit 1`);
    const days = Object.fromEntries(Array.from({ length: 14 }, (_, day) => [date(day), { kind: 'off', reason: 'Closed', source: 'spec', status: 'official' }] as const).filter(([day]) => definition.reviewedYears.some(({ year }) => day.startsWith(String(year)))));
    await process('operator', { type: 'draftCalendar', streamId: id, data: { calendar: { ...definition, days: { ...definition.days, ...days } } } });
    await process('operator', { type: 'publishCalendar', streamId: id, data: { draft: 1 } });
    await database.door.query(`update replanning set requested_at = requested_at - interval '2 seconds'`);
    const replanner = new Replanner(door, database.door);
    while (await replanner.turn());
    expect(performed.has('replanDeadlines')).toBe(true);
    const [onDayOff] = await database.door.query<{ id: string }[]>(`select id from meeting_row where status in ('planned', 'frozen') and starts_at > now() and meeting -> 'dayOff' -> 'institutionIds' is not null order by starts_at desc limit 1`);
    const { dayOff } = (await (await api.as('wu')).get(`/api/meetings/${onDayOff?.id}`)).body as { dayOff: { hospitals: { id: string }[]; moveTo: string | null } };
    expect(dayOff).toMatchObject({ hospitals: [{ id }], moveTo: null });
    const inList = async (): Promise<readonly string[] | undefined> => ((await (await api.as('wu')).get('/api/meetings')).body as { items: { id: string; dayOff: { id: string }[] }[] }).items.find((row) => row.id === onDayOff?.id)?.dayOff.map((hospital) => hospital.id);
    expect(await inList()).toEqual([id]);
    await does('wu', `/api/meetings/${onDayOff?.id}/confirm-date`);
    expect(await inList()).toEqual([]);
    expect((await stateOf<MeetingState>(onDayOff?.id ?? '')).dayOff).toBeNull();
  });
});

describe('readings that differ, a translation, and a standard, over HTTP', () => {
  it('a translation is verified by somebody else than who brought it', async () => {
    const id = idOf('slides');
    const documentId = seedId('document', 'slides', 'translation');
    const own = await (await api.as('omarov')).change(`/api/cases/${id}/documents/${documentId}/verify-translation`);
    expect([own.status, (own.body as { code: string }).code]).toEqual([403, 'TRANSLATION.OWN']);
    await does('aliya', `/api/cases/${id}/documents/${documentId}/verify-translation`);
    const { documents } = (await (await api.as('aliya')).get(`/api/cases/${id}`)).body as { documents: { id: string; translation: object | null }[] };
    expect(documents.find((document) => document.id === documentId)).toMatchObject({ translation: { ofId: seedId('document', 'slides', 'dischargeSummary'), how: 'person', verified: { by: { id: personId('aliya') } } } });
  });

  it('a third pathologist settles what two could not; a case that a standard covers is signed off by the chair in one act', async () => {
    const id = idOf('overdue');
    const second = Object.values((await stateOf<CaseState>(id)).opinions).find(({ kind }) => kind === 'secondPathology');
    const zhou = await api.as('zhou');
    const seen = (await zhou.get(`/api/cases/${id}/opinions/${second?.id}`)).body as { answers: Record<string, unknown> };
    const saved = (await zhou.change(`/api/cases/${id}/opinions/${second?.id}/draft`, { answers: { ...seen.answers, comment: { state: 'given', value: 'Read again.' } }, draftId: second?.draftId, seenVersion: second?.formVersion }, randomUUID(), 'put')).body as { draftId: string; version: number };
    await does('zhou', `/api/cases/${id}/opinions/${second?.id}/amend`, { draftId: saved.draftId, seenDraftVersion: saved.version, discordance: 'major', reason: 'The MDM2 result came.' });
    await does('wu', `/api/cases/${id}/tasks/${(await openTask(id, 'resolveDiscordance')).id}/ask-third-opinion`, { personId: null });
    const third = await openTask(id, 'thirdOpinion');
    const reader = await (await api.as('chen')).change(`/api/cases/${id}/tasks/${third.id}/claim`);
    expect((reader.body as { code: string }).code).toMatch(/THIRD_READER_NEEDED|NOT_ALLOWED|NOT_IN_POOL/);
    await does('zhumabekova', `/api/cases/${id}/tasks/${third.id}/claim`);
    await does('zhumabekova', `/api/cases/${id}/tasks/${third.id}/give-third-opinion`, { bearsOut: 'second', note: 'Amplified in every field.' });
    expect([...await tasksOf(id, 'resolveDiscordance'), ...await tasksOf(id, 'thirdOpinion')]).toEqual([]);

    await moves(id);
    const { listed } = await stateOf<CaseState>(id);
    const words = 'Follow-up every three months, by the guideline.';
    await does('wu', `/api/cases/${id}/standard-of-care`, { reason: 'Nothing yet.' });
    await does('wu', `/api/cases/${id}/standard-of-care/undo`);
    await does('wu', `/api/cases/${id}/standard-of-care`, { reason: words });
    const { agenda } = (await (await api.as('zhao')).get(`/api/meetings/${listed?.meetingId}`)).body as { agenda: { case: { id: string }; standard: { text: string } | null; may: { action: string; allowed: boolean }[] }[] };
    const item = agenda.find((each) => each.case.id === id);
    expect(item).toMatchObject({ standard: { text: words, by: { id: personId('wu') } }, may: expect.arrayContaining([{ action: 'signOffStandardOfCare', allowed: true }]) as object });
    const done = await (await api.as('zhao')).change(`/api/meetings/${listed?.meetingId}/sign-off-standards`, { cases: [{ caseId: id, proposal: words }, { caseId: idOf('held'), proposal: words }] });
    expect(done.body).toMatchObject({ done: 1, answers: [{ caseId: id, done: true, problem: null }, { caseId: idOf('held'), done: false }] });
    const state = await stateOf<CaseState>(id);
    expect(state.outcomes[state.currentOutcomeId ?? '']).toMatchObject({ kind: 'coveredByStandard', signatures: [{ personId: personId('zhao'), discipline: 'chair' }] });
    expect(state.stages.recommendation.status).toBe('active');
  });
});

it('every command of the registries was carried out', () => {
  const names = [caseCommands, meetingCommands, institutionCommands, personCommands, boardCommands].flatMap((commands) => Object.keys(commands));
  expect(names.length).toBeGreaterThan(70);
  expect(names.filter((name) => !performed.has(name))).toEqual([]);
});
