import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { Page } from '../kit/Page.js';
import styles from './Outcome.module.css';
import { VerifyLetter } from './VerifyLetter.js';

/** Whoever holds a letter drops it here and is told whether it is the signed one. */
export function Component() {
  const t = useT();
  return (
    <Page title={t('recommendations.verify')}>
      <Card flush><VerifyLetter /><p className={styles.emptyLine}>{t('recommendations.verifyFor')}</p></Card>
    </Page>
  );
}
