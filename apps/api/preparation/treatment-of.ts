import { openRequestFor, timelineOf, tumorTypeOf, type BoardDefinition, type CaseState, type FieldAnswer, type FormAnswers, type TimelineEntry } from '#domain';
import { formOfDefinition } from '../intake/form-of.js';
import type { PreparationDto, TreatmentDto } from './preparation.dto.js';

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

/** The referral form of the case's tumor type, whose fields are the items of the data set. */
export function formIn(board: BoardDefinition, state: CaseState): PreparationDto['form'] {
  const type = tumorTypeOf(board, state.tumorType);
  if (!type) throw new Error(`Board ${board.id} has no tumor type ${state.tumorType}`);
  return formOfDefinition(type.referralForm);
}

/** Earlier treatments in their order, or why there are none. */
export function treatmentsIn(answers: FormAnswers, state: CaseState): Pick<PreparationDto, 'treatments' | 'treatmentsAnswer'> {
  const answer = answers['priorTreatments'];
  return { treatments: timelineOf(answers).map((entry) => treatmentOf(entry, state)), treatmentsAnswer: answer !== undefined && answer.state !== 'given' ? { state: answer.state, reason: answer.reason } : null };
}
