import type { TaskDto } from '../generated/types.gen.js';
import { useSession } from '../api/session.js';
import { useLanguage, useT } from '../i18n/useT.js';
import { formatDate, zonedParts } from '../kit/iso-dates.js';

/** What was arranged about a task, a sentence each: to whom it is handed, for whom it is done, until when it is laid aside. */
export function useArrangedWords(): (task: TaskDto) => string[] {
  const t = useT();
  const lang = useLanguage();
  const me = useSession().person.id;
  return ({ owner, handOver, actingFor, suspended, pool }) => [
    ...(handOver === null ? [] : [handOver.to.id === me ? t('cases.handedBy', { person: owner?.name ?? '' }) : t('cases.handedTo', { person: handOver.to.name })]),
    ...(actingFor === null ? [] : [t(actingFor.because === 'delegated' ? 'cases.doneFor' : 'cases.standsInFor', { person: actingFor.person.name })]),
    ...(suspended === null ? [] : [t('cases.laidAside', { until: formatDate(zonedParts(suspended.resumesAt, pool.institution.zone, lang).date, lang), reason: t(`lists.suspendReason.${suspended.reason}`) })]),
  ];
}
