import { randomUUID } from 'node:crypto';
import { Door, type StreamTypes } from '#door';
import { Relay, Sequencer } from '#delivery';
import { counterTypes } from '../factories/counter.js';
import { testDatabase, type TestDatabase } from '../factories/database.js';
import { person } from '../factories/people.js';
import { until } from '../factories/until.js';

/* P19: an event with a lower number commits after one with a higher. A reader that goes by position must still see each once. */
interface Gate { readonly reached: Promise<void>; readonly end: (how: 'commit' | 'rollback') => void }
class Gates {
  private readonly waiting = new Map<string, { arrived: () => void; ended: Promise<'commit' | 'rollback'> }>();
  hold(stream: string): Gate {
    let [arrived, end]: [() => void, (how: 'commit' | 'rollback') => void] = [() => undefined, () => undefined];
    const reached = new Promise<void>((resolve) => { arrived = resolve; });
    this.waiting.set(stream, { arrived, ended: new Promise((resolve) => { end = resolve; }) });
    return { reached, end };
  }
  /** Called when everything is written and nothing committed. */
  async pass(stream: string): Promise<void> {
    const gate = this.waiting.get(stream);
    if (gate === undefined) return;
    gate.arrived();
    if (await gate.ended === 'rollback') throw new Error('rolled back by the test');
  }
}

let database: TestDatabase;
let door: Door;
const gates = new Gates();
const counter = counterTypes.institution!;
const types: StreamTypes = { institution: { ...counter, project: (_tx, { streamId }) => gates.pass(streamId) } };
const someone = person();
beforeAll(async () => {
  database = await testDatabase();
  door = new Door({ door: database.door, types });
}, 60_000);
afterAll(async () => { await database?.end(); });

/** What a page that listens has heard: it asks for what is beyond the last position it saw. */
class Listener {
  readonly heard: string[] = [];
  private last = 0;
  async listen(): Promise<readonly string[]> {
    const rows = await database.door.query<{ position: number; stream: string }[]>('select position, stream from event_position where position > $1 order by position', [this.last]);
    this.last = rows.at(-1)?.position ?? this.last;
    this.heard.push(...rows.map(({ stream }) => stream));
    return this.heard;
  }
}
const begin = (streamId: string) => door.put({ type: 'begin', commandId: randomUUID(), streamId, data: {} }, someone);
const sequencer = (): Sequencer => new Sequencer(database.door);

describe('P19: the lower number that commits later', () => {
  it('reaches who listens once, right after its commit, and holds up nobody', async () => {
    const listener = new Listener();
    const [slow, quick] = [randomUUID(), randomUUID()];
    const gate = gates.hold(slow);
    const first = begin(slow);
    await gate.reached;
    await begin(quick);
    await sequencer().sequence();
    expect(await listener.listen()).toEqual([quick]);
    gate.end('commit');
    await first;
    await sequencer().sequence();
    expect(await listener.listen()).toEqual([quick, slow]);
  });

  it('leaves no gap and no wait where it is rolled back', async () => {
    const listener = new Listener();
    await listener.listen();
    const before = listener.heard.length;
    const [lost, quick] = [randomUUID(), randomUUID()];
    const gate = gates.hold(lost);
    const first = begin(lost);
    await gate.reached;
    await begin(quick);
    await sequencer().sequence();
    gate.end('rollback');
    await expect(first).rejects.toThrow('rolled back by the test');
    await sequencer().sequence();
    expect((await listener.listen()).slice(before)).toEqual([quick]);
    const positions = await database.door.query<{ position: number }[]>('select position from event_position order by position');
    expect(positions.map(({ position }) => position)).toEqual(positions.map((_row, index) => index + 1));
  });

  it('five that end in reverse order are each heard once, while two sequencers compete', async () => {
    const listener = new Listener();
    await listener.listen();
    const before = listener.heard.length;
    const streams = Array.from({ length: 5 }, () => randomUUID());
    const held = [];
    for (const stream of streams) {
      const gate = gates.hold(stream);
      held.push({ stream, gate, put: begin(stream) });
      await gate.reached;
    }
    for (const { gate, put } of held.toReversed()) {
      gate.end('commit');
      await put;
      await Promise.all([sequencer().sequence(), sequencer().sequence()]);
      await listener.listen();
    }
    await until('the last is sequenced', async () => { await sequencer().sequence(); return (await listener.listen()).length === before + 5; }, 10);
    expect(listener.heard.slice(before)).toEqual(streams.toReversed());
  });

  it('is told to its process by the relay once it is there, whatever was told before', async () => {
    const told: string[] = [];
    const relay = new Relay(database.door, { tell: async (stream) => { told.push(stream); await database.door.query('update delivery set sent_seq = seq where stream = $1', [stream]); return 'told'; } });
    const [slow, quick] = [randomUUID(), randomUUID()];
    const gate = gates.hold(slow);
    const first = begin(slow);
    await gate.reached;
    await begin(quick);
    await until('the quick one is told', async () => { await relay.sweep(); return told.includes(quick); }, 20);
    expect(told).not.toContain(slow);
    gate.end('commit');
    await first;
    await until('the slow one is told', async () => { await relay.sweep(); return told.includes(slow); }, 20);
    expect(told.filter((stream) => stream === slow || stream === quick)).toEqual([quick, slow]);
  });
});
