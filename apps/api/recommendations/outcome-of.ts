import { letterKey, letterKinds, missingLetters, openTasks, type CaseState, type LetterFile, type LetterKind, type Outcome, type Signature } from '#domain';
import type { MayDto } from '../http/may.dto.js';
import type { Names } from '../reading/names.js';
import type { Texts } from '../reading/texts.js';
import type { TextDto } from '../people/refs.dto.js';
import type { AddresseeTaskDto, AskedLetterDto, ConfirmTaskDto, DissentDto, LetterDto, OutcomeDto, OutcomeTextsDto, OwedSignatureDto, PatientSaidDto, RecalledLettersDto, SecondOpinionDto, SignatureDto } from './outcome.dto.js';

/** An outcome with its words and everybody's name. */
export function outcomeOf(state: CaseState, outcome: Outcome, names: Names, texts: Texts, may: MayDto[] = []): OutcomeDto {
  const off = outcome.guideline === 'offGuideline';
  return {
    id: outcome.id, round: outcome.round, meetingId: outcome.meetingId, kind: outcome.kind, at: outcome.at, chair: names.person(outcome.chairId),
    participants: outcome.participants.map(({ personId, discipline, institutionId }) => ({ person: names.person(personId), discipline, institution: names.institution(institutionId) })),
    intent: outcome.intent, modalities: [...outcome.modalities], laterality: outcome.laterality, guideline: outcome.guideline === null || outcome.guideline === 'offGuideline' ? null : { ...outcome.guideline }, offGuideline: off,
    responsible: names.maybe(outcome.responsibleId), dueDate: outcome.dueDate, advisesTransferTo: outcome.advisesTransferTo === null ? null : names.institution(outcome.advisesTransferTo),
    options: Array.from({ length: outcome.optionsWeighed ?? 0 }, (_, place) => ({ option: said(outcome, texts, `option:${place + 1}`), favours: said(outcome, texts, `optionFor:${place + 1}`), against: said(outcome, texts, `optionAgainst:${place + 1}`) })),
    feasibleAtOrigin: outcome.feasibleAtOrigin ?? null,
    pendingResults: (outcome.pendingResults ?? []).map(({ ownerId, dueDate }, place) => ({ what: said(outcome, texts, `pending:${place + 1}`), owner: names.person(ownerId), dueDate, wouldChange: said(outcome, texts, `pendingChanges:${place + 1}`) })),
    dissents: voices(outcome, 'dissent', outcome.dissents, names, texts), abstentions: voices(outcome, 'abstention', outcome.abstentions, names, texts),
    texts: wordsOf(outcome, texts), textHash: outcome.textHash,
    signatures: outcome.signatures.map((one) => signatureOf(one, names)),
    owedSignatures: owed(state, outcome, names), voided: (outcome.voided ?? []).map(({ at, because, signatures }) => ({ at, because, signatures: signatures.map((one) => signatureOf(one, names)) })), confirmTask: confirmTaskOf(state, outcome),
    signaturesComplete: outcome.signaturesComplete, letters: lettersOf(state, outcome), lettersAsked: askedLettersOf(outcome), recalled: recalledOf(state, outcome, names, texts), addresseeTask: addresseeTaskOf(state, outcome, names), letterSentAt: outcome.letterSentAt,
    acknowledgedAt: outcome.acknowledgedAt, acknowledgedBy: names.maybe(outcome.acknowledgedBy), patientDecision: outcome.patientDecision, patientSaid: patientSaidOf(outcome, names, texts), secondOpinions: secondOpinionsOf(state, outcome, names, texts),
    supersededBy: outcome.supersededBy, may,
  };
}

const fields = ['proposal', 'rationale', 'offGuidelineReason', 'conditions', 'alternative', 'note'] as const;

function wordsOf(outcome: Outcome, texts: Texts): OutcomeTextsDto {
  const words: OutcomeTextsDto = {};
  for (const field of fields) {
    const text = texts.get(outcome.texts[field]);
    if (text) words[field] = text;
  }
  return words;
}

const said = (outcome: Outcome, texts: Texts, field: string): TextDto | null => texts.get(outcome.texts[field]);

const voices = (outcome: Outcome, kind: 'dissent' | 'abstention', people: readonly string[], names: Names, texts: Texts): DissentDto[] =>
  people.map((id) => ({ person: names.person(id), reason: texts.get(outcome.texts[`${kind}:${id}`]) }));

const owed = (state: CaseState, outcome: Outcome, names: Names): OwedSignatureDto[] =>
  openTasks(state.tasks).filter((task) => task.kind === 'sign' && task.about['outcomeId'] === outcome.id)
    .map((task) => ({ taskId: task.id, discipline: task.about['discipline'] ?? task.offer.discipline ?? 'chair', owner: names.maybe(task.ownerId) }));

function patientSaidOf({ patientSaid }: Outcome, names: Names, texts: Texts): PatientSaidDto | null {
  if (patientSaid === undefined) return null;
  const { because, explained, reasonTextId, by } = patientSaid;
  return { because, where: explained?.where ?? null, explainedBy: names.maybe(explained?.by), on: explained?.on ?? null, reason: texts.get(reasonTextId), recordedBy: names.person(by) };
}

const secondOpinionsOf = (state: CaseState, outcome: Outcome, names: Names, texts: Texts): SecondOpinionDto[] => (outcome.secondOpinions ?? []).map(({ at, by, reason, where, noteTextId, taskId, sent, received }) => {
  const task = openTasks(state.tasks).find(({ id }) => id === taskId);
  return {
    at, by: names.person(by), reason, where, note: texts.get(noteTextId), task: task === undefined ? null : { taskId: task.id, version: task.version, owner: names.maybe(task.ownerId), dueAt: task.deadline?.dueAt ?? null },
    sent: sent === undefined ? null : { at: sent.at, by: names.person(sent.by), recipient: texts.get(sent.recipientTextId), what: texts.get(sent.noteTextId) },
    received: received === undefined ? null : { at: received.at, by: names.person(received.by), answer: received.answer, note: texts.get(received.noteTextId) },
  };
});

const signatureOf = ({ personId, discipline, at, textHash }: Signature, names: Names): SignatureDto => ({ person: names.person(personId), discipline, at, textHash });

const lettersIn = <T>(letters: Outcome['letter'], as: (kind: LetterKind, letter: LetterFile) => T): T[] => letterKinds.flatMap((kind) => {
  const letter = letters?.[letterKey(kind)];
  return letter ? [as(kind, letter)] : [];
});
const lettersOf = (state: CaseState, outcome: Outcome): LetterDto[] => lettersIn(outcome.letter, (kind, letter) => ({ ...kind, ...letter, href: `/api/cases/${state.id}/outcomes/${outcome.id}/letters/${letterKey(kind)}` }));

const recalledOf = (state: CaseState, outcome: Outcome, names: Names, texts: Texts): RecalledLettersDto[] => (outcome.recalled ?? []).map(({ at, by, reason, noteTextId, letters, marked = {} }) => ({
  at, by: names.person(by), reason, note: texts.get(noteTextId), letters: lettersIn(letters, (kind, { sha256 }) => {
    const href = `/api/cases/${state.id}/outcomes/${outcome.id}/recalled/${sha256}`;
    const copy = marked[sha256];
    return { ...kind, sha256, href: copy === undefined ? null : href, originalHref: `${href}/original`, replacedAt: copy?.replacedAt ?? null };
  }),
}));

const taskOf = (state: CaseState, outcome: Outcome, kind: 'confirmOutcome' | 'nameAddressee') => openTasks(state.tasks).find((task) => task.kind === kind && task.about['outcomeId'] === outcome.id);

function confirmTaskOf(state: CaseState, outcome: Outcome): ConfirmTaskDto | null {
  const task = taskOf(state, outcome, 'confirmOutcome');
  return task === undefined ? null : { taskId: task.id, version: task.version, opinion: task.about['opinion'] ?? '' };
}

/** Clinicians of the origin who have an account. */
function addresseeTaskOf(state: CaseState, outcome: Outcome, names: Names): AddresseeTaskDto | null {
  const task = taskOf(state, outcome, 'nameAddressee');
  if (task === undefined) return null;
  const fits = [...names.directory.people.values()].filter(({ active, posts }) => active && posts.some(({ institutionId, role }) => institutionId === state.originInstitutionId && (role === 'referringClinician' || role === 'specialist')));
  return { taskId: task.id, version: task.version, candidates: fits.map(({ id }) => names.person(id)) };
}

/** Asked for, and not there yet. */
const askedLettersOf = (outcome: Outcome): AskedLetterDto[] => letterKinds.filter((kind) => missingLetters(outcome).includes(letterKey(kind)) && outcome.lettersAsked?.includes(letterKey(kind)) === true);
