import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from '@temporalio/worker';
import { checkout } from '../factories/processes.js';
import { workflowBundle } from '../factories/temporal.js';

interface Event { activityTaskScheduledEventAttributes?: { activityType: { name: string } }; timerStartedEventAttributes?: object }
interface History { events: Event[] }

const folder = join(checkout, 'test/replay/histories');
const histories = readdirSync(folder).filter((file) => file.endsWith('.json'));
const read = (file: string): History => JSON.parse(readFileSync(join(folder, file), 'utf8')) as History;

async function faultOf(name: string, history: History): Promise<string | null> {
  for await (const { error } of Worker.runReplayHistories({ workflowBundle: await workflowBundle() }, [{ workflowId: name, history }])) return error?.name ?? null;
  throw new Error('nothing was replayed');
}

describe('what ran under earlier releases', () => {
  beforeAll(async () => { await workflowBundle(); }, 120_000);

  it('is recorded for a case, a meeting and a board, with moves, deadlines and signals in it', () => {
    for (const kind of ['case-open', 'case-withdrawn', 'meeting', 'board']) expect(histories.some((file) => file.endsWith(`-${kind}.json`))).toBe(true);
    const text = histories.filter((file) => file.includes('case')).map((file) => readFileSync(join(folder, file), 'utf8')).join('');
    for (const part of ['startReviews', 'listOnNextMeeting', 'EVENT_TYPE_TIMER_FIRED', 'EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED', '"runDue"']) expect(text.includes(part) || text.includes(Buffer.from(`"${part}"`).toString('base64'))).toBe(true);
  });

  it.each(histories)('replays: %s', async (file) => {
    expect(await faultOf(file, read(file))).toBeNull();
  }, 60_000);

  it('would not replay if the story did something else: the check itself can fail', async () => {
    const file = histories.find((name) => name.endsWith('-case-open.json')) ?? '';
    const history = read(file);
    const other = history.events.find((event) => event.activityTaskScheduledEventAttributes !== undefined);
    if (other?.activityTaskScheduledEventAttributes === undefined) throw new Error('no activity in the history');
    other.activityTaskScheduledEventAttributes.activityType.name = 'somethingElse';
    expect(await faultOf(file, history)).toBe('DeterminismViolationError');
  }, 60_000);
});
