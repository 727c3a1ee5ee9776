import { isShown, type FieldAnswer, type FieldValue, type FormAnswers, type FormDefinition, type FormField } from '#domain';

export type Given = Readonly<Record<string, FieldValue | FieldAnswer>>;

/** Plausible words for what a case doesn't say itself; every one of them is invented. */
const usual: Given = {
  presentingComplaint: 'Pain at rest and at night, increasing swelling, loss of function over three months.',
  onset: '2026-08', specimen: 'Core needle biopsy, four cores', diagnosis: 'High-grade sarcoma', pathologyDate: '2026-10', laboratory: 'Laboratory of the referring hospital',
  materialAvailable: ['slides', 'blocks'], ecog: '1', comorbidities: 'None known.', medication: 'Paracetamol, tramadol as needed.', allergiesState: 'none',
  carer: 'Lives with parents, mother accompanies', languageAndInterpreter: 'Russian; interpreter needed for Chinese', funding: 'state',
  wishesAndFears: 'Wants to keep the limb and to go on with school; afraid of travel and of losing time.', informedOfBoard: true,
  walkingAbility: 'withAid', growthOverTime: 'Circumference grew by 4 cm in six weeks.', whoClass: 'Osteosarcoma, conventional', grade: 'high', biopsyTract: 'Lateral, marked with ink', huvos: 'II', enneking: 'IIB',
  wholeBoneMri: '2026-10', chestCt: '2026-10', wholeBodySurvey: '2026-10', pelvicZones: { state: 'notApplicable', reason: 'Not in the pelvis.' }, fitnessForAnaesthesia: 'ASA II, no difficulty expected', nutrition: 'BMI 20, no weight loss',
  prosthesisAccess: 'Prosthesis workshop in the region, waiting time two months', schoolOrWork: 'Student', viewOnLimbSalvage: 'Limb salvage preferred, amputation accepted if nothing else is safe.',
  procedure: 'coreBiopsy', site: 'Distal femur', specimenDate: '2026-10', malignant: 'malignant', tumorType: 'Conventional osteosarcoma', size: 84, margins: 'RX', lymphovascularInvasion: 'absent', materialSufficient: true,
  modality: ['mri'], studyDate: '2026-10', quality: 'good', sizeCraniocaudal: 112, sizeTransverse: 74, sizeAnteroposterior: 68, skipLesions: 'none', lungs: 'none', otherBones: 'none', nodes: 'none', agrees: 'agrees',
  priorTreatments: [{ country: { state: 'given', value: 'kz' }, kind: { state: 'given', value: 'biopsy' }, document: { state: 'given', value: 'present' } }],
  priorOperations: [{ date: { state: 'given', value: '2026-10' }, operation: { state: 'given', value: 'Core biopsy' }, margins: { state: 'given', value: 'RX' } }],
  studies: [{ date: { state: 'given', value: '2026-10' }, modality: { state: 'given', value: 'mri' }, bodyPart: { state: 'given', value: 'Femur' } }],
};

const isAnswer = (value: FieldValue | FieldAnswer): value is FieldAnswer => typeof value === 'object' && 'state' in value;

/** Answers to a form: what the case says, and for required fields that it doesn't mention something usual. `without` stay empty. */
export function answersTo(form: FormDefinition, given: Given = {}, without: readonly string[] = []): FormAnswers {
  const fields = form.sections.flatMap((section) => section.fields).filter((field) => !without.includes(field.id));
  const to = (some: readonly FormField[]): FormAnswers => Object.fromEntries(some.flatMap((field) => { const answer = answerTo(field, given); return answer === null ? [] : [[field.id, answer] as const]; }));
  const free = to(fields.filter((field) => field.showWhen === undefined));
  return { ...free, ...to(fields.filter((field) => field.showWhen !== undefined && isShown(field, free))) };
}

function answerTo(field: FormField, given: Given): FieldAnswer | null {
  const own = given[field.id];
  if (own !== undefined) return isAnswer(own) ? own : { state: 'given', value: own };
  if (field.required !== true) return null;
  const value = usual[field.id];
  if (value !== undefined && isAnswer(value)) return value;
  if (field.kind === 'choice' && typeof value === 'string' && field.options?.includes(value) !== true) return { state: 'given', value: field.options?.[0] ?? '' };
  if (value !== undefined) return { state: 'given', value };
  return field.allowNotKnown === true ? { state: 'notKnown', reason: 'Not in the documents at hand.' } : { state: 'given', value: field.options?.[0] ?? 'See the documents.' };
}
