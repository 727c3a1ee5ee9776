import { board, hospitals, people } from '../cases/world.fixture.js';
import type { Leave } from '../time/calendar.js';
import { findSlots, slotAt, type Slot, type SlotSearch } from './find-slots.js';
import { invitedTo } from './invited.js';
import type { OtherSitting, SlotWorld } from './obstacles.js';

const invited = invitedTo(board, people);
const world = (leave: Readonly<Record<string, readonly Leave[]>> = {}, sittings: readonly OtherSitting[] = []): SlotWorld => ({
  calendarOf: (id) => hospitals[id as keyof typeof hospitals], leaveOf: (id) => leave[id] ?? [], sittings,
});
const search: SlotSearch = { from: '2026-03-23T00:00:00.000Z', to: '2026-04-03T00:00:00.000Z', minutes: 90, mustAttend: [], of: { conflicts: [], sides: ['astana', 'shanghai'] }, emergency: false };
const at = (startsAt: string, more: Partial<SlotSearch> = {}, of = world()): Slot => slotAt(board.quorum, invited, { startsAt, minutes: 90 }, { ...search, ...more }, of);
const seat = (slot: Slot, personId: string) => slot.seats.find((one) => one.personId === personId);

describe('who can come', () => {
  it('is known when a meeting is made: Thursdays 26 March and 2 April 2026 at 14:00 in Almaty, over Nauryz, summer time and Passover', () => {
    // 26 March: Tel Aviv is at 11:00 (UTC+2). 2 April: at 12:00 (UTC+3), and it is the first day of Passover.
    expect(seat(at('2026-03-26T09:00:00.000Z'), 'levi')).toEqual({ personId: 'levi', obstacle: null, away: false });
    const second = at('2026-04-02T09:00:00.000Z');
    expect(seat(second, 'levi')).toMatchObject({ away: true, obstacle: { kind: 'holiday', date: '2026-04-02', reason: expect.stringContaining('Pesach') as string, status: 'law', source: expect.stringMatching(/./) as string } });
    expect([second.possible, second.missingDisciplines]).toEqual([true, []]);
    expect(seat(at('2026-03-25T09:00:00.000Z'), 'dana')).toMatchObject({ away: true, obstacle: { kind: 'holiday', reason: expect.stringContaining('Nauryz') as string } });
  });
  it('says leave, another meeting and the hour, each by the clock of the person\'s own hospital', () => {
    const leave = { dana: [{ kind: 'dates', from: '2026-03-26', to: '2026-03-27', label: 'leave' }] } as const;
    const other: OtherSitting = { id: 'm2', number: 'M-2', startsAt: '2026-03-26T08:00:00.000Z', minutes: 61, personIds: ['xu'] };
    const slot = at('2026-03-26T09:00:00.000Z', {}, world(leave, [other]));
    expect([seat(slot, 'dana')?.obstacle, seat(slot, 'xu')?.obstacle]).toEqual([{ kind: 'leave' }, { kind: 'otherMeeting', meetingId: 'm2', number: 'M-2', startsAt: other.startsAt }]);
    expect(seat(at('2026-03-26T09:01:00.000Z', {}, world({}, [other])), 'xu')?.obstacle).toEqual({ kind: 'outsideHours', minutes: 61 });
    // 18:00 to 19:30 in Shanghai, whose day ends at 17:30: one comes, and it costs an hour and a half; 02:00 nobody comes
    expect(seat(at('2026-03-26T10:00:00.000Z'), 'chen')).toEqual({ personId: 'chen', obstacle: { kind: 'outsideHours', minutes: 90 }, away: false });
    expect(seat(at('2026-03-26T18:00:00.000Z'), 'chen')).toEqual({ personId: 'chen', obstacle: { kind: 'night' }, away: true });
  });
  it('counts a break within the working day as hard on those who have it: noon in Shanghai, 13:00 in Astana', () => {
    expect(seat(at('2026-03-30T04:00:00.000Z'), 'chen')?.obstacle).toEqual({ kind: 'outsideHours', minutes: 90 });
    expect(seat(at('2026-03-30T07:30:00.000Z'), 'dana')?.obstacle).toEqual({ kind: 'outsideHours', minutes: 60 });
    expect(seat(at('2026-03-30T06:00:00.000Z'), 'chen')?.obstacle).toBeNull();
  });
  it('counts an eve that ends at noon as off after it, and a weekend of one hospital as its own', () => {
    expect(seat(at('2026-04-01T09:00:00.000Z'), 'levi')).toMatchObject({ away: true, obstacle: { kind: 'holiday', date: '2026-04-01' } });
    expect(seat(at('2026-03-27T07:00:00.000Z'), 'levi')).toMatchObject({ away: true, obstacle: { kind: 'dayOff', date: '2026-03-27' } });
    expect(seat(at('2026-03-27T07:00:00.000Z'), 'chen')?.away).toBe(false);
  });
});

describe('finding a time', () => {
  const found = findSlots(board.quorum, invited, search, world(), 5);
  it('puts first a time at which a quorum can come and nobody rises early; in the window, and no two within two hours', () => {
    const [best] = found;
    expect(best).toMatchObject({ possible: true, hardship: 0 });
    expect(found.every(({ startsAt }) => startsAt >= search.from && startsAt <= search.to)).toBe(true);
    const gaps = found.map(({ startsAt }) => Date.parse(startsAt)).sort((a, b) => a - b).map((each, index, all) => each - (all[index - 1] ?? -Infinity));
    expect(gaps.every((gap) => gap >= 2 * 3_600_000)).toBe(true);
  });
  it('leaves out what the quorum needs and cannot have, and says who is missing where nothing is possible', () => {
    const away = Object.fromEntries(['chen', 'gu', 'marat'].map((id) => [id, [{ kind: 'dates', from: '2026-03-20', to: '2026-04-10', label: 'leave' }] as const]));
    const [first] = findSlots(board.quorum, invited, search, world(away), 1);
    expect(first).toMatchObject({ possible: false, missingDisciplines: ['pathology'] });
  });
  it('waits for who must be there, beside the quorum: Dr Levi is off on Fridays and on the first day of Passover', () => {
    const days = findSlots(board.quorum, invited, { ...search, from: '2026-03-27T00:00:00.000Z', to: '2026-04-02T18:00:00.000Z', mustAttend: ['levi'] }, world(), 20).filter(({ possible }) => possible).map(({ startsAt }) => startsAt.slice(0, 10));
    expect([...new Set(days)].sort()).toEqual(['2026-03-30', '2026-03-31', '2026-04-01']);
  });
  it('takes the earliest in an emergency, at night too; never who is on leave', () => {
    const from = '2026-03-26T17:10:00.000Z';
    const [first] = findSlots(board.quorum, invited, { ...search, from, to: '2026-03-27T17:10:00.000Z', emergency: true }, world(), 3);
    expect(first).toMatchObject({ startsAt: '2026-03-26T17:30:00.000Z', possible: true });
    const away = { dana: [{ kind: 'dates', from: '2026-03-26', to: '2026-03-28', label: 'leave' }], serik: [{ kind: 'dates', from: '2026-03-26', to: '2026-03-28', label: 'leave' }], marat: [{ kind: 'dates', from: '2026-03-26', to: '2026-03-28', label: 'leave' }] } as const;
    expect(findSlots(board.quorum, invited, { ...search, from, to: '2026-03-27T17:10:00.000Z', emergency: true }, world(away), 1)[0]).toMatchObject({ possible: false, missingSides: ['astana'] });
  });
  it('tries a month of half hours at most', () => {
    expect(findSlots(board.quorum, invited, { ...search, to: '2028-01-01T00:00:00.000Z' }, world(), 2).every(({ startsAt }) => startsAt < '2026-04-24')).toBe(true);
  });
});
