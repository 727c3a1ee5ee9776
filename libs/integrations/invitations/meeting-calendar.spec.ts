import { meetingCalendar, type CalendarPerson, type MeetingCalendar } from './meeting-calendar.js';

const omarov = { name: 'Dr Omarov', address: 'omarov@astana.example' };
const asanov = { name: 'Dr Asanov', address: 'asanov@bishkek.example' };
const levi = { name: 'ד״ר לוי', address: 'levi@telaviv.example' };

/** H17: Thu 17-Dec-2026 15:00 Almaty. */
function file(changes: Partial<MeetingCalendar> = {}): string {
  return meetingCalendar({
    meetingId: '7b0c8a54-0000-4000-8000-00000000000c', host: 'consilium.example', method: 'REQUEST', sequence: 0, at: '2026-12-01T08:00:00.000Z',
    startsAt: '2026-12-17T10:00:00.000Z', minutes: 90, title: 'ועדת גידולים שנגחאי, אסטנה', place: 'Зал 3, корпус Б; 2 этаж',
    link: 'https://consilium.example/meetings/7b0c8a54-0000-4000-8000-00000000000c', organizer: { name: 'Consilium', address: 'no-reply@hospital.example' }, answersAreRead: false,
    attendees: [omarov, asanov], ...changes,
  });
}

/** Properties as a calendar reads them: unfolded, by name, parameters cut off, text unescaped. */
function read(content: string): Map<string, string[]> {
  const properties = new Map<string, string[]>();
  for (const line of content.replaceAll('\r\n ', '').split('\r\n')) {
    const [, name = '', value = ''] = /^([A-Z-]+)[^:]*:(.*)$/.exec(line.replace(/"[^"]*"/g, '')) ?? [];
    const text = value.replace(/\\([,;\\nN])/g, (_, char: string) => (char.toLowerCase() === 'n' ? '\n' : char));
    properties.set(name, [...(properties.get(name) ?? []), text]);
  }
  return properties;
}
const of = (content: string, name: string): string | undefined => read(content).get(name)?.[0];

describe('a meeting in people\'s calendars (H17)', () => {
  const first = file();
  const moved = file({ sequence: 1, startsAt: '2026-12-24T10:00:00.000Z' });
  const again = file({ sequence: 2, startsAt: '2026-12-25T05:00:00.000Z' });
  const added = file({ sequence: 2, startsAt: '2026-12-25T05:00:00.000Z', attendees: [levi] });
  const removed = file({ method: 'CANCEL', sequence: 3, startsAt: '2026-12-25T05:00:00.000Z', attendees: [asanov] });
  const cancelled = file({ method: 'CANCEL', sequence: 3, startsAt: '2026-12-25T05:00:00.000Z', attendees: [omarov, levi] });
  const all = [first, moved, again, added, removed, cancelled];

  it('is one event through all its changes', () => {
    expect(new Set(all.map((content) => of(content, 'UID')))).toEqual(new Set(['7b0c8a54-0000-4000-8000-00000000000c@consilium.example']));
    expect(all.map((content) => of(content, 'SEQUENCE'))).toEqual(['0', '1', '2', '2', '3', '3']);
    expect(all.map((content) => of(content, 'METHOD'))).toEqual(['REQUEST', 'REQUEST', 'REQUEST', 'REQUEST', 'CANCEL', 'CANCEL']);
    expect(of(cancelled, 'STATUS')).toBe('CANCELLED');
    expect(of(first, 'STATUS')).toBe('CONFIRMED');
  });

  it('stands at its instant in UTC, from beginning to end', () => {
    expect([first, moved, again].map((content) => of(content, 'DTSTART'))).toEqual(['20261217T100000Z', '20261224T100000Z', '20261225T050000Z']);
    expect(of(first, 'DTEND')).toBe('20261217T113000Z');
    expect(of(first, 'DTSTAMP')).toBe('20261201T080000Z');
    expect(first).not.toMatch(/TZID|RRULE/);
  });

  it('keeps place and title whole', () => {
    expect(of(first, 'LOCATION')).toBe('Зал 3, корпус Б; 2 этаж');
    expect(first).toContain('LOCATION:Зал 3\\, корпус Б\\; 2 этаж');
    expect(of(first, 'SUMMARY')).toBe('ועדת גידולים שנגחאי, אסטנה');
  });

  it('names whom it is for', () => {
    const attendees = (content: string): string[] => read(content).get('ATTENDEE') ?? [];
    const addresses = (people: readonly CalendarPerson[]): string[] => people.map(({ address }) => `MAILTO:${address}`);
    expect(attendees(added)).toEqual(addresses([levi]));
    expect(attendees(removed)).toEqual(addresses([asanov]));
    expect(read(first).get('ORGANIZER')).toEqual(['mailto:no-reply@hospital.example']);
  });

  it('has CRLF and lines of at most 75 octets that break no letter', () => {
    const long = file({ title: 'Онкологический консилиум '.repeat(8), place: '上海市第一人民医院会议室'.repeat(6) });
    expect(long.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of long.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/\p{Surrogate}|\ufffd/u);
    }
    expect(of(long, 'LOCATION')).toBe('上海市第一人民医院会议室'.repeat(6));
  });

  it('lets no line of its own be put in', () => {
    const forged = file({ title: 'Board\r\nATTENDEE:mailto:x@y.example', place: 'Room\nSTATUS:CANCELLED' });
    expect(read(forged).get('STATUS')).toEqual(['CONFIRMED']);
    expect(read(forged).get('ATTENDEE')).toHaveLength(2);
  });

  it('is the same file for the same meeting', () => {
    expect(file()).toBe(first);
  });
});
