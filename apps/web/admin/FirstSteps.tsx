import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useSession } from '../api/session.js';
import type { BoardDto, InstitutionDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useLanguage, useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './Admin.module.css';
import { missingPosts } from './missing.js';
import { usePeople } from './reading.js';
import { listWords } from '../kit/intl.js';

/** The walk of a new installation: the hospital, its people, a board. It goes once all are there. */
export function FirstSteps({ institutions, boards, onBoard }: { institutions: readonly InstitutionDto[]; boards: readonly BoardDto[]; onBoard: () => void }) {
  const t = useT();
  const lang = useLanguage();
  const own = useSession().posts.filter(({ role }) => role === 'admin').map(({ institutionId }) => institutionId);
  const people = usePeople(null, false);
  if (!people.data) return null;
  const missing = missingPosts(boards, people.data.pages.flatMap((page) => page.items), own);
  const words = missing.map((post) => t('role' in post ? `lists.role.${post.role}` : `lists.discipline.${post.discipline}`));
  const steps = [
    { key: 'hospital', done: institutions.length > 0, action: null },
    { key: 'board', done: boards.length > 0, action: <Button size="compact-sm" onClick={onBoard}>{t('admin.addBoard')}</Button> },
    { key: 'people', done: boards.length > 0 && missing.length === 0, action: <Button size="compact-sm" variant={boards.length > 0 ? 'filled' : 'default'} component={Link} to="/admin/people?add=true">{t('people.add')}</Button> },
  ];
  if (steps.every(({ done }) => done)) return null;
  return (
    <Card title={t('admin.firstSteps')} count={t('common.of', { done: steps.filter(({ done }) => done).length, all: steps.length })} flush>
      <ol className={styles.steps}>
        {steps.map(({ key, done, action }) => (
          <li key={key} className={styles.step}>
            <StatusShape status={done ? 'done' : 'waiting'} size={14} />
            <span className="visually-hidden"><T k={done ? 'common.status.done' : 'common.status.waiting'} /></span>
            <div><strong style={{ fontWeight: 600 }}>{t(`admin.steps.${key}.title`)}</strong><div className={styles.sub}>{key === 'people' && boards.length > 0 && !done ? <T k="admin.stillMissing" values={{ posts: listWords(lang, words) }} /> : t(`admin.steps.${key}.what`)}</div></div>
            {!done && action}
          </li>
        ))}
      </ol>
    </Card>
  );
}
