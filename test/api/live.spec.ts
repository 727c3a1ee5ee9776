import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Sequencer } from '#delivery';
import type { TestDatabase } from '../factories/database.js';
import { demoDatabase } from '../factories/demo.js';
import { testApi, type Client, type TestApi } from './api.fixture.js';

let demo: TestDatabase;
let api: TestApi;
let port: number;
beforeAll(async () => {
  demo = await demoDatabase();
  api = await testApi(demo);
  await new Promise<void>((resolve) => { api.server.listen(0, '127.0.0.1', resolve); });
  port = (api.server.address() as AddressInfo).port;
}, 300_000);
afterAll(async () => { await api?.end(); await demo?.end(); });

interface Heard { id: string; event: string; data: { caseId?: string; seq?: number; position?: number } }

/** A browser's EventSource, as far as it is needed. */
class Source {
  readonly heard: Heard[] = [];
  private readonly waiting = new Set<() => void>();
  private response: IncomingMessage | null = null;
  private rest = '';
  private readonly request;

  constructor(who: Client, lastEventId?: string, at = port) {
    this.request = get({ port: at, host: '127.0.0.1', path: '/api/live', headers: { cookie: `consilium=${who.token}`, ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) } }, (response) => {
      this.response = response;
      response.setEncoding('utf8').on('data', (part: string) => this.take(part));
    });
    this.request.on('error', () => undefined);
  }
  /** Resolves when something has been heard for which `is` holds. */
  until(is: (heard: Heard) => boolean): Promise<Heard> {
    return new Promise((resolve) => {
      const look = () => { const found = this.heard.find(is); if (found) { this.waiting.delete(look); resolve(found); } };
      this.waiting.add(look);
      look();
    });
  }
  close(): void {
    this.response?.destroy();
    this.request.destroy();
  }
  private take(part: string): void {
    const blocks = (this.rest + part).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
      this.heard.push({ id: field('id'), event: field('event'), data: JSON.parse(field('data') || '{}') as Heard['data'] });
    }
    for (const look of [...this.waiting]) look();
  }
}

const sequence = () => new Sequencer(demo.door).sequence();
async function someCase(): Promise<string> {
  const [row] = await demo.door.query<{ id: string }[]>(`select c.id from case_row c join institution i on i.id = c.origin_institution_id where i.code = 'astana' and c.status = 'open' and c.column_stage = 'pathologyReview' order by c.id limit 1`);
  return row?.id ?? '';
}
const touch = async (who: Client, caseId: string, urgency: string) => expect((await who.change(`/api/cases/${caseId}/amend`, { urgency })).status).toBe(200);

describe('live screens', () => {
  it('hear that a case is at a new position within two seconds; nobody hears of a case that is not theirs', async () => {
    while (await sequence() > 0);
    const [wu, levi] = [await api.as('wu'), await api.as('levi')];
    const [hears, elsewhere] = [new Source(wu), new Source(levi)];
    await Promise.all([hears.until(({ event }) => event === 'ready'), elsewhere.until(({ event }) => event === 'ready')]);
    const caseId = await someCase();
    await touch(wu, caseId, 'urgent');
    const began = Date.now();
    await sequence();
    const changed = await hears.until(({ event, data }) => event === 'changed' && data.caseId === caseId);
    expect(Date.now() - began).toBeLessThan(2_000);
    expect(Number(changed.id)).toBe(changed.data.position);
    // Dr Levi's own line is alive: a change that concerns everybody comes through, the foreign case never does
    const board = await demo.door.query<{ id: string }[]>('select id from board limit 1');
    await demo.asSuperuser(`insert into event_position (position, stream, seq, case_id) select max(position) + 1, $1, 999, null from event_position`, [board[0]?.id]);
    await elsewhere.until(({ event, data }) => event === 'changed' && data.seq === 999);
    expect(elsewhere.heard.filter(({ data }) => data.caseId === caseId)).toEqual([]);
    hears.close();
    elsewhere.close();
  });

  it('go on where they were: nothing lost, nothing twice', async () => {
    const wu = await api.as('wu');
    const first = new Source(wu);
    const ready = await first.until(({ event }) => event === 'ready');
    first.close();
    const caseId = await someCase();
    await touch(wu, caseId, 'emergency');
    await touch(wu, caseId, 'routine');
    await sequence();
    const second = new Source(wu, ready.id);
    const [row] = await demo.door.query<{ seq: number }[]>('select seq from stream where id = $1', [caseId]);
    await second.until(({ event, data }) => event === 'changed' && data.caseId === caseId && data.seq === row?.seq);
    const positions = second.heard.filter(({ event }) => event === 'changed').map(({ id }) => Number(id));
    expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
    expect(positions[0]).toBeGreaterThan(Number(ready.id));
    second.close();
  });

  it('say nothing more of a case to whoever has lost it: rights are asked again while a stream stays open', async () => {
    while (await sequence() > 0);
    // At every turn here, every 20 s in the product.
    const often = await testApi(demo, { liveCheckMs: 0 });
    await new Promise<void>((resolve) => { often.server.listen(0, '127.0.0.1', resolve); });
    const [wu, aliya] = [await often.as('wu'), await often.as('aliya')];
    const [loses, keeps] = [wu, aliya].map((who) => new Source(who, undefined, (often.server.address() as AddressInfo).port)) as [Source, Source];
    await Promise.all([loses, keeps].map((source) => source.until(({ event }) => event === 'ready')));
    const caseId = await someCase();
    await touch(wu, caseId, 'urgent');
    await sequence();
    const of = ({ event, data }: Heard) => event === 'changed' && data.caseId === caseId;
    const [last] = await Promise.all([loses.until(of), keeps.until(of)]);
    expect((await aliya.change(`/api/cases/${caseId}/consents/sharingAcrossBorders/withdraw`, { note: 'By telephone' })).status).toBe(200);
    await sequence();
    await keeps.until((heard) => of(heard) && (heard.data.seq ?? 0) > (last.data.seq ?? 0));
    const board = await demo.door.query<{ id: string }[]>('select id from board limit 1');
    await demo.asSuperuser(`insert into event_position (position, stream, seq, case_id) select max(position) + 1, $1, 998, null from event_position`, [board[0]?.id]);
    await loses.until(({ data }) => data.seq === 998);
    expect(loses.heard.filter(of)).toEqual([last]);
    loses.close();
    keeps.close();
    await often.end();
  });
});
