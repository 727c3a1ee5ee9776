import { checkout, config, copyWith, cruise } from './cruise.js';
import { planted } from './planted.js';

describe('who may import whom', () => {
  it('is kept by the whole tree', async () => {
    const { cruised, violations } = await cruise(checkout, ['apps', 'libs', 'workflows']);
    expect(cruised).toBeGreaterThan(400);
    expect(violations).toEqual([]);
  }, 240_000);

  it('has a planted violation for every rule, and a reason with every rule', () => {
    expect([...new Set(planted.map(({ rule }) => rule))].sort()).toEqual(config.forbidden.map(({ name }) => name).sort());
    expect(config.forbidden.filter(({ comment }) => comment.length < 10)).toEqual([]);
  });

  it('catches each planted violation, also once a build stands beside the source', async () => {
    const copy = copyWith(planted);
    try {
      const { violations } = await cruise(copy.root, planted.map(({ file }) => file), 'cruise.cjs');
      const missed = planted.filter(({ rule, file }) => !violations.some((violation) => violation.rule === rule && violation.from === file));
      expect(missed.map(({ rule, file, text }) => `${rule}: ${file}: ${text.split('\n')[0] ?? ''}`)).toEqual([]);
    } finally {
      copy.end();
    }
  }, 240_000);
});
