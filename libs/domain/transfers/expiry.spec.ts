import { validUntil } from './expiry.js';

const now = '2026-11-25T03:00:00.000Z';
const almaty = 'Asia/Almaty';

describe('until when a paper holds', () => {
  it.each([
    ['a visa to the end of its last day, in the side\'s zone', 'visa', '2027-01-31', '2027-01-31T18:59:59.999Z'],
    ['a passport to six months before its date', 'passport', '2027-08-31', '2027-02-28T18:59:59.999Z'],
    ['a passport used today', 'passport', '2027-05-25', '2026-11-25T18:59:59.999Z'],
    ['a certificate of fitness 14 days', 'fitnessToFly', null, '2026-12-09T18:59:59.999Z'],
    ['a certificate of fitness no longer, whatever it says', 'fitnessToFly', '2027-05-01', '2026-12-09T18:59:59.999Z'],
    ['a certificate of fitness that says less', 'fitnessToFly', '2026-11-28', '2026-11-28T18:59:59.999Z'],
    ['what never lapses', 'payer', '2026-11-28', null],
  ] as const)('%s', (_what, code, on, until) => {
    expect(validUntil(code, on, now, almaty)).toBe(until);
  });
  it.each([
    ['a visa without a date', 'visa', null, 'TRANSFER.EXPIRY_NEEDED'],
    ['what lapsed yesterday', 'visa', '2026-11-24', 'TRANSFER.LAPSED_ALREADY'],
    ['a passport with a day less than six months', 'passport', '2027-05-24', 'TRANSFER.PASSPORT_TOO_SHORT'],
    ['30 February', 'visa', '2027-02-30', 'DATE.NOT_A_DATE'],
  ] as const)('refuses %s', (_what, code, on, refusal) => {
    expect(validUntil(code, on, now, almaty)).toMatchObject({ code: refusal });
  });
  it('knows that the day is another one on the other side', () => {
    expect(validUntil('bed', '2026-11-25', '2026-11-25T16:30:00.000Z', 'Asia/Shanghai')).toMatchObject({ code: 'TRANSFER.LAPSED_ALREADY' });
    expect(validUntil('bed', '2026-11-25', '2026-11-25T16:30:00.000Z', almaty)).toBe('2026-11-25T18:59:59.999Z');
  });
});
