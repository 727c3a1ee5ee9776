import { NavLink } from 'react-router';
import { useT } from '../i18n/useT.js';
import { Page } from '../kit/Page.js';
import styles from './Admin.module.css';

interface Props { title: string; filters?: React.ReactNode; actions?: React.ReactNode; children: React.ReactNode }

/** A page of the admin's area with the way to the others. */
export function AdminPage({ title, filters, actions, children }: Props) {
  const t = useT();
  const link = (to: string, key: string) => <NavLink to={to} end={to === '/admin'} className={styles.tab}>{t(key)}</NavLink>;
  return (
    <Page title={title} filters={filters} actions={actions}>
      <nav className={styles.tabs} aria-label={t('admin.title')}>{link('/admin', 'admin.overview')}{link('/admin/people', 'people.title')}{link('/admin/calendars', 'admin.calendars')}{link('/admin/times', 'time.times')}{link('/admin/mail', 'admin.mail.title')}</nav>
      {children}
    </Page>
  );
}
