import { boardPostOf, isNeeded, missingForMeeting, openTasks, quorumOf, treatmentOfRequest, type BoardDefinition, type CaseState, type Discipline, type Instant, type MeetingState } from '#domain';
import { itemName } from '../boards/board-words.js';
import type { DirectoryPerson } from '../reading/directory.js';
import type { Names } from '../reading/names.js';
import { isAway } from '../reading/people-of.js';
import type { AgendaOutcomeDto, AttendanceDto, DayOffDto, MemberDto, QuorumDto, OwedItemDto } from './meeting.dto.js';

/** Quorum for one case as it stands: while the meeting runs by who is in the room, afterwards by who was there when it closed. */
export function quorumFor(state: CaseState, meeting: MeetingState, board: BoardDefinition, names: Names, now: Instant): QuorumDto {
  const at = meeting.closedAt ?? now;
  const quorum = quorumOf(board.quorum, meeting.attendance, at, { conflicts: state.conflicts, sides: [state.originInstitutionId, state.hostInstitutionId] });
  return {
    met: quorum.met, required: [...board.quorum.requiredDisciplines], present: Object.keys(quorum.present) as Discipline[], missing: [...quorum.missingDisciplines], specialties: quorum.specialties,
    minimumSpecialties: quorum.specialtiesNeeded, missingSides: quorum.missingSides.map((id) => names.institution(id).name), conflicts: state.conflicts.map((id) => names.person(id)),
  };
}

export const attendanceOf = (meeting: MeetingState, names: Names): AttendanceDto[] => meeting.attendance.map(({ personId, discipline, institutionId, how, earlier = [], substituteFor, from, leftAt, as }) =>
  ({ person: names.person(personId), discipline, institution: names.institution(institutionId), how, earlier: earlier.map((one) => ({ ...one })), substituteFor: names.maybe(substituteFor), as: as ?? null, from, leftAt, mayChair: chairs(names.directory.people.get(personId), meeting.hostInstitutionId) }));

export const dayOffOf = ({ dayOff, status }: MeetingState, names: Names): DayOffDto | null => (dayOff == null || !['planned', 'frozen'].includes(status) ? null
  : { hospitals: dayOff.institutionIds.map((id) => names.institution(id)), at: dayOff.at, leaveOut: dayOff.byRule?.does === 'leaveOut', moveTo: dayOff.byRule?.does === 'move' ? dayOff.byRule.startsAt : null });

const chairs = (person: DirectoryPerson | undefined, hostId: string): boolean => person?.active === true && person.posts.some(({ role, institutionId }) => role === 'chair' && institutionId === hostId);

/** Specialists and chairs of the board's hospitals, and guests, who are not in the room: whom the scribe ticks. */
export function membersOf(board: BoardDefinition, meeting: MeetingState, names: Names, now: Instant): MemberDto[] {
  const present = new Set(meeting.attendance.filter(({ leftAt }) => leftAt === null).map(({ personId }) => personId));
  return [...names.directory.people.values()].filter((person) => person.active && !present.has(person.id)).flatMap((person) => memberOf(person, board, meeting, names, now));
}

function memberOf(person: DirectoryPerson, board: BoardDefinition, { hostInstitutionId: hostId, guests }: MeetingState, names: Names, now: Instant): MemberDto[] {
  const guest = guests?.find(({ personId }) => personId === person.id);
  const post = guest ? fieldOf(person) : boardPostOf(person.posts, board);
  if (post === null) return [];
  return [{ person: names.person(person.id), discipline: post.discipline, institution: names.institution(post.institutionId), substitute: names.maybe(person.substituteId), away: isAway(person, now), mayChair: chairs(person, hostId), as: guest?.as ?? null }];
}

/** A guest's own field, wherever they practise it; null for who has none, and can't be ticked. */
function fieldOf({ posts }: DirectoryPerson): { readonly institutionId: string; readonly discipline: Discipline } | null {
  for (const { institutionId, discipline, role } of posts) if (discipline !== null && role !== 'referringClinician') return { institutionId, discipline };
  return null;
}

export const missingOf = (state: CaseState): string[] => [...missingForMeeting(state)];
/** The requests among what is missing, each by what was asked. */
export const owedOf = (state: CaseState, board: BoardDefinition, language: string): OwedItemDto[] => openTasks(state.tasks).filter(isNeeded).map((task) => {
  const { dataItem } = task.about;
  return { item: dataItem === undefined ? null : itemName(board, state.tumorType, dataItem, language), treatment: treatmentOfRequest(task) };
});
const inTheWay = ['pathologyReview', 'secondPathologyReview', 'imagingReview', 'supplyMaterial', 'resolveDiscordance', 'provideInformation', 'removeDeferralCause'];
export const openInTheWay = (state: CaseState): string[] => openTasks(state.tasks).filter((task) => inTheWay.includes(task.kind) || isNeeded(task)).map(({ id }) => id);

/** What this meeting decided on the case; a deferral counts. */
export function outcomeAt(state: CaseState, meetingId: string): AgendaOutcomeDto | null {
  const outcome = Object.values(state.outcomes).filter((each) => each.meetingId === meetingId).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  if (outcome) return { id: outcome.id, kind: outcome.kind, at: outcome.at };
  const deferral = state.deferrals.findLast((each) => each.meetingId === meetingId);
  return deferral ? { id: '', kind: 'deferred', at: deferral.at } : null;
}
