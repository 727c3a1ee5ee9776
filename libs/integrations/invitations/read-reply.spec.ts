import { AnswerAddress } from './answer-address.js';
import { readReply, saidIn, type CalendarReply } from './read-reply.js';

const file = (...more: readonly string[]): string => ['BEGIN:VCALENDAR', 'METHOD:REPLY', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:m@consilium.localhost', 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:Levi@TelAviv.example', ...more, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
const mail = (content: string, ...head: readonly string[]): Buffer => Buffer.from([...head, 'MIME-Version: 1.0', 'Content-Type: text/calendar; method=REPLY; charset=utf-8', '', content].join('\r\n'));
const dated = 'Date: Tue, 1 Dec 2026 09:00:00 +0100';

describe('a calendar\'s answer', () => {
  it('may be the whole of a mail', async () => {
    expect(await readReply(mail(file('DTSTAMP:20261201T080000Z', 'DTSTART:20261217T100000Z', 'SEQUENCE:3')))).toEqual({
      method: 'REPLY', uid: 'm@consilium.localhost', sequence: 3, startsAt: '2026-12-17T10:00:00.000Z', saidAt: '2026-12-01T08:00:00.000Z', attendees: [{ addresses: ['levi@telaviv.example'], status: 'ACCEPTED' }],
    });
  });
  it('has no time where its zone is not explained, and counts from the mail\'s own date where it bears no stamp', async () => {
    expect(await readReply(mail(file('DTSTART;TZID=Somewhere:20261217T150000'), dated))).toMatchObject({ startsAt: null, saidAt: '2026-12-01T08:00:00.000Z', sequence: 0 });
    expect(await readReply(mail(file('DTSTAMP:20261201T080000', 'DTSTART;VALUE=DATE:20261217', 'SEQUENCE:many')))).toMatchObject({ startsAt: null, saidAt: null, sequence: 0 });
  });
  it('is none in whatever else a mail may hold', async () => {
    const others = ['', 'BEGIN:VCALENDAR', file().replace('BEGIN:VEVENT', 'BEGIN:VTODO').replace('END:VEVENT', 'END:VTODO'), file().replace('UID:', 'X-UID:'), '\u0000\ufffd'.repeat(2_000), 'BEGIN:VEVENT\r\n'.repeat(5_000)];
    for (const content of others) expect(await readReply(mail(content))).toBeNull();
    expect(await readReply(Buffer.from(`Content-Type: text/plain\r\n\r\n${file()}`))).toBeNull();
    expect(await readReply(Buffer.from('Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n'.repeat(300)))).toBeNull();
  });
  it('says something for the address that was invited alone', () => {
    const reply: CalendarReply = { method: 'REPLY', uid: 'm', sequence: 0, startsAt: null, saidAt: '2026-12-01T08:00:00.000Z', attendees: [{ addresses: ['levi@telaviv.example', 'noa@telaviv.example'], status: 'TENTATIVE' }] };
    expect(saidIn(reply, 'Levi@telaviv.example')).toEqual({ answer: 'perhaps' });
    expect(saidIn(reply, 'noa@telaviv.example')).toEqual({ answer: 'perhaps' });
    expect(saidIn(reply, 'evi@telaviv.example')).toEqual({ notTaken: 'somebodyElse' });
    expect(saidIn({ ...reply, saidAt: null }, 'levi@telaviv.example')).toEqual({ notTaken: 'unreadable' });
    expect(saidIn({ ...reply, attendees: [] }, 'levi@telaviv.example')).toEqual({ notTaken: 'unreadable' });
    expect(saidIn({ ...reply, method: 'REQUEST' }, 'levi@telaviv.example')).toEqual({ notTaken: 'unreadable' });
  });
});

describe('the address for an answer', () => {
  const addresses = new AnswerAddress('Answers@Board.example', Buffer.alloc(32, 1));
  const [meeting, person] = ['0b0c8a54-0000-4000-8000-00000000000c', '1b0c8a54-0000-4000-8000-00000000000c'];
  it('is one for each person and meeting, the same each time, and legal with the longest name', () => {
    const own = addresses.of(meeting, person);
    expect(own).toBe(addresses.of(meeting, person));
    expect(new Set([own, addresses.of(person, meeting), addresses.of(meeting, meeting), new AnswerAddress('answers@board.example', Buffer.alloc(32, 2)).of(meeting, person)]).size).toBe(4);
    expect(new AnswerAddress(`${'a'.repeat(23)}@board.example`, Buffer.alloc(32, 1)).of(meeting, person).split('@')[0]).toHaveLength(64);
    expect(addresses.isOf(addresses.tokenIn(own.toUpperCase()) ?? '', meeting, person)).toBe(true);
    expect(addresses.isOf('', meeting, person)).toBe(false);
  });
  it.each(['answers@board.example', 'answers+@board.example', `answers+${'g'.repeat(40)}@board.example`, `answers+${'0'.repeat(40)}@board.example.else.example`, `answers+${'0'.repeat(40)}@board.example@else.example`, `xanswers+${'0'.repeat(40)}@board.example`, `answers+${'0'.repeat(41)}@board.example`, ''])('is none of ours: %s', (address) => {
    expect(addresses.tokenIn(address)).toBeNull();
  });
});
