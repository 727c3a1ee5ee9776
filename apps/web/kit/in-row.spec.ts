import { describe, expect, it } from '@jest/globals';
import { languages } from '#locales';
import { inRow } from './in-row.js';

describe('names in a row', () => {
  it.each(languages.map(({ code }) => code))('are set apart in %s', (lang) => {
    const [one, two, three] = ['缺病理资料', 'missing imaging', 'Сканы'];
    expect(inRow([one, two, three], lang).split(/[,、]\s?/)).toEqual([one, two, three]);
  });
});
