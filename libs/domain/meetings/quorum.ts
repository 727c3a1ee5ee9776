import type { Discipline } from '../core/actor.js';
import type { Instant } from '../core/instant.js';
import type { QuorumRule } from '../boards/definition.js';
import type { Attendance } from './state.js';

/** Physicians' fields: "at least three different specialties" counts these. A nurse in the room is welcome and counts for no specialty. */
const specialties: readonly Discipline[] = ['surgery', 'medicalOncology', 'radiationOncology', 'pathology', 'radiology', 'rehabilitation', 'palliativeCare'];

export interface QuorumOfCase {
  /** People in conflict of interest: they stay in the meeting and count for nothing in this case. */
  readonly conflicts: readonly string[];
  /** The case's hospitals: origin and host. One only where the case crosses no border. */
  readonly sides: readonly string[];
}

export interface Quorum {
  readonly met: boolean;
  /** Who counts, by discipline, in the order in which they came. */
  readonly present: Readonly<Partial<Record<Discipline, readonly string[]>>>;
  readonly missingDisciplines: readonly Discipline[];
  /** Institutions of the case of which no clinician counts. */
  readonly missingSides: readonly string[];
  readonly specialties: number;
  readonly specialtiesNeeded: number;
}

/** Was the person in the room at that instant? Both ends of a stay belong to it, so that a decision at the moment of leaving is counted. */
export const wasPresentAt = (attendance: Attendance, at: Instant): boolean => attendance.from <= at && (attendance.leftAt === null || attendance.leftAt >= at);

/** Everybody in the room who has a part in the case's decision: one entry a person, the first discipline recorded; guests have none. */
export const votersAt = (attendance: readonly Attendance[], at: Instant, conflicts: readonly string[]): readonly Attendance[] => {
  const counted = new Set<string>(conflicts);
  return attendance.filter((one) => {
    if (one.as !== undefined || !wasPresentAt(one, at) || counted.has(one.personId)) return false;
    counted.add(one.personId);
    return true;
  });
};

/**
 * Whether a meeting may decide a case at an instant, and who is missing. Substitutes count like those they stand in for (that they were
 * named in advance is checked when they come: MEETING.SUBSTITUTE_NOT_NAMED). Rule and default: French RCP rules, German organ centres;
 * for a case across a border one clinician of each side (ours).
 */
export const quorumOf = (rule: QuorumRule, attendance: readonly Attendance[], at: Instant, of: QuorumOfCase): Quorum => {
  const voters = votersAt(attendance, at, of.conflicts);
  const present: Partial<Record<Discipline, readonly string[]>> = {};
  for (const voter of voters) present[voter.discipline] = [...(present[voter.discipline] ?? []), voter.personId];
  const missingDisciplines = rule.requiredDisciplines.filter((discipline) => present[discipline] === undefined);
  const sides = new Set(of.sides);
  const missingSides = rule.bothSidesWhenCrossBorder && sides.size > 1
    ? [...sides].filter((side) => !voters.some((voter) => voter.institutionId === side)) : [];
  const counted = specialties.filter((specialty) => present[specialty] !== undefined).length;
  return {
    met: missingDisciplines.length === 0 && missingSides.length === 0 && counted >= rule.minimumSpecialties,
    present, missingDisciplines, missingSides, specialties: counted, specialtiesNeeded: rule.minimumSpecialties,
  };
};
