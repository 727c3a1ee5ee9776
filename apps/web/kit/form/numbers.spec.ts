import { describe, expect, it } from '@jest/globals';
import { readNumber, sayNumber } from './numbers.js';

const value = (n: number) => ({ kind: 'value', value: n });

describe('what people type (case H22)', () => {
  it.each([
    ['1,5', 'ru', value(1.5)],
    ['1.5', 'en', value(1.5)],
    ['1.5', 'ru', value(1.5)],
    ['1\u00A0500', 'ru', value(1500)],
    ['１７', 'en', value(17)],
    ['17 см', 'ru', value(170)],
    ['17 mm', 'en', value(17)],
    ['-3', 'en', value(-3)],
    ['1,234.5', 'en', value(1234.5)],
    ['0.125', 'en', value(0.125)],
    ['1,234', 'en', { kind: 'ask', readings: [1.234, 1234] }],
    ['1.234', 'he', { kind: 'ask', readings: [1.234, 1234] }],
    ['1,234', 'ru', { kind: 'ask', readings: [1.234, 1234] }],
    ['1,5', 'en', { kind: 'ask', readings: [1.5, 15] }],
    ['17 kg', 'en', { kind: 'notNumber' }],
    ['big', 'en', { kind: 'notNumber' }],
    ['1.2.3', 'en', { kind: 'notNumber' }],
    ['  ', 'en', { kind: 'empty' }],
  ])('%j in %s', (typed, lang, reading) => expect(readNumber(typed, lang, 'mm')).toEqual(reading));

  it('is shown back with its unit', () => {
    const word = (unit: string) => unit;
    expect(sayNumber(15, 'en', 'mm', word)).toBe('15 mm (1.5 cm)');
    expect(sayNumber(4, 'en', 'mm', word)).toBe('4 mm');
    expect(sayNumber(1.5, 'ru', 'mm', word)).toBe('1,5 mm');
    expect(sayNumber(90, 'en', 'percent', word)).toBe('90%');
  });
});
