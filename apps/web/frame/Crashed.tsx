import { Button } from '@mantine/core';
import { EmptyState } from '../kit/EmptyState.js';
import { useT } from '../i18n/useT.js';

/** A fault of a screen's own program: the frame's last net. */
export function Crashed() {
  const t = useT();
  return <main><EmptyState title={t('frame.crashed')} what={t('frame.crashedWhat')} action={<Button variant="default" onClick={() => window.location.reload()}>{t('common.reload')}</Button>} /></main>;
}
