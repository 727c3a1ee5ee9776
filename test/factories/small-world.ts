import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { deferralCauses, disciplines, notCarriedOutReasons, outcomeKinds, stages } from '#domain';
import type { Logged } from './slow-count.js';

/** Where a made-up log takes place: ids of one board and its hospitals that are there. */
export interface Setting { readonly boardId: string; readonly hostId: string; readonly hospitalIds: readonly string[]; readonly tumorType: string }

type Said = readonly [type: string, data: object];
const minute = 60_000;
const begin = Date.parse('2026-08-03T01:00:00.000Z');
const uuid = (...parts: readonly (string | number)[]): string => createHash('sha256').update(parts.join('/')).digest('hex').replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
export const caseId = (n: number): string => uuid('small world', 'case', n);
export const meetingId = (n: number): string => uuid('small world', 'meeting', n);

const meeting = fc.integer({ min: 0, max: 1 }).map(meetingId);
const outcome = fc.record({
  kind: fc.constantFrom(...outcomeKinds.filter((kind) => kind !== 'deferred')), meetingId: meeting,
  guideline: fc.constantFrom('offGuideline', null, { code: 'x', edition: '1' }), dissents: fc.subarray(['a', 'b']),
});
/** What may happen to a case in any order, whether or not the product would have come to it; only that a sitting that opens has opened before. */
const happening: fc.Arbitrary<Said> = fc.oneof(
  fc.constantFrom(...stages).map((stage): Said => ['StageEntered', { stage, round: 1 }]),
  fc.tuple(fc.constantFrom(...stages), fc.boolean()).map(([stage, skipped]): Said => ['StageLeft', { stage, round: 1, skipped }]),
  fc.tuple(meeting, fc.constantFrom(...deferralCauses)).map(([meetingId, cause]): Said => ['CaseDeferred', { meetingId, cause, outcomeId: null, noteTextId: null }]),
  fc.tuple(meeting, fc.constantFrom('fileIncomplete', 'asked', 'meetingCancelled')).map(([meetingId, cause]): Said => ['CaseDelisted', { meetingId, cause }]),
  outcome.map((decided): Said => ['OutcomeRecorded', { outcome: decided }]),
  fc.constant<Said>(['RoundOpened', { reason: 'progression', noteTextId: null }]),
  fc.integer({ min: -20, max: 60 }).map((day): Said => ['FirstTreatmentRecorded', { on: new Date(begin + day * 24 * 60 * minute).toISOString().slice(0, 10) }]),
  fc.constant<Said>(['FollowUpPlanned', {}]),
  fc.tuple(fc.constantFrom('yes', 'partly', 'otherwise', 'no'), fc.constantFrom(null, ...notCarriedOutReasons)).map(([answer, because]): Said => ['FollowUpAnswered', { day: 14, answer, because, noteTextId: null }]),
);
const inTheRoom: fc.Arbitrary<Said> = fc.oneof(
  fc.constantFrom(...disciplines).map((discipline): Said => ['AttendanceRecorded', { attendance: { discipline } }]),
  fc.integer({ min: 0, max: 2 }).map((n): Said => ['CaseTakenUp', { caseId: caseId(n) }]), fc.constant<Said>(['BreakTaken', {}]),
);
/** Minutes to days between two things; of no two streams at the same instant, since their order would be anybody's guess. */
const gap = fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 60, max: 5_000 }));
const timed = (what: fc.Arbitrary<Said>, most: number) => fc.array(fc.tuple(what, gap, fc.boolean()), { maxLength: most });

/** One to three cases and two sittings, as a log: rounds count up, a round's follow-up is planned once and answered only then. */
export const smallWorld = ({ boardId, hostId, hospitalIds, tumorType }: Setting): fc.Arbitrary<readonly Logged[]> => {
  const opened = fc.tuple(fc.constantFrom(...hospitalIds), fc.constantFrom('emergency', 'urgent', 'routine')).map(([originInstitutionId, urgency]): Said => ['ReferralOpened', { boardId, boardVersion: 1, tumorType, urgency, originInstitutionId, hostInstitutionId: hostId }]);
  const cases = fc.array(fc.tuple(opened, timed(happening, 16)), { minLength: 1, maxLength: 3 }).map((made) => made.flatMap(([first, events], n) => logged(caseId(n), 'case', n, [[first, 60, true], ...sound(events)])));
  const planned: Said = ['MeetingPlanned', { meeting: { boardId, hostInstitutionId: hostId } }];
  const sittings = fc.tuple(...[0, 1].map((n) => fc.tuple(fc.boolean(), timed(inTheRoom, 8), fc.boolean()).map(([opens, events, closes]) => logged(meetingId(n), 'meeting', 10 + n, [[planned, 1, true], ...(opens ? [[['MeetingOpened', { chairId: 'x', scribeId: null }], 30, true] as const] : []), ...events, ...(closes ? [[['MeetingClosed', {}], 20, true] as const] : [])]))));
  return fc.tuple(cases, sittings).map(([made, held]) => [...made, ...held.flat()]);
};

type Timed = readonly [said: Said, gap: number, byPerson: boolean];
function sound(events: readonly Timed[]): readonly Timed[] {
  let [round, planned] = [1, false];
  return events.flatMap(([[type, data], after, byPerson]): Timed[] => {
    if (type === 'RoundOpened') { round += 1; planned = false; return [[[type, { ...data, round }], after, byPerson]]; }
    if (type === 'FollowUpAnswered') return planned ? [[[type, data], after, byPerson]] : [];
    if (type !== 'FollowUpPlanned') return [[[type, data], after, byPerson]];
    if (planned) return [];
    planned = true;
    return [[[type, data], after, byPerson]];
  });
}

function logged(stream: string, kind: string, nth: number, events: readonly Timed[]): Logged[] {
  let now = begin;
  return events.map(([[type, data], after, byPerson], place) => {
    now += after * minute;
    // a millisecond of its own for each stream
    const at = new Date(now + nth).toISOString();
    return { stream, seq: place + 1, kind, type, version: 1, at, actor: byPerson ? 'somebody' : 'process:case-workflow', data: filledIn(type, data, stream, place, at) };
  });
}

function filledIn(type: string, data: object, stream: string, place: number, at: string): object {
  if (type === 'OutcomeRecorded') return { outcome: { ...Reflect.get(data, 'outcome') as object, id: uuid(stream, place), at, texts: {}, signatures: [], round: 1 } };
  return type === 'FollowUpPlanned' ? { followUps: [{ day: 14, dueAt: new Date(Date.parse(at) + 14 * 24 * 60 * minute).toISOString(), answer: null, because: null, answeredAt: null }] } : data;
}
