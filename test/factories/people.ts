import { randomUUID } from 'node:crypto';
import type { PersonActor, Post } from '#domain';

/** A signed-in person, freshly authenticated; give what matters to the test. */
export const person = (given: Partial<PersonActor> = {}): PersonActor => ({
  kind: 'person', personId: randomUUID(), posts: [] satisfies Post[], authenticatedAt: new Date().toISOString(), institutionId: randomUUID(), onBehalfOf: null, from: '127.0.0.1', ...given,
});
