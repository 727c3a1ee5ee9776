import { randomUUID } from 'node:crypto';
import type { CaseState, MeetingState } from '#domain';
import { boards, hospitalId, personId, seedId } from '../../apps/cli/seed/cast.js';
import type { MeetingViewDto } from '../../apps/api/meetings/meeting.dto.js';
import type { SlotsDto } from '../../apps/api/meetings/slot.dto.js';
import type { NotificationPageDto } from '../../apps/api/notifications/notification.dto.js';
import type { TestDatabase } from '../factories/database.js';
import { demoDatabase } from '../factories/demo.js';
import { testApi, type Client, type TestApi } from './api.fixture.js';

let demo: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  demo = await demoDatabase();
  api = await testApi(demo);
}, 300_000);
afterAll(async () => { await api?.end(); await demo?.end(); });

const slots = async (by: Client, query: Readonly<Record<string, string>>, boardId: string = boards.boneSarcoma): Promise<SlotsDto> => {
  const answer = await by.get(`/api/meetings/slots/${boardId}?${new URLSearchParams(query).toString()}`);
  expect(answer.status).toBe(200);
  return answer.body as SlotsDto;
};
const stateOf = async <State>(id: string): Promise<State> => {
  const [row] = await demo.door.query<{ state: State }[]>('select state from stream where id = $1', [id]);
  if (row === undefined) throw new Error(`no stream ${id}`);
  return row.state;
};
const view = async (by: Client, id: string): Promise<MeetingViewDto> => (await by.get(`/api/meetings/${id}`)).body as MeetingViewDto;
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

describe('finding a time', () => {
  it('ranks times of the next fortnight, each with everybody\'s obstacle and who is missing', async () => {
    const wu = await api.as('wu');
    const { zone, slots: found } = await slots(wu, { minutes: '60', sides: `${hospitalId('shanghai')},${hospitalId('astana')}` });
    expect(zone).toBe('Asia/Shanghai');
    expect(found.length).toBeGreaterThan(3);
    expect(found[0]).toMatchObject({ possible: true, missingDisciplines: [], missingPeople: [] });
    expect(found.map(({ startsAt }) => startsAt > new Date().toISOString())).not.toContain(false);
    const [one] = found;
    const again = await slots(wu, { at: one?.startsAt ?? '', minutes: '60' });
    expect(again.slots).toHaveLength(1);
    expect(again.slots[0]?.seats).toEqual(one?.seats);
  });
  it('knows who cannot come at one time: on Thursday 2 April 2026 Tel Aviv keeps the first day of Passover, and who sits elsewhere then sits there', async () => {
    const wu = await api.as('wu');
    const { slots: [slot] } = await slots(wu, { at: '2026-04-02T09:00:00.000Z' }, boards.general);
    const off = slot?.seats.filter(({ away }) => away) ?? [];
    expect(off.map(({ institution }) => institution.id)).toEqual(off.map(() => hospitalId('telaviv')));
    expect(off[0]?.obstacle).toMatchObject({ kind: 'holiday', date: '2026-04-02', status: 'law', reason: expect.stringContaining('Pesach') as string, source: expect.stringMatching(/./) as string });
    // at an hour at which no series sits, whenever this runs
    const startsAt = `${inDays(33).slice(0, 10)}T20:00:00.000Z`;
    const planned = await wu.change('/api/meetings', { boardId: boards.boneSarcoma, startsAt, zone: 'Asia/Shanghai', minutes: 60, place: 'Room 3' });
    const { streamId } = planned.body as { streamId: string };
    const seat = async (query: Readonly<Record<string, string>> = {}) => (await slots(wu, { at: startsAt, ...query })).slots[0]?.seats.find(({ person }) => person.id === personId('chen'))?.obstacle;
    expect(await seat()).toMatchObject({ kind: 'otherMeeting', meetingNumber: (await view(wu, streamId)).meeting.number });
    expect((await seat({ except: streamId }))?.kind).not.toBe('otherMeeting');
  });
  it('is for who runs meetings', async () => {
    const answer = await (await api.as('chen')).get(`/api/meetings/slots/${boards.boneSarcoma}`);
    expect(answer.status).toBe(403);
  });
});

describe('who is asked to one meeting', () => {
  it('is shown with what stands against coming before anybody answers; a guest counts for nothing, who is taken off is not expected', async () => {
    const wu = await api.as('wu');
    const { streamId } = (await wu.change('/api/meetings', { boardId: boards.boneSarcoma, startsAt: '2036-09-30T07:00:00.000Z', zone: 'Asia/Shanghai', minutes: 60, place: 'Room 3' })).body as { streamId: string };
    expect((await wu.change(`/api/meetings/${streamId}/invitations`, { personId: personId('xu'), as: 'trainee' })).status).toBe(200);
    expect((await wu.change(`/api/meetings/${streamId}/invitations/${personId('chen')}/withdraw`)).status).toBe(200);
    const { planned } = await view(wu, streamId);
    expect(planned?.guests).toMatchObject([{ person: { id: personId('xu') }, as: 'trainee', answer: null }]);
    expect(planned?.people.find(({ person }) => person.id === personId('chen'))).toMatchObject({ leftOut: true, wanted: false });
    expect(planned?.people.find(({ person }) => person.id === personId('wang'))).toMatchObject({ leftOut: false, wanted: true, phone: expect.stringMatching(/^\+00/) as string });
  });
});

describe('a guest', () => {
  it('sees the meeting and the cases on its agenda, nothing else, and only while it lasts', async () => {
    const [wu, levi] = [await api.as('wu'), await api.as('levi')];
    const { streamId: meetingId } = (await wu.change('/api/meetings', { boardId: boards.boneSarcoma, startsAt: inDays(40), zone: 'Asia/Shanghai', minutes: 60, place: 'Room 3' })).body as { streamId: string };
    const [caseId, other] = [seedId('case', 'deferred'), seedId('case', 'transfer')];
    const before = (await stateOf<CaseState>(caseId)).listed?.meetingId ?? '';
    expect((await wu.change(`/api/cases/${caseId}/list-for-meeting`, { meetingId })).status).toBe(200);
    const seen = async (): Promise<readonly number[]> => [(await levi.get(`/api/meetings/${meetingId}`)).status, (await levi.get(`/api/cases/${caseId}`)).status, (await levi.get(`/api/cases/${other}`)).status, (await levi.get(`/api/meetings/${before}`)).status];
    expect(await seen()).toEqual([404, 404, 404, 404]);
    expect((await wu.change(`/api/meetings/${meetingId}/invitations`, { personId: personId('levi'), as: 'expert' })).status).toBe(200);
    expect(await seen()).toEqual([200, 200, 404, 404]);
    expect((await view(levi, meetingId)).may.filter(({ allowed }) => allowed)).toEqual([]);
    expect((await levi.change(`/api/meetings/${meetingId}/invitations/${personId('levi')}`, { answer: 'byVideo' })).status).toBe(200);
    // consent that no longer lets the host see the case closes it to its guests as well
    await demo.asSuperuser(`update case_grant set until = clock_timestamp() - interval '1 second' where case_id = $1 and role = 'chair'`, [caseId]);
    expect(await seen()).toEqual([200, 404, 404, 404]);
    await demo.asSuperuser(`update case_grant set until = null where case_id = $1 and role = 'chair'`, [caseId]);
    await wu.change(`/api/meetings/${meetingId}/cancel`, { because: 'other' });
    expect(await seen()).toEqual([404, 404, 404, 404]);
    expect((await wu.change(`/api/cases/${caseId}/delist-from-meeting`, { meetingId, cause: 'other' })).status).toBe(200);
  });
});

describe('an extraordinary meeting', () => {
  it('is planned at the earliest time, with the case on its agenda and everybody told at once, by one act that can be repeated', async () => {
    const wu = await api.as('wu');
    const caseId = seedId('case', 'deferred');
    const { slots: [first] } = await slots(wu, { emergency: 'true', minutes: '45' });
    const body = { caseId, startsAt: first?.startsAt, minutes: 45 };
    const key = randomUUID();
    const done = await wu.change('/api/meetings/extraordinary', body, key);
    expect([done.status, done.body]).toMatchObject([200, { ids: { meetingId: expect.any(String) as string } }]);
    const { meetingId } = (done.body as { ids: { meetingId: string } }).ids;
    expect((await wu.change('/api/meetings/extraordinary', body, key)).body).toMatchObject({ ids: { meetingId } });
    const meeting = await stateOf<MeetingState>(meetingId);
    expect(meeting).toMatchObject({ extraordinary: true, status: 'planned', owes: [] });
    expect([meeting.freezeAt, meeting.cutAt, meeting.quorumAt].every((at) => at >= new Date(Date.now() - 60_000).toISOString())).toBe(true);
    expect((await stateOf<CaseState>(caseId)).listed?.meetingId).toBe(meetingId);
    const told = ((await (await api.as('chen')).get('/api/notifications')).body as NotificationPageDto).items[0];
    expect(told).toMatchObject({ kind: 'meetingInvited', params: { meetingId, extraordinary: true } });
    expect((await view(wu, meetingId)).meeting).toMatchObject({ extraordinary: true, listed: 1 });
  });
  it('is not left behind where the case cannot be listed', async () => {
    const wu = await api.as('wu');
    const before = await demo.door.query<{ n: number }[]>(`select count(*)::int as n from meeting_row where status = 'planned'`);
    const answer = await wu.change('/api/meetings/extraordinary', { caseId: seedId('case', 'overdue'), startsAt: inDays(1), minutes: 45 });
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([409, 'CASE.STAGE_NOT_ACTIVE']);
    expect(await demo.door.query(`select count(*)::int as n from meeting_row where status = 'planned'`)).toEqual(before);
  });
});
