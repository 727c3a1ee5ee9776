import type { Post } from '../api/session.js';
import { useT } from '../i18n/useT.js';

/** A post in words: "Shanghai General · specialist, pathology". */
export function usePostWords(): (post: Post) => string {
  const t = useT();
  return (post) => `${post.institutionName} · ${t(`lists.role.${post.role}`)}${post.discipline ? `, ${t(`lists.discipline.${post.discipline}`)}` : ''}`;
}
