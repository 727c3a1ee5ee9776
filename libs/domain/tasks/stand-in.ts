import type { People, PersonSummary } from '../people/people.js';

/** Substitutes are followed at most so deep: chains are bounded, and cycle-free by remembering who was asked. */
export const substitutesDeep = 3;

const isAvailable = (person: PersonSummary): boolean => person.active && person.away !== true;

/** The first available substitute of a person, following substitutes' substitutes at most three deep; null where there is none. */
export const substituteOf = (people: People, personId: string): PersonSummary | null => {
  const asked = new Set([personId]);
  let next = people.byId(personId)?.substituteId ?? null;
  for (let depth = 0; depth < substitutesDeep && next !== null && !asked.has(next); depth += 1) {
    asked.add(next);
    const person = people.byId(next);
    if (person === null) return null;
    if (isAvailable(person)) return person;
    next = person.substituteId;
  }
  return null;
};

/** Who gets a task meant for a person: the person, or the substitute while the person is away or gone; null (the pool) where nobody is named. */
export const standInFor = (people: People, personId: string): string | null => {
  const person = people.byId(personId);
  return person !== null && isAvailable(person) ? personId : (substituteOf(people, personId)?.id ?? null);
};
