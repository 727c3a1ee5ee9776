import { openRequestFor, type CaseState, type FieldAnswer, type TimelineEntry } from '#domain';
import type { TreatmentDto } from './preparation.dto.js';

const said = (answer: FieldAnswer | undefined): string | null => (answer?.state === 'given' && typeof answer.value === 'string' && answer.value !== '' ? answer.value : null);
const isDocument = (code: string | null): code is NonNullable<TreatmentDto['document']> => code === 'present' || code === 'requested' || code === 'none';

/** An earlier treatment as the screens show it, with the open request for its papers. */
export function treatmentOf({ source, from, to, starts, ends, orderKnown, row }: TimelineEntry, state: CaseState): TreatmentDto {
  const document = said(row['document']);
  return {
    source: { ...source }, institution: said(row['institution']), from, to, earliest: starts?.first ?? null, latest: ends?.last ?? starts?.last ?? null, orderKnown, regimen: said(row['regimen']), result: said(row['result']),
    document: isDocument(document) ? document : null, requestId: openRequestFor(state, null, source)?.id ?? null,
  };
}
