import type { Discipline, Post, Role } from '../core/actor.js';
import type { BoardDefinition } from '../boards/definition.js';
import type { People, PersonSummary } from '../people/people.js';

/** Somebody whose coming is planned: a clinician of one of the board's hospitals, or the substitute that such a clinician named. */
export interface Invited {
  readonly personId: string;
  /** What the person would count for. */
  readonly discipline: Discipline;
  readonly institutionId: string;
  readonly substituteId: string | null;
  readonly away: boolean;
  /** Not of the board by an own post: would come in place of this member. */
  readonly standsInFor: string | null;
}

type BoardHospitals = Pick<BoardDefinition, 'hostInstitutionId' | 'partnerInstitutionIds'>;
interface BoardPost { readonly institutionId: string; readonly discipline: Discipline }
const roles: readonly Role[] = ['specialist', 'chair', 'departmentHead'];
const hospitalsOf = (board: BoardHospitals): readonly string[] => [board.hostInstitutionId, ...board.partnerInstitutionIds];

/** The post for which somebody sits on the board: the first one with a field, at one of its hospitals; null for everybody else. */
export const boardPostOf = (posts: readonly Post[], board: BoardHospitals): BoardPost | null => {
  for (const { role, institutionId, discipline } of posts) {
    if (discipline !== null && roles.includes(role) && hospitalsOf(board).includes(institutionId)) return { institutionId, discipline };
  }
  return null;
};

/** Everybody expected at a sitting of the board, each once; substitutes who are of no board hospital's own clinicians come last. */
export const invitedTo = (board: BoardHospitals, people: People): readonly Invited[] => {
  const found = new Map<string, Invited>();
  for (const person of hospitalsOf(board).flatMap((hospital) => roles.flatMap((role) => people.holding(role, hospital)))) {
    const post = boardPostOf(person.posts, board);
    if (post !== null && person.active) found.set(person.id, invitation(person, post, null));
  }
  for (const member of [...found.values()]) {
    const substitute = member.substituteId === null ? null : people.byId(member.substituteId);
    if (substitute?.active === true && !found.has(substitute.id)) found.set(substitute.id, invitation(substitute, member, member.personId));
  }
  return [...found.values()];
};

const invitation = (person: PersonSummary, { discipline, institutionId }: BoardPost, standsInFor: string | null): Invited =>
  ({ personId: person.id, discipline, institutionId, substituteId: person.substituteId, away: person.away === true, standsInFor });
