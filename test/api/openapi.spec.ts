import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { checkout } from '../local/installation.js';

interface Described { openapi: string; paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>> }

/** Made by the compiler plugin, so only the build can say it. */
const built = async (): Promise<Described> => JSON.parse((await promisify(execFile)(process.execPath, ['dist/apps/api/main.js', '--openapi'], { cwd: checkout, maxBuffer: 20_000_000 })).stdout) as Described;

describe('openapi.json', () => {
  it('is what the build says; where it is not: node dist/apps/api/main.js --openapi > openapi.json', async () => {
    const committed = JSON.parse(await readFile(`${checkout}/openapi.json`, 'utf8')) as Described;
    expect(committed).toEqual(await built());
  }, 60_000);

  it('is OpenAPI 3.1, and every change tells its refusals', async () => {
    const { openapi, paths } = JSON.parse(await readFile(`${checkout}/openapi.json`, 'utf8')) as Described;
    expect(openapi).toBe('3.1.0');
    const changes = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));
    expect(changes.length).toBeGreaterThan(100);
    for (const { path, method, operation } of changes.filter(({ path, method }) => method === 'put' || (method === 'post' && !/search|csv|verify|setup|read-file|dry-run|simulate|definition\/check/.test(path)))) {
      expect([path, method, Object.keys(operation.responses)]).toEqual([path, method, expect.arrayContaining(['200', '400', '401', '403', '404', '409', '422'])]);
    }
  });
});
