import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkout } from '../factories/processes.js';
import type { Figures } from './measure.js';

/** The bench as people call it, with small numbers. Counts are asserted, never times: those depend on who else is at work. */
describe('npm run bench -- --quick', () => {
  let figures: Figures;
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'consilium-quick-'));
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NODE_OPTIONS|JEST_)/.test(name)));
    await promisify(execFile)(process.execPath, ['scripts/bench.mjs', '--quick', '--json', join(folder, 'figures.json')], { cwd: checkout, env, maxBuffer: 10_000_000 });
    figures = JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8')) as Figures;
    rmSync(folder, { recursive: true, force: true });
  }, 300_000);

  it('completes every task over HTTP, and counts what a command costs', () => {
    expect(figures.floor).toMatchObject({ one: { times: 40, clients: 1 }, eight: { times: 40, clients: 8 } });
    expect(figures.completing).toMatchObject({ one: { times: 6 }, eight: { times: 6 } });
    expect(figures.command?.statements).toBeLessThanOrEqual(12);
    expect(figures.command?.walBytes.p50).toBeLessThan(40_000);
  });

  it('plays whole cases: fewer signals than commands, each next task there', () => {
    const { cases } = figures;
    expect(cases).toMatchObject({ product: { times: 2 }, bare: { times: 2 }, movesACase: 3, nextTask: { alone: { times: 1 }, amongEight: { times: 2 } } });
    expect(cases?.signalsACase).toBeLessThan((cases?.commandsACase ?? 0) * 0.75);
  });

  it('shows a page of the inbox by two reading statements, at any number of open cases', () => {
    expect(figures.inbox?.map(({ openCases, readingStatements, items }) => [openCases, readingStatements, items])).toEqual([[50, 2, 50], [400, 2, 50]]);
    expect(new Set(figures.inbox?.map(({ allStatements }) => allStatements)).size).toBe(1);
  });

  it('shows a page of the inbox by two reading statements however much somebody has', () => {
    expect(figures.ownInbox?.map(({ ownTasks, readingStatements }) => [ownTasks, readingStatements])).toEqual([[4, 2], [30, 2]]);
  });

  it('shows the case board in the same statements at any number of cases', () => {
    expect(figures.board).toMatchObject({ openCases: 40, page: { times: 2 } });
    expect(figures.board?.forecasts).toBeGreaterThanOrEqual(40);
    expect(figures.board?.statements).toBeLessThanOrEqual(8);
  });

  it('computes working time', () => {
    expect(figures.workingTime?.map(({ what }) => what)).toEqual(['four marks of 16 working hours', '10 working days', 'working time between two instants 60 days apart']);
    expect(figures.workingTime?.every(({ perSecond }) => perSecond > 0)).toBe(true);
  });

  it('shows the numbers of a small year', () => {
    expect(figures.numbers).toMatchObject({ cases: 12, pages: [{ what: 'all', page: { times: 2 } }, { what: 'quarter' }, { what: 'everyFilter' }, { what: 'casesBehind' }] });
    expect(figures.numbers?.facts).toBeGreaterThan(60);
  });

  it('lets one of all claimants have a task, whom the others are told', () => {
    expect(figures.race).toMatchObject({ people: 8, tasks: 3, oneWinner: 3 });
  });

  it('plans every open deadline of a hospital anew, each case once, while pages are read', () => {
    expect(figures.replan).toMatchObject({ cases: 12, deadlines: 24, moved: 13, failed: 0 });
    expect(figures.replan?.inboxMeanwhile.times).toBeGreaterThan(0);
  });

  it('tells every mark of one instant, none lost and none twice', () => {
    expect(figures.marks).toMatchObject({ marks: 12, fired: 12, lost: 0, doubled: 0 });
  });

  it('measures each process beside many idle cases', () => {
    expect(figures.memory).toMatchObject({ idleCases: 60 });
    expect(Object.values(figures.memory?.idle ?? {}).every((megabytes) => megabytes > 0)).toBe(true);
  });
});
