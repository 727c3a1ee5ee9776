import { describe, expect, it } from '@jest/globals';
import { linesOf } from './lines.js';

async function* pieces(text: string, size: number) {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

describe('the lines of an export', () => {
  it.each([1, 2, 3, 5, 7, 100])('are whole when it comes in pieces of %i bytes', async (size) => {
    const found: string[] = [];
    for await (const line of linesOf(pieces('{"a":"Әлия"}\n{"b":"נועה 𬎆"}\nlast', size))) found.push(line);
    expect(found).toEqual(['{"a":"Әлия"}', '{"b":"נועה 𬎆"}', 'last']);
  });
});
