import { randomUUID } from 'node:crypto';
import { Door, domainStreams } from '#door';
import type { TestDatabase } from '../factories/database.js';
import { demoDatabase } from '../factories/demo.js';
import { testApi, type Client, type TestApi } from './api.fixture.js';
import type { MeetingPageDto, MeetingViewDto } from '../../apps/api/meetings/meeting.dto.js';
import type { NotificationPageDto } from '../../apps/api/notifications/notification.dto.js';

let demo: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  demo = await demoDatabase();
  api = await testApi(demo);
}, 300_000);
afterAll(async () => { await api?.end(); await demo?.end(); });

const view = async (by: Client, id: string): Promise<MeetingViewDto> => (await by.get(`/api/meetings/${id}`)).body as MeetingViewDto;
const answer = (by: Client, meetingId: string, personId: string, said: string) => by.change(`/api/meetings/${meetingId}/invitations/${personId}`, { answer: said });

/** A sitting of the bone board that nobody has looked at yet, with a case on it: on the day of a sitting that is not the nearest one. */
async function comingMeeting(by: Client): Promise<MeetingViewDto> {
  const { items } = (await by.get('/api/meetings')).body as MeetingPageDto;
  const listed = items.find(({ status, listed: cases }) => (status === 'planned' || status === 'frozen') && cases > 0);
  const coming = items.find(({ board, status, freezeAt }) => board.id === listed?.board.id && status === 'planned' && freezeAt > new Date().toISOString());
  if (listed === undefined || coming === undefined) throw new Error('the demo has no coming meeting with cases');
  const [item] = (await view(by, listed.id)).agenda;
  if (coming.id !== listed.id) expect((await by.change(`/api/cases/${item?.case.id ?? ''}/list-for-meeting`, { meetingId: coming.id })).status).toBe(200);
  return view(by, coming.id);
}

describe('planned attendance', () => {
  it('is asked of everybody expected; the last look warns the chair by field, asks the substitute, and the answers make it stand', async () => {
    const chair = await api.as('li');
    const { meeting, planned } = await comingMeeting(chair);
    expect(planned).toMatchObject({ stands: false, missing: [] });
    expect(planned?.people.every(({ answer: said }) => said === null)).toBe(true);
    const needed = planned?.notKnown ?? [];
    expect(needed.length).toBeGreaterThan(2);
    // everybody of one field stays away, the chair answers for the others (a call by phone)
    const [field] = needed;
    for (const one of planned?.people ?? []) expect([one.person.name, (await answer(chair, meeting.id, one.person.id, one.discipline === field ? 'notComing' : 'byVideo')).status]).toEqual([one.person.name, 200]);
    const away = (await view(chair, meeting.id)).planned;
    expect(away).toMatchObject({ stands: false, missing: [field], notKnown: [] });

    const before = new Door({ door: demo.door, types: domainStreams, clock: () => Promise.resolve(new Date(Date.parse(meeting.startsAt) - 3_600_000).toISOString()) });
    const done = await before.put({ type: 'runDue', commandId: randomUUID(), streamId: meeting.id, data: { dueAt: meeting.freezeAt } }, { kind: 'process', name: 'meeting-workflow' });
    expect(done).toMatchObject({ done: true });
    const told = ((await chair.get('/api/notifications')).body as NotificationPageDto).items.find(({ kind }) => kind === 'quorumWarned');
    expect(told).toMatchObject({ as: 'chair', caseId: null, params: { meetingId: meeting.id, meetingNumber: meeting.number, missing: [field], notKnown: [] }, mail: { state: 'pending' } });

    const first = away?.people.find(({ discipline }) => discipline === field);
    expect((await answer(chair, meeting.id, first?.person.id ?? '', 'coming')).status).toBe(200);
    expect((await view(chair, meeting.id)).planned).toMatchObject({ stands: true, looksAgainAt: null });
  });

  it('is answered by oneself, not by somebody else, and not for who is not expected', async () => {
    const [omarov, manager] = [await api.as('omarov'), await api.as('aliya')];
    const { meeting, planned } = await view(manager, (await comingMeeting(await api.as('wu'))).meeting.id);
    const other = planned?.people.find(({ person }) => person.id !== omarov.personId && person.id !== manager.personId);
    expect(await answer(omarov, meeting.id, other?.person.id ?? '', 'coming')).toMatchObject({ status: 403, body: { code: 'ACCESS.NOT_ALLOWED' } });
    const mine = await answer(manager, meeting.id, manager.personId, 'coming');
    expect(mine).toMatchObject({ status: 422, body: { code: 'MEETING.NOT_INVITED', field: 'personId' } });
  });
});
