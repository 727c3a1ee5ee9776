import { expectedQuorum, invitedTo, obstacleOf, type BoardDefinition, type CaseState, type Instant, type MeetingState, type SlotWorld } from '#domain';
import type { Names } from '../reading/names.js';
import { peopleOf } from '../reading/people-of.js';
import type { PlannedAttendanceDto } from './meeting.dto.js';
import { obstacleDto } from './slot-world.js';

/** What is known of people beside the directory: what takes their time, and by which number they are called. */
export interface Around { readonly world: SlotWorld; readonly phones: ReadonlyMap<string, string | null> }

/** Who is expected at a sitting that has not begun, what they answered, and whether that would be a quorum; null once it has begun. */
export function plannedAttendanceOf(meeting: MeetingState, board: BoardDefinition, cases: readonly CaseState[], names: Names, now: Instant, { world, phones }: Around): PlannedAttendanceDto | null {
  if (meeting.status !== 'planned' && meeting.status !== 'frozen') return null;
  const invited = invitedTo(board, peopleOf(names.directory, now));
  const leftOut = new Set(meeting.leftOut ?? []);
  const quorum = expectedQuorum(board.quorum, invited.filter(({ personId }) => !leftOut.has(personId)), meeting.answers, cases.map((state) => ({ conflicts: state.conflicts, sides: [state.originInstitutionId, state.hostInstitutionId] })), now);
  const asked = new Set(quorum.asks.map(({ personId }) => personId));
  const needed = new Set([...quorum.missing, ...quorum.notKnown]);
  return {
    stands: quorum.stands, missing: [...quorum.missing], notKnown: [...quorum.notKnown], missingSides: quorum.missingSides.map((id) => names.institution(id).name),
    specialties: quorum.specialties, minimumSpecialties: quorum.specialtiesNeeded, looksAgainAt: meeting.quorumLook === 'last' ? null : meeting.quorumLook === 'first' ? meeting.quorumAt : meeting.freezeAt,
    people: invited.map((one) => {
      const said = meeting.answers.find(({ personId }) => personId === one.personId);
      return {
        person: names.person(one.personId), discipline: one.discipline, institution: names.institution(one.institutionId), substitute: names.maybe(one.substituteId), standsInFor: names.maybe(one.standsInFor),
        away: one.away, answer: said?.answer ?? null, answeredAt: said?.at ?? null, answeredByMail: said?.byMail !== undefined,
        obstacle: obstacleDto(obstacleOf(one, meeting, world), names.language), phone: phones.get(one.personId) ?? null, leftOut: leftOut.has(one.personId), wanted: asked.has(one.personId) || ((said === undefined || said.answer === 'perhaps') && !one.away && needed.has(one.discipline) && !leftOut.has(one.personId)),
      };
    }),
    guests: (meeting.guests ?? []).map(({ personId, as }) => {
      const said = meeting.answers.find((each) => each.personId === personId);
      return { person: names.person(personId), as, answer: said?.answer ?? null, answeredByMail: said?.byMail !== undefined, phone: phones.get(personId) ?? null };
    }),
  };
}
