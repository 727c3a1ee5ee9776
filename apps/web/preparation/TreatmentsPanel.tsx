import type { CaseViewDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { usePreparation } from './reading.js';
import { TreatmentTimeline } from './TreatmentTimeline.js';

/** On the case: what was done before it came here, country by country. Nothing where nothing was. */
export function TreatmentsPanel({ view }: { view: CaseViewDto }) {
  const t = useT();
  const { data } = usePreparation(view.id);
  if (!data || (data.treatments.length === 0 && data.treatmentsAnswer === null)) return null;
  return <Card title={t('reviews.treatments')} count={data.treatments.length || undefined}><TreatmentTimeline caseId={view.id} preparation={data} /></Card>;
}
