import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';
import { freePort } from '../factories/free-port.js';
import { checkout, newHome, npmStart, removeHome, type Running } from '../local/installation.js';

/*
 * What the documents tell people to type is typed here, against a running demo. A command that nobody wrote down below how it is
 * checked fails.
 */
jest.setTimeout(10 * 60_000);
const run = promisify(execFile);

const files = ['README.md', 'CHANGELOG.md', ...readdirSync(join(checkout, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => join('docs', name))];
const read = (file: string): string => readFileSync(join(checkout, file), 'utf8');
const blocks = files.flatMap((file) => [...read(file).matchAll(/```sh\n([\s\S]*?)```/g)].flatMap((found) => (found[1] ?? '').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => ({ file, line }))));
const inline = files.flatMap((file) => [...read(file).matchAll(/`((?:npm|npx|node) [^`]+)`/g)].map((found) => ({ file, line: (found[1] ?? '').replaceAll('\n', ' ') })));

/** Checked elsewhere, because running them here would run the tests inside the tests, or measure a busy machine. */
const elsewhere: Readonly<Record<string, string>> = {
  'npm start': 'this spec stands on it', 'npm start -- --empty': 'test/local/start.spec.ts', 'npm test': 'it runs this spec', 'npx consilium migrate': 'npm start runs it, as the owner whose address only it knows',
  'npm run bench': 'test/bench/quick.spec.ts', 'npm run bench -- --quick': 'test/bench/quick.spec.ts', 'npm run imports': 'test/architecture/imports.spec.ts',
  'npm run bench -- --json FILE': 'test/bench/quick.spec.ts', 'npx consilium audit verify --known <export>': 'test/integration',
};

describe('the documents', () => {
  const home = newHome();
  let running: Running;
  let env: Record<string, string>;
  beforeAll(async () => {
    env = { CONSILIUM_PORT: String(await freePort()) };
    running = npmStart(home, env);
    await running.says(/Ctrl-C stops everything/);
  });
  afterAll(async () => {
    await running?.stop();
    removeHome(home);
    rmSync('/tmp/consilium-audit.ndjson', { force: true });
  });

  const typed = [...new Map([...blocks, ...inline].filter(({ line }) => !Object.hasOwn(elsewhere, line)).map((one) => [one.line, one])).values()];

  it.each(typed)('$file: $line', async ({ line }) => {
    const [program = '', ...args] = line.split(' ');
    const { stdout, stderr } = await run(program, args, { cwd: checkout, env: { ...process.env, NODE_OPTIONS: '', CONSILIUM_HOME: home, CONSILIUM_PUBLIC_URL: `http://localhost:${env['CONSILIUM_PORT']}` }, maxBuffer: 50_000_000 });
    // It ended with 0 (else `run` throws) and said something.
    expect(stdout + stderr).not.toBe('');
  });

  it('find the whole record whole after all that', async () => {
    const { stdout } = await run('npx', ['consilium', 'audit', 'verify'], { cwd: checkout, env: { ...process.env, NODE_OPTIONS: '', CONSILIUM_HOME: home } });
    expect(stdout).toMatch(/^Whole: \d+ events in \d+ chains/);
  });
});

describe('links of the documents', () => {
  const links = files.flatMap((file) => [...read(file).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map((found) => ({ file, target: found[1] ?? '' })));
  it.each(links)('$file: $target', ({ file, target }) => {
    expect(existsSync(join(checkout, dirname(file), target))).toBe(true);
  });
});

describe('paths that the hazard log names as proof', () => {
  const paths = [...read('docs/safety/hazard-log.md').matchAll(/`((?:libs|apps|test)\/[^`]+)`/g)].map((found) => found[1] ?? '');
  it.each(paths)('%s holds specs', (path) => {
    const whole = join(checkout, path.replace('*.spec.ts', ''));
    expect(existsSync(whole)).toBe(true);
    const specs = path.endsWith('.spec.ts') && !path.includes('*') ? [path] : readdirSync(whole, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.spec.ts'));
    expect(specs.length).toBeGreaterThan(0);
  });
});
