import type { FormDefinition } from './definition.js';
import { choice, longText } from './fields.js';

/** The second reading: the same elements, read anew, and whether it agrees. The grade of discordance is part of the signature. */
export const secondPathologyForm = (first: FormDefinition): FormDefinition => ({
  id: 'second-pathology', version: first.version,
  sections: [
    ...first.sections,
    { id: 'comparison', fields: [choice('agrees', 'agrees', ['agrees', 'differs'], { required: true, readOut: true }), longText('differsIn', { required: true, readOut: true, showWhen: { field: 'agrees', is: ['differs'] } })] },
  ],
});
