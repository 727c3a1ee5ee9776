import type { Discipline } from '../core/actor.js';
import { namedSubstitute, type People, type PersonSummary } from '../people/people.js';

/** Substitutes are followed at most so deep: chains are bounded, and cycle-free by remembering who was asked. */
export const substitutesDeep = 3;

const isAvailable = (person: PersonSummary): boolean => person.active && person.away !== true;

/**
 * The first available substitute of a person in a field, following substitutes' substitutes at most three deep: who is away too, gone, or does not suit
 * (`suits`: may not have the task) is skipped. Null where nobody is left.
 */
export const substituteOf = (people: People, personId: string, discipline: Discipline | null = null, suits: (substitute: PersonSummary) => boolean = () => true): PersonSummary | null => {
  const asked = new Set([personId]);
  const next = (id: string): string | null => { const person = people.byId(id); return person === null ? null : namedSubstitute(person, discipline); };
  let id = next(personId);
  for (let depth = 0; depth < substitutesDeep && id !== null && !asked.has(id); depth += 1) {
    asked.add(id);
    const person = people.byId(id);
    if (person !== null && isAvailable(person) && suits(person)) return person;
    id = next(id);
  }
  return null;
};

/** Who gets a task meant for a person: the person, or the substitute while the person is away or gone; null (the pool) where nobody is named. */
export const standInFor = (people: People, personId: string, discipline: Discipline | null = null, suits?: (substitute: PersonSummary) => boolean): string | null => {
  const person = people.byId(personId);
  return person !== null && isAvailable(person) ? personId : (substituteOf(people, personId, discipline, suits)?.id ?? null);
};
