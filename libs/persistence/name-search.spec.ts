import { searchQuery, searchTextOf, searchWords } from './name-search.js';

const same = (a: string, b: string): void => expect(searchWords(a)).toEqual(searchWords(b));

describe('words of a name', () => {
  it.each([
    ['Фёдоров', 'Федоров'], ['Әлия', 'Aliya'], ['Омаров', 'Omarov'], ['Жанна', 'Zhanna'], ['Юлия', 'Yuliya'], ['Й', 'И\u0306'], ['ÖZ', 'oz'],
  ])('%s is found by %s', same);

  it('a Latin letter within a Cyrillic word is its look-alike', () => same('Oмаpов', 'Омаров'));
  it('keeps scripts that have no rule', () => expect(searchWords('欧阳 伟')).toEqual(['欧阳', '伟']));
  it('leaves Hebrew points out', () => same('לֵוִי', 'לוי'));
  it('no word, no query', () => expect(searchQuery(' - ')).toBeNull());
  it('by prefix, all words needed', () => expect(searchQuery('Oma Ser')).toBe('oma:* & ser:*'));
  it('holds every script and the number', () => {
    const names = [{ script: 'Cyrl', family: 'Ким', given: 'Әлия', patronymic: null, notKnownBecause: null }, { script: 'Latn', family: 'Kim', given: null, patronymic: null, notKnownBecause: 'x' }];
    expect(searchTextOf(names, '040405600012')).toBe('kim alia 040405600012');
  });
});
