import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusalStatuses } from './codes.js';

const sourcesIn = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
  const path = join(folder, entry.name);
  if (entry.isDirectory()) return sourcesIn(path);
  return /\.ts$/.test(entry.name) && !/\.spec\.ts$/.test(entry.name) ? [path] : [];
});
const codesIn = (...folders: readonly string[]): ReadonlySet<string | undefined> =>
  new Set(folders.flatMap(sourcesIn).flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/refuse\(\s*'([A-Z_]+\.[A-Z_]+)'/g)].map((match) => match[1])));

it('has a status for every code that the domain and the door refuse with, and no other but what a reading over HTTP refuses with', () => {
  const used = codesIn('libs/domain', 'libs/door');
  expect(used.size).toBeGreaterThan(100);
  expect([...used].filter((code) => !Object.hasOwn(refusalStatuses, code ?? ''))).toEqual([]);
  const read = codesIn('apps/api');
  expect(Object.keys(refusalStatuses).filter((code) => !used.has(code) && !read.has(code))).toEqual([]);
});
