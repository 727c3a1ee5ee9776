import { choice, longText, needed, open } from '../fields.js';
import type { FormSection } from '../definition.js';

/** What the clinician who looks after the patient sees anew: ECOG as in the referral, 0 to 5 [Oken et al., Am J Clin Oncol 1982;5:649-655]; nobody who is dead is examined. */
export const performance = choice('ecog', 'ecog', ['0', '1', '2', '3', '4'], needed);

/** Every asked opinion ends with the answer to what was asked. */
export const conclusion: FormSection = { id: 'conclusion', fields: [longText('answer', { required: true }), longText('comment', open)] };
