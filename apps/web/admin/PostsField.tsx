import { Button, Select } from '@mantine/core';
import type { InstitutionDto, PostInputDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import styles from './Admin.module.css';
import { disciplines, ofField, roles, useInstitutionName } from './words.js';

export const postFaults = (posts: readonly PostInputDto[]): boolean => posts.length === 0 || posts.some((post) => post.institutionId === '' || (post.role === 'specialist' && post.discipline === null));

interface Props { posts: readonly PostInputDto[]; onChange: (posts: PostInputDto[]) => void; institutions: readonly InstitutionDto[]; tried: boolean }

/** Posts, each a role at a hospital, with the field where it is of one. */
export function PostsField({ posts, onChange, institutions, tried }: Props) {
  const t = useT();
  const institutionName = useInstitutionName();
  const set = (at: number, change: Partial<PostInputDto>) => onChange(posts.map((post, i) => (i === at ? { ...post, ...change } : post)));
  const hospitals = institutions.map((each) => ({ value: each.id, label: institutionName(each) }));
  const need = (missing: boolean) => (tried && missing ? t('admin.needed') : null);
  return (
    <fieldset className={styles.posts}>
      <legend style={{ fontWeight: 500, paddingBlockEnd: 4 }}>{t('people.posts')}</legend>
      {posts.map((post, i) => (
        <div key={i} className={styles.post}>
          <Select aria-label={t('people.hospital')} data={hospitals} value={post.institutionId || null} placeholder={t('people.hospital')} error={need(post.institutionId === '')} allowDeselect={false} onChange={(institutionId) => set(i, { institutionId: institutionId ?? '' })} />
          <Select aria-label={t('people.role')} data={roles.map((role) => ({ value: role, label: t(`lists.role.${role}`) }))} value={post.role} allowDeselect={false}
            onChange={(chosen) => { const role = roles.find((each) => each === chosen); if (role) set(i, { role, discipline: ofField(role) ? post.discipline : null }); }} />
          <Select aria-label={t('people.discipline')} data={disciplines.map((code) => ({ value: code, label: t(`lists.discipline.${code}`) }))} value={post.discipline} placeholder={ofField(post.role) ? t('people.discipline') : '–'} disabled={!ofField(post.role)}
            error={need(post.role === 'specialist' && post.discipline === null)} onChange={(chosen) => set(i, { discipline: disciplines.find((each) => each === chosen) ?? null })} />
          <Button variant="subtle" color="gray" disabled={posts.length === 1} onClick={() => onChange(posts.filter((_, at) => at !== i))} aria-label={t('common.removeRow', { number: i + 1 })}>{t('common.remove')}</Button>
        </div>
      ))}
      <div><Button size="compact-sm" variant="default" onClick={() => onChange([...posts, { institutionId: posts[0]?.institutionId ?? '', role: 'specialist', discipline: null }])}>{t('people.addPost')}</Button></div>
    </fieldset>
  );
}
