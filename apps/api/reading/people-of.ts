import { allNamed, dateAt, type Instant, type People, type PersonSummary } from '#domain';
import type { Directory, DirectoryPerson } from './directory.js';

export function isAway(person: DirectoryPerson, now: string): boolean {
  const today = dateAt(now, person.zone);
  return person.leave.some((leave) => (leave.kind === 'dates' ? leave.from <= today && today <= leave.to : leave.from <= now && now < leave.to));
}

/** The directory as the domain asks about people. */
export function peopleOf(directory: Directory, now: Instant): People {
  const summary = (person: DirectoryPerson): PersonSummary => ({ id: person.id, name: person.name, posts: person.posts, active: person.active, substituteId: person.substituteId, substitutes: person.substitutes, away: isAway(person, now) });
  return {
    byId: (id) => { const found = directory.people.get(id); return found ? summary(found) : null; },
    holding: (role, institutionId, discipline) => [...directory.people.values()]
      .filter(({ posts }) => posts.some((post) => post.role === role && post.institutionId === institutionId && (discipline === undefined || post.discipline === discipline))).map(summary),
    holdingAnywhere: (role) => [...directory.people.values()].filter(({ posts }) => posts.some((post) => post.role === role)).map(summary),
    whoNamed: (personId) => [...directory.people.values()].filter((person) => allNamed(person).includes(personId)).map(summary),
  };
}
