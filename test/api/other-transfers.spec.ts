import type { TestDatabase } from '../factories/database.js';
import { demoDatabase } from '../factories/demo.js';
import { testApi, type Client, type TestApi } from './api.fixture.js';
import type { CaseViewDto } from '../../apps/api/cases/case-view.dto.js';

let demo: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  demo = await demoDatabase();
  api = await testApi(demo);
}, 300_000);
afterAll(async () => { await api?.end(); await demo?.end(); });

interface Found { id: string; patient: string; origin: string; target: string; number: string }
const transferring = () => demo.door.query<Found[]>(`select c.id, c.patient_id as patient, c.origin_institution_id as origin, coalesce(s.state -> 'transfer' ->> 'toInstitutionId', '') as target, c.number
  from case_row c join stream s on s.id = c.id where c.column_stage <> 'closed' and jsonb_typeof(s.state -> 'transfer') = 'object' and s.state -> 'transfer' ->> 'status' not in ('takenOver', 'ended') order by c.number`);
const view = async (by: Client, id: string): Promise<CaseViewDto> => (await by.get(`/api/cases/${id}`)).body as CaseViewDto;

describe('a patient with two transfers (H25)', () => {
  it('has the first announced on the case that begins the second: from, to, since, whom to ask; and reading that is on record', async () => {
    const [first, second] = await transferring();
    if (!first || !second) throw new Error('the demo has two transfers under way');
    const manager = await api.as('wu');
    expect((await view(manager, second.id)).otherTransfers).toEqual([]);
    // the same person, entered by another hospital: same identifier of the same kind
    await demo.door.query(`update patient set identifier = 'ID-SYNTHETIC-1', identifier_kind = 'national' where id = any ($1::uuid[])`, [[first.patient, second.patient]]);
    const { otherTransfers } = await view(manager, second.id);
    expect(otherTransfers).toMatchObject([{ caseNumber: first.number, from: { id: first.origin }, to: { id: first.target } }]);
    expect(otherTransfers[0]?.since).toMatch(/^\d{4}-/);
    expect(otherTransfers[0]?.owner?.name).not.toBe('');
    const [read] = await demo.door.query<{ n: number }[]>(`select count(*)::int as n from access_case a join event e on e.stream = a.stream and e.seq = a.seq where a.case_id = $1 and e.data ->> 'what' = 'otherTransfers'`, [first.id]);
    expect(read?.n).toBe(1);
  });

  it('names the hospitals and no case where the other case is closed to the reader, and nothing to who may not see the case asked about', async () => {
    const [first, second] = await transferring();
    if (!first || !second) throw new Error('the demo has two transfers under way');
    await demo.door.query('delete from case_grant where case_id = $1', [first.id]);
    const manager = await api.as('wu');
    const [other] = (await view(manager, second.id)).otherTransfers;
    expect(other).toMatchObject({ caseId: null, caseNumber: null, from: { id: first.origin }, to: { id: first.target } });
    await demo.door.query('delete from case_grant where case_id = $1', [second.id]);
    expect((await manager.get(`/api/cases/${second.id}`)).status).toBe(404);
  });
});
