import type { DocumentDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { StatusChip } from '../kit/StatusChip.js';

/** How far a translation can be relied on: by a machine, by a person and not verified, or verified by whom. Nothing for an original. */
export function TranslationMark({ document: { translation } }: { document: DocumentDto }) {
  const t = useT();
  if (translation === null) return null;
  if (translation.verified) return <StatusChip status="done" label={<bdi>{translation.verified.by.name}</bdi>} wordKey="reviews.translation.verified" />;
  return <StatusChip status={translation.how === 'machine' ? 'blocked' : 'dueSoon'} label={translation.how === 'machine' ? t('reviews.translation.machine') : translation.translator ? <bdi>{translation.translator.name}</bdi> : undefined} wordKey="reviews.translation.unverified" />;
}
