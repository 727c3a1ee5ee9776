import type { BoardDto, PersonDto } from '../generated/types.gen.js';

/** A post that a board can't work without and nobody holds: a role, or a discipline that it requires. */
export type MissingPost = { role: 'caseManager' | 'chair' } | { discipline: BoardDto['requiredDisciplines'][number] };

/** What the boards of one's own hospitals lack: somebody to manage cases and to chair at the host, and each required discipline there or at a partner. */
export function missingPosts(boards: readonly BoardDto[], people: readonly Pick<PersonDto, 'posts' | 'active'>[], own: readonly string[]): MissingPost[] {
  const posts = people.filter(({ active }) => active).flatMap((person) => person.posts);
  const found = new Map<string, MissingPost>();
  for (const board of boards.filter(({ host }) => own.includes(host.id))) {
    const all = [board.host.id, ...board.partners.map(({ id }) => id)];
    for (const role of ['caseManager', 'chair'] as const) if (!posts.some((post) => post.role === role && post.institution.id === board.host.id)) found.set(role, { role });
    for (const discipline of board.requiredDisciplines) if (!posts.some((post) => post.discipline === discipline && all.includes(post.institution.id))) found.set(discipline, { discipline });
  }
  return [...found.values()];
}
