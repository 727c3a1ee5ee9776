import { describe, expect, it } from '@jest/globals';
import { shownName, writtenName } from './person-name.js';

describe('names (case H1)', () => {
  it.each([
    [{ given: 'Айгүл', patronymic: 'Серікқызы' }, 'Айгүл Серікқызы'],
    [{ given: 'Нурбек', family: null }, 'Нурбек'],
    [{ family: 'Асан уулу', given: 'Тимур' }, 'АСАН УУЛУ Тимур'],
    [{ family: '欧阳', given: '若兰' }, '欧阳若兰'],
    [{ family: 'בן־דוד', given: 'ג׳ורג׳' }, 'בן־דוד ג׳ורג׳'],
    [{ family: ' ', given: '' }, ''],
    [null, ''],
  ])('%j is written %s', (parts, text) => expect(writtenName(parts)).toBe(text));

  it('stands beside its transliteration', () =>
    expect(shownName({ original: { family: '欧阳', given: '若兰' }, latin: { family: 'Ouyang', given: 'Ruolan' } }))
      .toEqual({ main: '欧阳若兰', beside: 'OUYANG Ruolan' }));

  it('is not repeated when the transliteration is the same', () =>
    expect(shownName({ original: { given: 'Timur' }, latin: { given: 'Timur' } })).toEqual({ main: 'Timur', beside: '' }));

  it('is empty when not known, for the reader\'s own words', () =>
    expect(shownName({ notKnown: { reason: 'unconscious' } })).toEqual({ main: '', beside: '' }));
});
