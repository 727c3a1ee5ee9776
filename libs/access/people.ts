import type { DataSource } from 'typeorm';

/** The person whom the identity provider knows by this subject. */
export async function personOfSubject(door: DataSource, subject: string): Promise<{ readonly id: string; readonly active: boolean } | null> {
  const [row] = await door.query<{ id: string; active: boolean }[]>('select id, active from person where subject = $1', [subject]);
  return row ?? null;
}

/** True while nobody has been set up: whoever signs in first becomes the first admin. */
export async function nobodyYet(door: DataSource): Promise<boolean> {
  const [row] = await door.query<{ nobody: boolean }[]>('select not exists (select 1 from person) as nobody');
  return row?.nobody ?? false;
}
