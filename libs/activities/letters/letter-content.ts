import { letterParts, textPart, type FormAnswers, type HumanName, type LetterKind, type LetterTemplate } from '#domain';
import type { LetterContent, LetterLanguage, LetterOutcome, LetterPatient, LetterPerson, LetterTreatment, Prose } from '#integrations';
import { given, joined, rowsOf } from './answers.js';
import { factsOf, scoresIn } from './letter-facts.js';
import type { LetterSource, SourceOpinion } from './letter-source.js';

const none: Prose = { text: '', language: 'en' };

/** What the letter says, taken from the signed record: nothing is typed twice, nothing is added. */
export function letterContent(source: LetterSource, { language, plain }: LetterKind): LetterContent {
  const { outcome, state } = source;
  const hospital = (id: string): string => nameIn(source.institutions[id]?.name, language);
  const person = (id: string, discipline: LetterPerson['discipline'], institution?: string): LetterPerson =>
    ({ name: source.people[id]?.name ?? '', discipline, institution: hospital(institution ?? source.people[id]?.institution ?? source.hostInstitutionId) });
  const disciplineOf = (id: string): LetterPerson['discipline'] => outcome.participants.find((one) => one.personId === id)?.discipline ?? 'chair';
  const voice = (kind: 'dissent' | 'abstention') => (id: string) => ({ name: source.people[id]?.name ?? '', discipline: disciplineOf(id), reason: prose(source, `${kind}:${id}`) ?? none });
  return {
    language, reader: plain ? 'patient' : 'clinician', draft: !outcome.signaturesComplete, date: (lastSignature(source) ?? outcome.at).slice(0, 10), caseNumber: source.caseNumber,
    from: { hospital: hospital(state.hostInstitutionId), department: null, address: null },
    to: { clinician: state.referrerId === null ? null : source.people[state.referrerId]?.name ?? null, hospital: hospital(state.originInstitutionId) },
    patient: patientOf(source), question: source.question === null ? none : { text: source.question.body, language: source.question.language },
    board: { name: nameIn(source.board.name, language), meetingAt: source.meetingAt, places: placesOf(source, language) },
    participants: outcome.participants.map((one) => person(one.personId, one.discipline, one.institutionId)),
    ...diagnosisOf(source.opinions), findings: source.opinions.map((opinion) => findingOf(opinion, source)), treatments: rowsOf(source.referral.priorTreatments).map(treatmentOf),
    unverifiedTranslations: Object.values(source.state.documents).filter(({ removedAt, translation }) => removedAt === null && translation?.verified === null).length,
    ...(source.board.letter === undefined ? {} : { layout: layoutOf(source.board.letter, language) }), outcome: outcomeOf(source, hospital), dissents: outcome.dissents.map(voice('dissent')), abstentions: outcome.abstentions.map(voice('abstention')),
    signatures: signersOf(source).map(({ personId, discipline, at }) => ({ ...person(personId, discipline), at })), textHash: outcome.textHash,
  };
}

/** The board's order, its own blocks in the letter's language; in English where they have none in it. */
const layoutOf = ({ parts, texts = [] }: LetterTemplate, language: LetterLanguage): NonNullable<LetterContent['layout']> => parts.flatMap((part): NonNullable<LetterContent['layout']> => {
  const own = texts.find(({ id }) => textPart(id) === part);
  if (own === undefined) return letterParts.filter((each) => each === part);
  const written = own.text[language] === undefined ? 'en' : language;
  return [{ title: own.title[language] ?? own.title['en'] ?? '', prose: { text: own.text[written] ?? '', language: written } }];
});

const nameIn = (names: Readonly<Record<string, string>> | undefined, language: LetterLanguage): string => names?.[language] ?? names?.en ?? '';

const lastSignature = ({ outcome }: LetterSource): string | null => (outcome.signaturesComplete ? outcome.signatures.map((one) => one.at).sort().at(-1) ?? null : null);

function prose({ outcome, texts }: LetterSource, field: string): Prose | null {
  const id = outcome.texts[field];
  const text = id === undefined ? undefined : texts[id];
  return text === undefined || text.body === '' ? null : { text: text.body, language: text.language };
}

const placesOf = ({ state, institutions }: LetterSource, language: LetterLanguage) => [...new Set([state.hostInstitutionId, state.originInstitutionId])].flatMap((id) => {
  const place = institutions[id];
  return place === undefined ? [] : [{ name: nameIn(place.name, language), zone: place.zone }];
});

/** Who must sign: those asked by a task in this round, with when they did; a signature already given stands too. */
function signersOf({ state, outcome }: LetterSource) {
  const asked = Object.values(state.tasks).filter((task) => task.kind === 'sign' && task.about.outcomeId === outcome.id && task.ownerId !== null && task.result?.startsWith('cancelled') !== true);
  return asked.map((task) => {
    const signature = outcome.signatures.find((one) => one.personId === task.ownerId);
    const discipline = signature?.discipline ?? outcome.participants.find((one) => one.personId === task.ownerId)?.discipline ?? 'chair';
    return { personId: task.ownerId ?? '', discipline, at: signature?.at ?? null };
  });
}

const written = ({ family, given: first, patronymic }: HumanName): string => [family, first, patronymic].filter((part) => part !== null && part !== '').join(' ');
/** Chinese and Korean write family and given name without a space. */
const original = (name: HumanName): string => (/^\p{Script=Han}+$/u.test(`${name.family ?? ''}${name.given ?? ''}`) ? `${name.family ?? ''}${name.given ?? ''}` : written(name));

function patientOf({ patient }: LetterSource): LetterPatient {
  const known = patient.names.filter((name) => name.notKnownBecause === null && written(name) !== '');
  const own = known.find((name) => name.script !== 'Latn') ?? known[0];
  const latin = known.find((name) => name.script === 'Latn' && name !== own);
  return {
    name: own === undefined ? null : { original: original(own), transliteration: latin === undefined ? null : written(latin) },
    born: patient.born === null ? null : { kind: 'date', date: patient.born }, sex: patient.sex,
    identifier: patient.identifier === null ? null : { kind: patient.identifier_kind ?? '', value: patient.identifier },
    allergies: patient.allergies ?? { state: 'notAsked' },
  };
}

/** The last reading speaks: a second review where there is one. */
function diagnosisOf(opinions: readonly SourceOpinion[]): Pick<LetterContent, 'diagnosis' | 'diagnosisFacts'> {
  const reading = opinions.findLast((one) => one.kind === 'secondPathology') ?? opinions.findLast((one) => one.kind === 'pathology');
  if (reading === undefined) return { diagnosis: none };
  return { diagnosis: { text: joined(reading.answers, ['tumorType']), language: reading.language }, diagnosisFacts: factsOf(reading.answers).filter(({ kind }) => kind === 'grade' || kind === 'stage') };
}

const wordsOf = ['specimen', 'site', 'tumorType'];
const findingOf = ({ kind, discipline, answers, language }: SourceOpinion, source: LetterSource) => ({
  discipline, prose: { text: [joined(answers, wordsOf), joined(answers, ['comment'])].filter((part) => part !== '').join('. '), language }, facts: [...factsOf(answers), ...scoresIn(kind, discipline, answers, source)],
});

const treatmentOf = (row: FormAnswers): LetterTreatment => ({
  country: given(row, 'country') ?? '', institution: given(row, 'institution') ?? '', from: given(row, 'from'), to: given(row, 'to'),
  kind: given(row, 'kind'), what: given(row, 'regimen') ?? '', result: given(row, 'result'),
});

const numbered = (count: number): readonly number[] => Array.from({ length: count }, (_, place) => place + 1);

function outcomeOf(source: LetterSource, hospital: (id: string) => string): LetterOutcome {
  const { outcome } = source;
  const responsible = outcome.responsibleId === null ? undefined : source.people[outcome.responsibleId];
  const side = outcome.laterality;
  return {
    kind: outcome.kind, intent: outcome.intent, modalities: outcome.modalities,
    laterality: side === 'left' || side === 'right' || side === 'bilateral' || side === 'midline' ? side : null,
    proposal: prose(source, 'proposal') ?? none, rationale: prose(source, 'rationale'), guideline: guidelineOf(source), conditions: prose(source, 'conditions'), alternative: prose(source, 'alternative'),
    responsible: responsible === undefined ? null : { name: responsible.name, institution: hospital(responsible.institution) }, due: outcome.dueDate,
    options: numbered(outcome.optionsWeighed ?? 0).flatMap((n) => { const option = prose(source, `option:${n}`); return option === null ? [] : [{ option, speaksFor: prose(source, `optionFor:${n}`), speaksAgainst: prose(source, `optionAgainst:${n}`) }]; }),
    feasible: outcome.feasibleAtOrigin ?? null,
    pending: (outcome.pendingResults ?? []).flatMap(({ ownerId, dueDate }, place) => {
      const result = prose(source, `pending:${place + 1}`);
      return result === null ? [] : [{ result, wouldChange: prose(source, `pendingChanges:${place + 1}`), owner: source.people[ownerId]?.name ?? '', due: dueDate }];
    }),
  };
}

function guidelineOf(source: LetterSource): LetterOutcome['guideline'] {
  const { guideline } = source.outcome;
  if (guideline === null) return null;
  if (guideline === 'offGuideline') return { kind: 'offGuideline', reason: prose(source, 'offGuidelineReason') ?? none };
  return { kind: 'guideline', name: guideline.code, edition: guideline.edition };
}
