import { SHIPPED_CALENDARS } from '../calendars/shipped-calendars.js';
import type { Calendar } from '../time/calendar.js';
import { mailPlanOf, nextDigest, quietUntil, type MailReceiver } from './mail-time.js';
import { supersededMarks } from './superseded.js';

const calendar = (id: string): Calendar => {
  const found = SHIPPED_CALENDARS.find((each) => each.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const of = (id: string, zone: string, more: Partial<MailReceiver> = {}): MailReceiver => ({ settings: undefined, zone, calendar: calendar(id), leave: [], lastDigest: null, ...more });
const shanghai = of('shanghai', 'Asia/Shanghai');
const almaty = of('almaty', 'Asia/Almaty');
const telAviv = of('tel-aviv', 'Asia/Jerusalem');
const digestAt = (clock: string): Partial<MailReceiver> => ({ settings: { topics: {}, quietHours: null, digestAt: clock, version: 1 } });

describe('the daily digest', () => {
  it('comes at eight by the clock of its reader (P36 a)', () => {
    const evening = '2026-11-24T16:00:00.000Z';
    expect([shanghai, almaty, telAviv].map((reader) => nextDigest(reader, evening))).toEqual(['2026-11-25T00:00:00.000Z', '2026-11-25T03:00:00.000Z', '2026-11-25T06:00:00.000Z']);
  });

  it('comes on working days of the reader\'s calendar only (P36 b)', () => {
    const friday = '2026-11-26T23:00:00.000Z';
    expect([shanghai, almaty, telAviv].map((reader) => nextDigest(reader, friday))).toEqual(['2026-11-27T00:00:00.000Z', '2026-11-27T03:00:00.000Z', '2026-11-29T06:00:00.000Z']);
    expect(nextDigest(of('almaty', 'Asia/Almaty', { leave: [{ kind: 'dates', from: '2026-11-27', to: '2026-12-01', label: 'leave' }] }), friday)).toBe('2026-12-02T03:00:00.000Z');
  });

  it('comes once where the clock skips its hour, and once where the hour is there twice (P36 c)', () => {
    const daily = { calendar: null };
    expect(nextDigest(of('tel-aviv', 'Asia/Jerusalem', { ...daily, ...digestAt('02:30') }), '2026-03-26T20:00:00.000Z')).toBe('2026-03-27T00:30:00.000Z');
    const twice = of('tel-aviv', 'Asia/Jerusalem', { ...daily, ...digestAt('01:30') });
    expect(nextDigest(twice, '2026-10-24T20:00:00.000Z')).toBe('2026-10-24T22:30:00.000Z');
    expect(nextDigest(twice, '2026-10-24T22:30:00.000Z')).toBe('2026-10-25T23:30:00.000Z');
  });

  it('does not come twice on a date, also not after a move to another zone (P36 d)', () => {
    expect(nextDigest({ ...telAviv, lastDigest: '2026-11-25' }, '2026-11-25T01:00:00.000Z')).toBe('2026-11-26T06:00:00.000Z');
  });

  it('comes in the end to somebody whose leave has no end', () => {
    expect(nextDigest(of('almaty', 'Asia/Almaty', { leave: [{ kind: 'dates', from: '2026-11-01', to: '9999-12-31', label: 'leave' }] }), '2026-11-26T23:00:00.000Z')).toBe('2026-11-27T03:00:00.000Z');
  });
});

describe('quiet hours', () => {
  const night = { from: '21:00', to: '07:00' };
  it.each([
    ['2026-11-25T15:59:00.000Z', null], ['2026-11-25T16:00:00.000Z', '2026-11-26T02:00:00.000Z'], ['2026-11-26T01:59:00.000Z', '2026-11-26T02:00:00.000Z'], ['2026-11-26T02:00:00.000Z', null],
  ])('over midnight, by the reader\'s clock: %s until %s', (now, until) => expect(quietUntil(night, 'Asia/Almaty', now)).toBe(until));
  it('at noon', () => expect(quietUntil({ from: '12:00', to: '14:00' }, 'Asia/Almaty', '2026-11-26T08:00:00.000Z')).toBe('2026-11-26T09:00:00.000Z'));
});

describe('when a message is mailed', () => {
  const quiet: MailReceiver = { ...almaty, settings: { topics: { reminder: { product: true, mail: 'never' }, offer: { product: true, mail: 'digest' } }, quietHours: { from: '21:00', to: '07:00' }, digestAt: '08:00', version: 1 } };
  const midnight = '2026-11-25T19:00:00.000Z';
  it.each([
    ['escalation', false, { when: 'now' }], ['reminder', false, { when: 'never' }], ['reminder', true, { when: 'never' }], ['ownTask', false, { when: 'later', at: '2026-11-26T02:00:00.000Z', because: 'quietHours' }],
    ['ownTask', true, { when: 'now' }], ['offer', false, { when: 'later', at: '2026-11-26T03:00:00.000Z', because: 'digest' }], ['offer', true, { when: 'now' }],
  ] as const)('%s, emergency %s', (topic, emergency, plan) => expect(mailPlanOf(topic, emergency, quiet, midnight)).toEqual(plan));
});

describe('marks that waited', () => {
  const mark = (id: string, taskId: string, markKind: 'remind' | 'escalate' | 'news', createdAt: string) => ({ id, taskId, markKind, createdAt });
  it('are overtaken by a later one of the same task, whatever their order; news and other tasks stay', () => {
    const waiting = [mark('c', 't1', 'escalate', '3'), mark('a', 't1', 'remind', '1'), mark('b', 't1', 'remind', '2'), mark('d', 't2', 'remind', '1'), mark('e', 't1', 'news', '0')];
    expect(supersededMarks(waiting).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(supersededMarks([mark('a', 't', 'remind', '1'), mark('b', 't', 'escalate', '1')]).map(({ id }) => id)).toEqual(['a']);
  });
});
