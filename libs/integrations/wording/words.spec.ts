import { dateText } from './moments.js';
import { fill } from './words.js';

describe('a sentence that is filled', () => {
  it('ends with one full stop, also where its last value has one of its own', () => {
    const [ru, en] = [dateText('2026-11-25', 'ru'), dateText('2026-11-25', 'en')];
    expect(fill('Ожидается до {{date}}.', { date: ru })).toBe('Ожидается до 25 ноября 2026 г.');
    expect(fill('Отозвано {{date}}: {{reason}}.', { date: ru, reason: 'не тот пациент' })).toBe('Отозвано 25 ноября 2026 г.: не тот пациент.');
    expect(fill('Awaited until {{date}}.', { date: en })).toBe('Awaited until 25-Nov-2026.');
  });
});
