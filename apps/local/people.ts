import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Somebody one can sign in as; written by the seed. */
export interface Person {
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  readonly title: string;
  readonly institution: string;
  readonly role: string;
}

const fields = ['subject', 'name', 'email', 'title', 'institution', 'role'] as const;

/** The people of this installation, read anew each time: the seed may have just written them. */
export function peopleIn(home: string): readonly Person[] {
  const file = join(home, 'people.json');
  if (!existsSync(file)) return [];
  const listed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(listed) || !listed.every(isPerson)) throw new Error(`${file} is no list of people with ${fields.join(', ')}`);
  return listed;
}

/** People by hospital, in the order of the list. */
export function byInstitution(people: readonly Person[]): ReadonlyMap<string, readonly Person[]> {
  const groups = new Map<string, Person[]>();
  for (const person of people) groups.set(person.institution, [...(groups.get(person.institution) ?? []), person]);
  return groups;
}

function isPerson(value: unknown): value is Person {
  return typeof value === 'object' && value !== null && fields.every((field) => typeof Reflect.get(value, field) === 'string');
}
