import type { Post } from '../core/actor.js';
import type { BoardDefinition } from '../boards/definition.js';

export interface InstitutionCommandData { setUpInstitution: { code: string; name: Record<string, string>; zone: string; country: string; calendarId: string } }
/** A person's name, mail address and phone are row texts (`texts`: name, email, phone, nameOriginal). */
export interface PersonCommandData {
  addPerson: { subject: string; posts: readonly Post[]; language: string; zone: string };
  changePosts: { posts: readonly Post[] };
  nameSubstitute: { substituteId: string | null };
  planLeave: { leave: readonly { from: string; to: string }[] };
  disablePerson: Record<string, never>;
  enablePerson: Record<string, never>;
}
export interface BoardCommandData { publishBoard: { definition: BoardDefinition }; keepSeries: Record<string, never> }
