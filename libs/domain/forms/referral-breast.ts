import type { FormDefinition, FormField } from './definition.js';
import { choice, choices, date, longText, needed, open, percent } from './fields.js';
import { referralSections } from './sections.js';

export const receptorResults = ['positive', 'low', 'negative', 'notDone'] as const;
export const her2Scores = ['0', '1+', '2+', '3+', 'notDone'] as const;

/** What breast cancer adds to each domain [after EUSOMA's quality indicators and the minimum data of ICCR]: receptors, both breasts and the axilla, menopause, genes, and what the patient thinks of conservation. */
const added: Readonly<Record<string, readonly FormField[]>> = {
  history: [choice('menopausalStatus', 'menopausalStatus', ['pre', 'peri', 'post'], needed), choice('pregnancy', 'pregnancy', ['no', 'pregnant', 'breastfeeding'], needed), longText('familyHistory', needed)],
  pathology: [
    choice('er', 'receptorResult', receptorResults, needed), choice('pr', 'receptorResult', receptorResults, needed), choice('her2', 'her2Score', her2Scores, needed),
    percent('ki67', needed), choice('grade', 'grade', ['G1', 'G2', 'G3', 'GX'], needed),
    choices('germline', 'germline', ['brca1', 'brca2', 'palb2', 'other', 'noneFound', 'pending', 'notTested'], needed),
  ],
  imaging: [
    date('mammographyBoth', needed), date('ultrasoundBreasts', needed), date('ultrasoundAxilla', needed), date('breastMri', open),
    choice('axilla', 'axilla', ['clinicallyNegative', 'suspicious', 'provenByBiopsy', 'negativeByBiopsy'], needed), date('systemicStaging', needed),
  ],
  comorbidity: [percent('ejectionFraction', open)],
  psychosocial: [choice('fertilityWish', 'fertilityWish', ['wishes', 'doesNotWish', 'undecided'], needed)],
  patientsViews: [longText('viewOnConservation', needed), longText('viewOnReconstruction', open)],
};

export const referralBreastForm: FormDefinition = { id: 'referral-breast', version: 1, sections: referralSections(added) };
