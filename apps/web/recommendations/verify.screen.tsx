import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { Page } from '../kit/Page.js';
import { VerifyLetter } from './VerifyLetter.js';

/** Whoever holds a letter drops it here and is told whether it is the signed one. */
export function Component() {
  const t = useT();
  return (
    <Page title={t('recommendations.verify')}>
      <Card flush><VerifyLetter /></Card>
      <p className="quiet small">{t('recommendations.verifyFor')}</p>
    </Page>
  );
}
