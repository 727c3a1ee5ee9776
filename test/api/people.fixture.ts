import { randomUUID } from 'node:crypto';
import type { Command, Discipline, Post, Role } from '#domain';
import { derivedId, Door, domainStreams } from '#door';
import type { TestDatabase } from '../factories/database.js';

/** A hospital and people in it, put through the door as an operator would. */
export async function hospital(database: TestDatabase, code: string): Promise<string> {
  const id = derivedId('test-institution', code);
  await put(database, { type: 'setUpInstitution', commandId: randomUUID(), streamId: id, data: { code, name: { en: `Hospital ${code}` }, zone: 'Asia/Almaty', country: 'KZ', calendarId: 'astana' } });
  return id;
}

export async function somebody(database: TestDatabase, subject: string, posts: readonly Post[]): Promise<string> {
  const id = derivedId('test-person', subject);
  await put(database, {
    type: 'addPerson', commandId: randomUUID(), streamId: id, data: { subject, posts, language: 'en', zone: 'Asia/Almaty' },
    rows: { person: { id, name: `Name of ${subject}`, nameOriginal: null, email: `${subject}@test.example`, phone: null, title: null } },
  });
  return id;
}

export const post = (institutionId: string, role: Role, discipline: Discipline | null = role === 'specialist' ? 'pathology' : null): Post => ({ institutionId, role, discipline });

async function put(database: TestDatabase, command: Command): Promise<void> {
  const door = new Door({ door: database.door, types: domainStreams });
  const result = await door.put(command, { kind: 'process', name: 'operator' });
  if (!result.done) throw new Error(result.refusal.code);
}
