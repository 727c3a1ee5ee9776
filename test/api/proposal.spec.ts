import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '../factories/database.js';
import { demoDatabase } from '../factories/demo.js';
import { testApi, type Client, type TestApi } from './api.fixture.js';
import type { MeetingPageDto, MeetingViewDto } from '../../apps/api/meetings/meeting.dto.js';
import type { ProposalDraftDto } from '../../apps/api/meetings/proposal.dto.js';

let demo: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  demo = await demoDatabase();
  api = await testApi(demo);
}, 300_000);
afterAll(async () => { await api?.end(); await demo?.end(); });

const given = (value: string) => ({ state: 'given', value });

/** A case on the agenda of a coming meeting, where its proposal is typed. */
async function place(by: Client): Promise<string> {
  const { items } = (await by.get('/api/meetings')).body as MeetingPageDto;
  const row = items.find(({ listed }) => listed > 0);
  const { agenda } = (await by.get(`/api/meetings/${row?.id}`)).body as MeetingViewDto;
  return `/api/meetings/${row?.id}/cases/${agenda[0]?.case.id}/proposal`;
}

describe('what is typed for a case at a meeting', () => {
  it('is one draft for all who type: who saves over what they have not seen is told by whom, and loses nothing', async () => {
    const [chair, scribe] = [await api.as('li'), await api.as('huang')];
    const path = await place(chair);
    const { draftId, version } = (await chair.get(path)).body as ProposalDraftDto;
    expect(version).toBe(0);
    const save = (by: Client, seenVersion: number, answers: object) => by.change(path, { draftId, seenVersion, answers }, randomUUID(), 'put');
    const [first, second] = await Promise.all([save(scribe, 0, { proposal: given('Resection.') }), save(chair, 0, { rationale: given('Margins.') })]);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
    const [lost, by] = first.status === 409 ? [first, scribe] : [second, chair];
    expect(lost.body).toMatchObject({ code: 'DRAFT.NEWER_VERSION', facts: { version: 1, seen: 0 } });
    const theirs = (await by.get(path)).body as ProposalDraftDto;
    expect(theirs).toMatchObject({ version: 1, by: { id: by === scribe ? chair.personId : scribe.personId } });
    const both = { ...theirs.answers, proposal: given('Resection.'), rationale: given('Margins.'), options: { state: 'given', value: [{ id: given('a'), option: given('Waiting') }] } };
    expect((await save(by, 1, both)).body).toMatchObject({ draftId, version: 2 });
    expect((await chair.get(path)).body).toMatchObject({ version: 2, answers: both });
    expect((await scribe.get(`${path}/version`)).body).toMatchObject({ version: 2, by: { id: by.personId } });
    expect((await save(by, 2, { made: given('up') })).status).toBe(400);
  });

  it('is the host\'s: nobody else reads or writes it', async () => {
    const path = await place(await api.as('li'));
    const { draftId, version } = (await (await api.as('li')).get(path)).body as ProposalDraftDto;
    const other = await api.as('aliya');
    expect((await other.get(path)).status).toBe(404);
    expect((await other.get(`${path}/version`)).status).toBe(404);
    expect(await other.change(path, { draftId, seenVersion: version, answers: {} }, randomUUID(), 'put')).toMatchObject({ status: 403, body: { code: 'ACCESS.NOT_ALLOWED' } });
    expect((await (await api.as('wang')).get(path)).status).toBe(403);
  });
});
