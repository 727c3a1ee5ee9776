import { useT } from '../i18n/useT.js';
import { TextSkeleton } from '../kit/Skeletons.js';
import { usePreparation } from './reading.js';
import { TreatmentTimeline } from './TreatmentTimeline.js';

/** Earlier treatments where they are read beside something else: a review, the meeting. */
export function TreatmentsOf({ caseId }: { caseId: string }) {
  const t = useT();
  const { data, error } = usePreparation(caseId);
  if (data) return <TreatmentTimeline caseId={caseId} preparation={data} />;
  return error ? <p className="quiet">{t('meetings.treatmentsHidden')}</p> : <TextSkeleton lines={3} />;
}
