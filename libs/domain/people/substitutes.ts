import { disciplines, type Discipline } from '../core/actor.js';
import { refuse, type Refusal } from '../core/refusal.js';
import { substitutesDeep } from '../tasks/stand-in.js';
import type { PersonState } from './institution.js';
import { namedSubstitute, type People } from './people.js';

type Next = (id: string) => string | null;

/** How many stand behind one another from here on; null where the chain comes back to the person. */
const behind = (next: Next, personId: string): number | null => {
  let depth = 0;
  for (let id = next(personId); id !== null; id = next(id)) {
    if (id === personId) return null;
    depth += 1;
    // Long enough to be refused; a ring among others, from before there was this rule, ends here too.
    if (depth > substitutesDeep) return depth;
  }
  return depth;
};

/** How many rely on this person through one another; as far as it matters. */
const before = (people: People, discipline: Discipline | null, personId: string, depth = 0): number => (depth > substitutesDeep ? depth
  : Math.max(depth, ...people.whoNamed(personId).filter((one) => namedSubstitute(one, discipline) === personId).map((one) => before(people, discipline, one.id, depth + 1))));

/**
 * What is wrong with naming a substitute, in the field named or (null) in every field that has none of its own: PERSON.SUBSTITUTE_COMES_BACK (the chain
 * leads back to the person), PERSON.SUBSTITUTE_CHAIN_LONG (more than three behind one another, also through those who named this person).
 */
export const chainFault = (people: People, state: PersonState, substituteId: string, discipline: Discipline | null): Refusal | null => {
  const fields = discipline !== null ? [discipline] : [null, ...disciplines.filter((one) => state.substitutes?.some((named) => named.discipline === one) !== true)];
  for (const field of fields) {
    const next: Next = (id) => {
      if (id === state.id) return substituteId;
      const person = people.byId(id);
      return person === null ? null : namedSubstitute(person, field);
    };
    const depth = behind(next, state.id);
    if (depth === null) return refuse('PERSON.SUBSTITUTE_COMES_BACK', {}, 'substituteId');
    if (depth + before(people, field, state.id) > substitutesDeep) return refuse('PERSON.SUBSTITUTE_CHAIN_LONG', { most: substitutesDeep }, 'substituteId');
  }
  return null;
};
