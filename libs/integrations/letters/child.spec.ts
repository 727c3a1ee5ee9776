import { jest } from '@jest/globals';
import { renderInChild } from './letter-renderer.js';
import { storyLetter } from './story.fixture.js';

// each letter starts a process: slow on a busy machine
jest.setTimeout(90_000);

/** Time is short only for who never ends: a busy machine may take long to fill its memory. */
const poison = (program: string, why = ''): ReturnType<typeof renderInChild> => renderInChild(storyLetter(), { timeoutMs: why === 'timeout' ? 1_500 : 60_000, memoryMb: 256 }, program);

describe('a letter that kills its renderer (P18)', () => {
  it.each([
    ['aborts', 'process.abort()', 'crashed'],
    ['exits before it reads its job', 'process.exit(0)', 'crashed'],
    ['never returns', 'for (;;);', 'timeout'],
    ['waits for ever', 'setInterval(() => {}, 1000)', 'timeout'],
    ['fills the heap', 'const all = []; for (;;) all.push(new Array(100000).fill(0.5))', 'crashed'],
    ['fills memory outside the heap', 'const all = []; setInterval(() => all.push(Buffer.alloc(64e6, 1)), 1)', 'memory'],
  ])('%s', async (_, program, why) => {
    expect(await poison(program, why)).toEqual({
      ok: false,
      refusal: { refused: true, code: 'LETTER.RENDERING_FAILED', facts: { why: expect.stringMatching(why === 'crashed' ? /crashed|memory/ : why) as string } },
    });
  });

  it('leaves the others alone', async () => {
    const [bad, good] = await Promise.all([poison('process.abort()'), renderInChild(storyLetter())]);
    expect(bad.ok).toBe(false);
    expect(good.ok).toBe(true);
  });
});
