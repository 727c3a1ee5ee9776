import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useT } from '../i18n/useT.js';
import { EmptyState } from '../kit/EmptyState.js';
import { Page } from '../kit/Page.js';

/** No screen has this address. */
export function Component() {
  const t = useT();
  return (
    <Page title={t('frame.notFound')}>
      <EmptyState title={t('frame.notFound')} what={t('frame.notFoundWhat')} action={<Button component={Link} to="/" variant="default">{t('frame.toCases')}</Button>} />
    </Page>
  );
}
