import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkout } from './cruise.js';

const folders = ['apps', 'deploy', 'docs', 'examples', 'libs', 'scripts', 'test', 'workflows'];

/** Groups of names that are one name on a disk that ignores case (macOS, Windows). */
function colliding(paths: readonly string[]): readonly (readonly string[])[] {
  const bySpelling = new Map<string, Set<string>>();
  for (const path of paths) bySpelling.set(path.toLowerCase(), (bySpelling.get(path.toLowerCase()) ?? new Set()).add(path));
  return [...bySpelling.values()].filter((same) => same.size > 1).map((same) => [...same]);
}

/** What an import of the file says: two modules whose imports differ in case only are one module there. */
const asImported = (path: string): string => path.replace(/\.tsx?$/, '.js');

describe('names of files and folders', () => {
  it('differ by more than case, so that a checkout is whole on every disk and an import means one file', () => {
    const all = folders.flatMap((folder) => readdirSync(join(checkout, folder), { recursive: true, withFileTypes: true }).map((entry) => relative(checkout, join(entry.parentPath, entry.name))));
    expect(all.length).toBeGreaterThan(1000);
    expect(colliding(all.map(asImported))).toEqual([]);
  });

  it('would be caught: Filters.tsx beside filters.ts, Cases beside cases', () => {
    expect(colliding(['web/Filters.tsx', 'web/filters.ts', 'web/Rail.tsx'].map(asImported))).toEqual([['web/Filters.js', 'web/filters.js']]);
    expect(colliding(['web/Cases', 'web/cases', 'web/inbox'])).toEqual([['web/Cases', 'web/cases']]);
  });
});
