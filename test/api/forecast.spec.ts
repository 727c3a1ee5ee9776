import type { CaseBoardDto, CaseCardDto } from '../../apps/api/cases/card.dto.js';
import type { CaseForecastDto, ForecastDto } from '../../apps/api/forecast/forecast.dto.js';
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

const cards = async (by: Client): Promise<CaseCardDto[]> => ((await by.get('/api/cases/board')).body as CaseBoardDto).columns.flatMap((column) => column.cards);
const forecastOf = async (by: Client, id: string): Promise<ForecastDto | null> => ((await by.get(`/api/cases/${id}/forecast`)).body as CaseForecastDto).forecast;

describe('will it make the meeting?', () => {
  it('a card and the case say the same, and only cases on their way to a meeting are asked', async () => {
    const wu = await api.as('wu');
    const all = await cards(wu);
    const heading = all.filter(({ meeting }) => meeting !== null);
    expect(heading.length).toBeGreaterThan(3);
    for (const card of all) {
      const told = await forecastOf(wu, card.id);
      expect([card.number, told?.verdict, told?.meetingId]).toEqual([card.number, card.meeting?.readiness, card.meeting?.id]);
      if (told !== null) expect(['intake', 'pathologyReview', 'imagingReview', 'discussion']).toContain(card.column);
    }
  });

  it('names the one task in the way and, where it will not be in time, who of the field could take it', async () => {
    const wu = await api.as('wu');
    const late = await Promise.all((await cards(wu)).filter(({ meeting }) => meeting?.readiness === 'notInTime' || meeting?.readiness === 'atRisk').map(async (card) => ({ card, told: await forecastOf(wu, card.id) })));
    expect(late.length).toBeGreaterThan(0);
    for (const { card, told } of late) {
      const step = told?.blocker == null ? undefined : told.steps[told.blocker];
      expect({ taskId: step?.taskId, kind: step?.kind, owner: step?.owner?.id }).toEqual({ taskId: card.meeting?.blocker?.taskId, kind: card.meeting?.blocker?.kind, owner: card.meeting?.blocker?.owner?.id });
      for (const { person } of told?.couldTakeIt ?? []) expect(person.id).not.toBe(step?.owner?.id);
    }
  });

  it('usual times are measured from what was done, and name no case and no person', async () => {
    const rows = await demo.door.query<Record<string, unknown>[]>('select * from task_time order by id');
    expect(rows.length).toBeGreaterThan(30);
    const columns = new Set(rows.flatMap((row) => Object.keys(row)));
    expect([...columns].sort()).toEqual(['board_id', 'closed_at', 'hands_on_ms', 'id', 'institution_id', 'kind', 'urgency', 'worked_ms']);
    const [done] = await demo.door.query<{ n: number }[]>(`select count(*)::int as n from task_row where status = 'completed'`);
    // a line of the checklist that lapsed and was done again counts twice
    expect(rows.length).toBeGreaterThanOrEqual(done?.n ?? Infinity);
  });

  it('is not shown to who may not see the case', async () => {
    const [wu, levi] = [await api.as('wu'), await api.as('levi')];
    const [seen, hers] = [await cards(wu), await cards(levi)];
    const hidden = seen.find(({ id }) => !hers.some((card) => card.id === id));
    expect((await levi.get(`/api/cases/${hidden?.id ?? ''}/forecast`)).status).toBe(404);
  });
});
