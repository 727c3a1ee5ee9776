import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { problemOf } from '../api/problem.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { Page } from '../kit/Page.js';
import { ProblemView } from '../kit/ProblemView.js';
import { RowsSkeleton } from '../kit/Skeletons.js';
import { useNotificationSettings } from './reading.js';
import { SettingsForm } from './SettingsForm.js';
import styles from './Settings.module.css';
import { ThisBrowser } from './ThisBrowser.js';

/** How one hears of what: by kind and channel, quiet hours, digest, language. */
export function Component() {
  const t = useT();
  const query = useNotificationSettings();
  return (
    <Page title={t('notifications.settingsTitle')} actions={<Button component={Link} to="/notifications" variant="default">{t('notifications.toList')}</Button>}>
      {query.data ? <div className={styles.form}><SettingsForm key={query.data.version} settings={query.data} /><ThisBrowser push={query.data.push} /></div>
        : query.error ? <ProblemView problem={problemOf(query.error)} onNext={() => void query.refetch()} /> : <Card flush><RowsSkeleton rows={10} height={48} /></Card>}
    </Page>
  );
}
