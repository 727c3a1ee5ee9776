import type { Discipline } from '../core/actor.js';
import type { Instant } from '../core/instant.js';
import type { QuorumRule } from '../boards/definition.js';
import type { Invited } from './invited.js';
import { quorumOf, type QuorumOfCase } from './quorum.js';
import type { Attendance, InvitationAnswer } from './state.js';

export interface ExpectedQuorum {
  /** Every case to be heard could be decided with those who said that they come. */
  readonly stands: boolean;
  /** Nobody comes for them, whatever the others still answer. */
  readonly missing: readonly Discipline[];
  /** Nobody has said that they come; somebody has not answered. */
  readonly notKnown: readonly Discipline[];
  /** Hospitals of a case of which nobody has said that they come. */
  readonly missingSides: readonly string[];
  /** By those who come; the fewest, where conflicts of interest make cases differ. */
  readonly specialties: number;
  readonly specialtiesNeeded: number;
  /** Named substitutes of those who would be needed and do not come. */
  readonly asks: readonly { readonly personId: string; readonly standsInFor: string }[];
  /** Who would be needed and has not answered. */
  readonly unanswered: readonly string[];
}

const comes = (answer: InvitationAnswer['answer'] | undefined): boolean => answer === 'coming' || answer === 'byVideo';

/**
 * Quorum by planned attendance (clinical.md, "quorum"): the board's own rule over those who answered that they come. No answer, or "perhaps", is "not
 * known", neither yes nor no; who is on leave and has not answered does not come. Without a case the rule is asked as for one of the host.
 */
export const expectedQuorum = (rule: QuorumRule, invited: readonly Invited[], answers: readonly InvitationAnswer[], cases: readonly QuorumOfCase[], at: Instant): ExpectedQuorum => {
  const answerOf = new Map(answers.flatMap(({ personId, answer }) => (answer === 'perhaps' ? [] : [[personId, answer] as const])));
  const open = (one: Invited): boolean => !answerOf.has(one.personId) && !one.away && one.standsInFor === null;
  const entry = ({ personId, discipline, institutionId, standsInFor }: Invited): Attendance =>
    ({ personId, discipline, institutionId, how: answerOf.get(personId) === 'byVideo' ? 'byVideo' : 'present', substituteFor: standsInFor, from: at, leftAt: null });
  const sure = invited.filter((one) => comes(answerOf.get(one.personId)));
  const asked = cases.length === 0 ? [{ conflicts: [], sides: [] }] : cases;
  const [now, best] = [sure, [...sure, ...invited.filter(open)]].map((people) => asked.map((of) => quorumOf(rule, people.map(entry), at, of)));
  if (now === undefined || best === undefined) throw new Error('Two lists went in');
  const missing = rule.requiredDisciplines.filter((discipline) => best.some((quorum) => quorum.missingDisciplines.includes(discipline)));
  const notKnown = rule.requiredDisciplines.filter((discipline) => !missing.includes(discipline) && now.some((quorum) => quorum.missingDisciplines.includes(discipline)));
  const missingSides = [...new Set(now.flatMap((quorum) => quorum.missingSides))];
  const stands = now.every((quorum) => quorum.met);
  // Where no required field or side is wanting and it still does not stand, it is specialties that are too few: anybody helps.
  const anybody = !stands && missing.length === 0 && notKnown.length === 0 && missingSides.length === 0;
  const needed = (one: Invited): boolean => !stands && (anybody || missing.includes(one.discipline) || notKnown.includes(one.discipline) || missingSides.includes(one.institutionId));
  const stayAway = invited.filter((one) => needed(one) && !comes(answerOf.get(one.personId)) && !open(one));
  const asks = stayAway.flatMap(({ personId, substituteId }) => (substituteId === null || answerOf.has(substituteId) ? [] : [{ personId: substituteId, standsInFor: personId }]));
  return {
    stands, missing, notKnown, missingSides, specialties: Math.min(...now.map((quorum) => quorum.specialties)), specialtiesNeeded: rule.minimumSpecialties,
    asks: asks.filter((one, place) => asks.findIndex((other) => other.personId === one.personId) === place),
    unanswered: invited.filter((one) => open(one) && needed(one)).map(({ personId }) => personId),
  };
};
