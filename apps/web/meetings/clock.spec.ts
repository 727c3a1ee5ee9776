import type { AgendaItemDto, MeetingViewDto } from '../generated/types.gen.js';
import { clockOf, heardFor, nextToHear } from './clock.js';

const at = '2026-11-12T07:00:00.000Z';
const item = (id: string, outcomeAt: string | null, spentMs = 0) => ({ case: { id }, outcome: outcomeAt === null ? null : { id: 'o', kind: 'recommendation', at: outcomeAt }, spentMs }) as unknown as AgendaItemDto;
const view = (agenda: AgendaItemDto[], caseId: string | null) => ({ agenda, current: caseId === null ? null : { caseId, since: at } }) as unknown as MeetingViewDto;

describe('the clock of a case', () => {
  it('is read as minutes and seconds', () => {
    expect([0, 247_900, 3_847_000].map(clockOf)).toEqual(['0:00', '4:07', '1:04:07']);
  });
  it('runs on from earlier turns, and stands still when the case is decided', () => {
    const now = Date.parse(at) + 60_000;
    expect(heardFor(view([], 'a'), item('a', null, 5000), now)).toBe(65_000);
    expect(heardFor(view([], 'a'), item('a', '2026-11-12T07:00:20.000Z', 5000), now)).toBe(25_000);
    expect(heardFor(view([], 'b'), item('a', null, 5000), now)).toBe(5000);
  });
});

describe('the next case', () => {
  it('is the first undecided one after the one that is heard, then one that was passed over', () => {
    const agenda = [item('a', null), item('b', at), item('c', null), item('d', null)];
    expect(nextToHear(view(agenda, 'c'))?.case.id).toBe('d');
    expect(nextToHear(view(agenda, 'd'))?.case.id).toBe('a');
    expect(nextToHear(view([item('a', null)], 'a'))).toBeUndefined();
  });
});
