import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusalStatuses } from './codes.js';

const sourcesIn = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
  const path = join(folder, entry.name);
  if (entry.isDirectory()) return sourcesIn(path);
  return /\.ts$/.test(entry.name) && !/\.spec\.ts$/.test(entry.name) ? [path] : [];
});

it('has a status for every code that the domain, the door and what is read over HTTP refuse with, and no other', () => {
  const used = new Set([...sourcesIn('libs/domain'), ...sourcesIn('libs/door'), ...sourcesIn('apps/api')].flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/refuse\(\s*'([A-Z_]+\.[A-Z_]+)'/g)].map((match) => match[1])));
  expect(used.size).toBeGreaterThan(100);
  expect([...used].filter((code) => !Object.hasOwn(refusalStatuses, code ?? ''))).toEqual([]);
  expect(Object.keys(refusalStatuses).filter((code) => !used.has(code))).toEqual([]);
});
