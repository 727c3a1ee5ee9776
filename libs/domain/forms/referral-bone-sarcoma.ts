import type { FormDefinition, FormField } from './definition.js';
import { choice, choices, date, longText, needed, number, open, rows, text } from './fields.js';
import { huvosGrades } from './pathology.js';
import { referralSections } from './sections.js';

/** What bone sarcoma adds to each domain: walking, growth, operations with margins, WHO class, Enneking, Mirels, HUVOS, whole-bone MRI, survey, limb salvage. */
const added: Readonly<Record<string, readonly FormField[]>> = {
  history: [
    choice('walkingAbility', 'walkingAbility', ['unaided', 'withAid', 'wheelchair', 'bedbound'], needed), longText('growthOverTime', needed),
    rows('priorOperations', [date('date', { required: true }), text('operation', { required: true }), text('approach', open), choice('margins', 'margins', ['R0', 'R1', 'R2', 'RX'], { required: true })], needed),
  ],
  pathology: [
    text('whoClass', needed), choice('grade', 'grade', ['low', 'high', 'GX'], needed), text('biopsyTract', needed), choice('huvos', 'huvos', huvosGrades, needed),
    choice('enneking', 'enneking', ['IA', 'IB', 'IIA', 'IIB', 'IIIA', 'IIIB'], needed), number('mirels', { ...open, min: 4, max: 12 }),
  ],
  imaging: [
    date('wholeBoneMri', needed), date('chestCt', needed), date('wholeBodySurvey', needed), choice('surveyKind', 'surveyKind', ['petCt', 'boneScan', 'wholeBodyMri'], open),
    choices('pelvicZones', 'pelvicZone', ['I', 'II', 'III', 'IV'], needed),
  ],
  comorbidity: [text('fitnessForAnaesthesia', needed), text('nutrition', needed)],
  psychosocial: [text('prosthesisAccess', needed), text('schoolOrWork', needed)],
  patientsViews: [longText('viewOnLimbSalvage', needed)],
};

export const referralBoneSarcomaForm: FormDefinition = { id: 'referral-bone-sarcoma', version: 1, sections: referralSections(added) };
