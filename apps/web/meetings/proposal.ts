/** What is typed for a case, as it stands: kept on the server until it is recorded. Rows have ids, so that two who type meet row by row. */
export interface Voice { id: string; personId: string; reason: string }
export interface WeighedOption { id: string; option: string; favours: string; against: string }
export interface PendingResult { id: string; what: string; ownerId: string; dueDate: string; wouldChange: string }
export interface Proposal {
  options: WeighedOption[];
  intent: string | null;
  modalities: string[];
  laterality: string | null;
  proposal: string;
  rationale: string;
  offGuideline: boolean;
  guidelineCode: string;
  guidelineEdition: string;
  offGuidelineReason: string;
  conditions: string;
  feasibleAtOrigin: string | null;
  alternative: string;
  pendingResults: PendingResult[];
  responsibleId: string | null;
  dueDate: string;
  advisesTransferTo: string | null;
  dissents: Voice[];
  abstentions: Voice[];
}

export const emptyProposal = (laterality: string | null): Proposal => ({
  options: [], feasibleAtOrigin: null, pendingResults: [], intent: null, modalities: [], laterality, proposal: '', rationale: '', offGuideline: false, guidelineCode: '', guidelineEdition: '', offGuidelineReason: '', conditions: '', alternative: '',
  responsibleId: null, dueDate: '', advisesTransferTo: null, dissents: [], abstentions: [],
});

export type ProposalField = keyof Proposal;
export interface ProposalIssue { field: ProposalField; key: string }

/** What is missing before it can be read back, in the order of the form. The domain judges again. */
export function issuesOf(typed: Proposal): ProposalIssue[] {
  const blank = (text: string) => text.trim() === '';
  const voices = (list: readonly Voice[]) => list.some((voice) => voice.personId === '' || blank(voice.reason));
  const checks: readonly (readonly [boolean, ProposalField, string])[] = [
    [typed.options.some(({ option }) => blank(option)), 'options', 'needOption'],
    [typed.intent === null, 'intent', 'needIntent'], [typed.modalities.length === 0, 'modalities', 'needModality'], [blank(typed.proposal), 'proposal', 'needProposal'], [blank(typed.rationale), 'rationale', 'needRationale'],
    [!typed.offGuideline && !/^[A-Za-z0-9._:-]{1,80}$/.test(typed.guidelineCode.trim()), 'guidelineCode', 'needGuideline'], [!typed.offGuideline && blank(typed.guidelineEdition), 'guidelineEdition', 'needEdition'],
    [typed.offGuideline && blank(typed.offGuidelineReason), 'offGuidelineReason', 'needOffReason'], [typed.responsibleId === null, 'responsibleId', 'needResponsible'], [!/^\d{4}-\d\d-\d\d$/.test(typed.dueDate), 'dueDate', 'needDueDate'],
    [typed.pendingResults.some(({ what, ownerId, dueDate, wouldChange }) => blank(what) || ownerId === '' || dueDate === '' || blank(wouldChange)), 'pendingResults', 'needPending'],
    [voices(typed.dissents), 'dissents', 'needVoice'], [voices(typed.abstentions), 'abstentions', 'needVoice'],
  ];
  return checks.filter(([wrong]) => wrong).map(([, field, key]) => ({ field, key }));
}

/** As the api takes it. Words that weren't typed are left out. */
export function bodyOf(typed: Proposal, meetingId: string): Record<string, unknown> {
  const words = (text: string) => (text.trim() === '' ? undefined : text.trim());
  const voices = (list: readonly Voice[]) => list.map(({ personId, reason }) => ({ personId, reason: reason.trim() }));
  return {
    meetingId, intent: typed.intent, modalities: typed.modalities, laterality: typed.laterality, responsibleId: typed.responsibleId, dueDate: typed.dueDate, advisesTransferTo: typed.advisesTransferTo,
    guideline: typed.offGuideline ? null : { code: typed.guidelineCode.trim(), edition: typed.guidelineEdition.trim() },
    proposal: typed.proposal.trim(), rationale: typed.rationale.trim(), offGuidelineReason: typed.offGuideline ? words(typed.offGuidelineReason) : undefined, conditions: words(typed.conditions), alternative: words(typed.alternative),
    options: typed.options.map(({ option, favours, against }) => ({ option: option.trim(), favours: words(favours), against: words(against) })), feasibleAtOrigin: typed.feasibleAtOrigin ?? undefined,
    pendingResults: typed.pendingResults.map(({ what, ownerId, dueDate, wouldChange }) => ({ what: what.trim(), ownerId, dueDate, wouldChange: wouldChange.trim() })),
    dissents: voices(typed.dissents), abstentions: voices(typed.abstentions),
  };
}

/** It can't be carried out where the patient lives, and nothing is said for that: a warning, never a refusal. */
export const lacksAlternative = (typed: Proposal): boolean => typed.feasibleAtOrigin === 'no' && typed.alternative.trim() === '';

export const newRowId = (): string => crypto.randomUUID();
