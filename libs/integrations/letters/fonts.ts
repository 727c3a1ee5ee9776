/** The fonts of a letter: from packages, under names of our own, never from the machine. */
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { covers, readCoverage, renamed, type Coverage } from './sfnt.js';

interface FontSource {
  readonly family: string;
  readonly package: string;
  /** File by style; the first decides which characters the family has. */
  readonly files: readonly (readonly [style: string, file: string])[];
}

/** In the order in which a character looks for its font. */
const SOURCES: readonly FontSource[] = [
  { family: 'Letter Latin', package: '@embedpdf/fonts-latin', files: [['Regular', 'NotoSans-Regular.ttf'], ['SemiBold', 'NotoSans-SemiBold.ttf'], ['Bold', 'NotoSans-Bold.ttf']] },
  { family: 'Letter Hebrew', package: '@embedpdf/fonts-hebrew', files: [['Regular', 'NotoSansHebrew-Regular.ttf'], ['Bold', 'NotoSansHebrew-Bold.ttf']] },
  { family: 'Letter Chinese', package: '@embedpdf/fonts-sc', files: [['Regular', 'NotoSansHans-Regular.otf'], ['Bold', 'NotoSansHans-Bold.otf']] },
  { family: 'Letter Korean', package: '@embedpdf/fonts-kr', files: [['Regular', 'NotoSansKR-Regular.otf'], ['Bold', 'NotoSansKR-Bold.otf']] },
];

export interface Family {
  readonly name: string;
  readonly coverage: Coverage;
  readonly fonts: readonly Buffer[];
}

/** Directions, joiners and spaces of no width: they shape a line and are never drawn. */
const UNDRAWN = /[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\n]/;

let loading: Promise<readonly Family[]> | undefined;

/** All families, read once a process. */
export function letterFamilies(): Promise<readonly Family[]> {
  return (loading ??= Promise.all(SOURCES.map(load)));
}

async function load(source: FontSource): Promise<Family> {
  const folder = join(createRequire(import.meta.url).resolve(source.package), '..', '..', 'fonts');
  const files = await Promise.all(source.files.map(async ([style, file]) => ({ style, bytes: await readFile(join(folder, file)) })));
  const first = files[0];
  if (first === undefined) throw new Error(`${source.family} names no file`);
  return { name: source.family, coverage: readCoverage(first.bytes), fonts: files.map(({ style, bytes }) => renamed(bytes, source.family, style)) };
}

/** The families that this text needs, or the first character that none of them has. The first family always comes. */
export function familiesFor(text: string, families: readonly Family[]): readonly Family[] | { readonly missing: string } {
  const used = new Set(families.slice(0, 1));
  for (const char of new Set(text)) {
    if (UNDRAWN.test(char)) continue;
    const family = families.find(({ coverage }) => covers(coverage, char.codePointAt(0) ?? 0));
    if (family === undefined) return { missing: char };
    used.add(family);
  }
  return families.filter((family) => used.has(family));
}
