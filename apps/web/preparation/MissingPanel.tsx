import type { CaseViewDto } from '../generated/types.gen.js';
import { Completeness } from '../intake/Completeness.js';
import { isOpenRequest, usePreparation } from './reading.js';

/** On the case: what its file still misses, by domain, and of whom it is asked. Nothing where nothing is missing. */
export function MissingPanel({ view }: { view: CaseViewDto }) {
  const early = ['intake', 'pathologyReview', 'imagingReview', 'discussion'].includes(view.column);
  const lacks = view.completeness.some((item) => item.required && item.state === 'missing') || view.tasks.some((task) => task.kind === 'supplyItem' && task.closedAt === null);
  const { data } = usePreparation(view.id, early && lacks);
  if (!early || !lacks || !data) return null;
  const asked = new Set(data.requests.filter(isOpenRequest).map(({ item }) => item));
  return <Completeness items={data.completeness.filter((item) => (item.required && item.state === 'missing') || asked.has(item.id))} form={data.form} linked={false} preparation={data} caseId={view.id} />;
}
