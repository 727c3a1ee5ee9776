import type { DataSource } from 'typeorm';
import type { Post } from '#domain';

/** Posts of person `p`, as one value of a statement. */
export const postsColumn = `coalesce((select jsonb_agg(jsonb_build_object('institutionId', o.institution_id, 'role', o.role, 'discipline', o.discipline) order by o.institution_id, o.role) from post o where o.person_id = p.id), '[]') as posts`;

/** The person whom the identity provider knows by this subject. */
export async function personOfSubject(door: DataSource, subject: string): Promise<{ readonly id: string; readonly active: boolean; readonly posts: readonly Post[] } | null> {
  const [row] = await door.query<{ id: string; active: boolean; posts: Post[] }[]>(`select p.id, p.active, ${postsColumn} from person p where p.subject = $1`, [subject]);
  return row ?? null;
}

/** True while nobody has been set up: whoever signs in first becomes the first admin. */
export async function nobodyYet(door: DataSource): Promise<boolean> {
  const [row] = await door.query<{ nobody: boolean }[]>('select not exists (select 1 from person) as nobody');
  return row?.nobody ?? false;
}
