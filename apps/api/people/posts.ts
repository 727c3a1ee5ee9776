import type { Post } from '#domain';
import type { PostInputDto } from './people.dto.js';

/** Posts as they were typed: only the three members that a post has. */
export const postsGiven = (posts: readonly PostInputDto[]): Post[] =>
  posts.map(({ institutionId, role, discipline }) => ({ institutionId, role, discipline: discipline ?? null }));
