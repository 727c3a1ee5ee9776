import { Link } from 'react-router';
import { useT } from '../i18n/useT.js';
import { Icon } from '../kit/icons.js';
import styles from './Notifications.module.css';
import { useUnread } from './reading.js';

/** The bell of the top bar, with how many are unread; it leads to the list. */
export function Bell() {
  const t = useT();
  const unread = useUnread();
  return (
    <Link to="/notifications" className={styles.bell} aria-label={unread === 0 ? t('notifications.title') : `${t('notifications.title')}: ${t('notifications.unread', { count: unread })}`}>
      <Icon name="bell" />
      {unread > 0 && <span className={styles.count} aria-hidden="true">{unread > 99 ? '99+' : unread}</span>}
    </Link>
  );
}
