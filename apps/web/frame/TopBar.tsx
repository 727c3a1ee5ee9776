import { useSession } from '../api/session.js';
import { useT } from '../i18n/useT.js';
import { Icon } from '../kit/icons.js';
import { Bell } from '../notifications/Bell.js';
import styles from './Frame.module.css';
import { LanguageMenu } from './LanguageMenu.js';
import { LiveMark } from './LiveMark.js';
import { openPalette } from './Palette.js';
import { PersonMenu } from './PersonMenu.js';

/** Institution and post, search or jump, live state, language, person. */
export function TopBar() {
  const t = useT();
  const { posts } = useSession();
  const post = posts[0];
  return (
    <header className={styles.top}>
      {post && <div className={styles.post} dir="auto"><bdi>{post.institutionName}</bdi><span> · {t(`lists.role.${post.role}`)}</span></div>}
      <button type="button" className={styles.search} onClick={openPalette} aria-label={t('frame.search')} aria-keyshortcuts="Control+K Meta+K">
        <Icon name="search" size={15} /><span aria-hidden="true">{t('frame.search')}</span><kbd dir="ltr" aria-hidden="true">Ctrl K</kbd>
      </button>
      <div className={styles.tools}><LiveMark /><Bell /><LanguageMenu /><PersonMenu /></div>
    </header>
  );
}
