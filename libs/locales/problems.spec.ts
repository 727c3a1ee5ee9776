import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { has } from './translate.js';

const sources = ['libs', 'apps'].flatMap((folder) => readdirSync(join(process.cwd(), folder), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts')).map((file) => join(process.cwd(), folder, file)));
const codes = [...new Set(sources.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/(?:refuse\(|code: )'([A-Z_]+\.[A-Z_]+)'/g)].map((match) => match[1] ?? '')))]
  // these stand in the delivery log, never in an answer
  .filter((code) => !/^(MAIL|PUSH)\./.test(code)).sort();

describe('words of refusals', () => {
  it('are looked for in the sources', () => expect(codes.length).toBeGreaterThan(100));

  it.each(['en', 'he'])('say what is so, why and what to do, for every code, in %s', (lang) => {
    const lacking = codes.filter((code) => !['title', 'why', 'next'].every((part) => has(lang, `problems.${code}.${part}`)));
    expect(lacking).toEqual([]);
  });
});
