import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useNavigate } from 'react-router';
import { request } from '../api/http.js';
import { useSession } from '../api/session.js';
import { useT } from '../i18n/useT.js';
import { useShowKeys } from '../kit/KeyHints.js';
import styles from './Frame.module.css';
import { usePostWords } from './post.js';

const schemes: readonly (readonly [MantineColorScheme, string])[] = [['auto', 'frame.colourAuto'], ['light', 'frame.colourLight'], ['dark', 'frame.colourDark']];

/** Who is signed in, in which posts; colours, notifications, keys, sign out. */
export function PersonMenu() {
  const t = useT();
  const { person, posts } = useSession();
  const words = usePostWords();
  const navigate = useNavigate();
  const showKeys = useShowKeys();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = () => void request<{ redirectTo: string }>('/api/session/sign-out', { method: 'POST', body: {}, headers: { 'idempotency-key': crypto.randomUUID() } })
    .then((answer) => window.location.assign(answer.redirectTo), () => window.location.assign('/'));
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <button type="button" className={styles.tool} aria-label={t('frame.person', { name: person.name })}>
          <span className={styles.avatar} aria-hidden="true">{[...person.name.replace(/^(Dr|Prof)\.?\s+/, '')][0]}</span>
          <span className={styles.personName}><bdi>{person.name}</bdi></span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label><bdi>{person.name}</bdi>{posts.map((post, i) => <div key={i}><bdi>{words(post)}</bdi></div>)}</Menu.Label>
        <Menu.Item onClick={() => void navigate('/notifications')}>{t('frame.notifications')}</Menu.Item>
        <Menu.Item onClick={() => void navigate('/absence')}>{t('frame.absence')}</Menu.Item>
        <Menu.Item onClick={() => void navigate('/letters/verify')}>{t('recommendations.verify')}</Menu.Item>
        <Menu.Item onClick={showKeys}>{t('frame.shortcuts')}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('frame.colour')}</Menu.Label>
        {schemes.map(([scheme, key]) => <Menu.Item key={scheme} fw={scheme === colorScheme ? 600 : 400} aria-current={scheme === colorScheme || undefined} onClick={() => setColorScheme(scheme)}>{t(key)}</Menu.Item>)}
        <Menu.Divider />
        <Menu.Item onClick={signOut}>{t('frame.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
