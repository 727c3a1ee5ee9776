import { canonicalText, GENESIS, letterVerdict } from './index.js';

const at = (minute: number): string => `2026-11-25T02:${String(minute).padStart(2, '0')}:00.000Z`;
const event = (seq: number, type: string, data: unknown, stream = 'case'): string => canonicalText({ prev: GENESIS, stream, seq, type, version: 1, at: at(seq), actor: 'p', onBehalf: null, institution: null, purpose: null, commandId: null, data });
const letter = (seq: number, sha256: string, signed = true, stream = 'case') => event(seq, 'LetterMade', { outcomeId: 'o1', language: 'kk', plain: true, letter: { fileId: 'f', sha256, signed } }, stream);
const a = 'a'.repeat(64);
const verdict = (...texts: readonly string[]) => letterVerdict(texts, a);

describe('a letter by its hash', () => {
  it.each([
    ['signed', 'signed', [letter(1, a)], null],
    ['a draft', 'draft', [letter(1, a, false), event(2, 'LetterRecalled', { outcomeId: 'o1', reason: 'wording' })], null],
    ['superseded by a later decision', 'superseded', [letter(1, a), event(2, 'OutcomeRecorded', { outcome: {} })], at(2)],
    ['called back', 'recalled', [letter(1, a), event(2, 'LetterRecalled', { outcomeId: 'o1', reason: 'wording' }), event(3, 'OutcomeRecorded', {})], at(2)],
    ['called back after a later decision', 'recalled', [letter(1, a), event(2, 'OutcomeRecorded', {}), event(3, 'LetterRecalled', { outcomeId: 'o1', reason: 'wording' })], at(3)],
    ['of another case than the one that went on', 'signed', [letter(1, a), event(2, 'OutcomeRecorded', {}, 'other')], null],
    ['of another decision than the one called back', 'signed', [letter(1, a), event(2, 'LetterRecalled', { outcomeId: 'o2', reason: 'wording' })], null],
  ])('%s', async (_, expected, texts, endedAt) => {
    expect(await verdict(...texts)).toMatchObject({ verdict: expected, language: 'kk', plain: true, madeAt: at(1), endedAt, reason: expected === 'recalled' ? 'wording' : null });
  });

  it('is known by its marked copy too, which says what is said of the original', async () => {
    const copy = event(3, 'LetterMarked', { outcomeId: 'o1', of: 'c'.repeat(64), copy: { fileId: 'g', sha256: a, replacedAt: null } });
    const recalled = [letter(1, 'c'.repeat(64)), event(2, 'LetterRecalled', { outcomeId: 'o1', reason: 'wording' })];
    expect(await verdict(...recalled, copy, event(4, 'OutcomeRecorded', {}))).toMatchObject({ verdict: 'recalled', markedCopy: true, endedAt: at(2), reason: 'wording' });
    expect(await verdict(...recalled)).toEqual({ verdict: 'unknown' });
    expect(await verdict(copy)).toEqual({ verdict: 'unknown' });
  });

  it('that nobody made is unknown', async () => {
    expect(await verdict(letter(1, 'b'.repeat(64)), 'no event')).toEqual({ verdict: 'unknown' });
  });
});
