import { intents, lateralities, modalities } from '../cases/lists.js';
import type { FormDefinition } from '../forms/definition.js';
import { choice, choices, date, longText, rows, text, yesNo } from '../forms/fields.js';

const voice = [text('id'), text('personId'), longText('reason')];

/**
 * What is typed for a case while the board speaks, as a draft: nothing in it is required, since it is a recommendation only once it is
 * recorded. Rows have an id of their own, so that two people who type bring theirs together row by row.
 */
export const proposalForm: FormDefinition = { id: 'proposal', version: 1, sections: [{ id: 'proposal', fields: [
  rows('options', [text('id'), longText('option'), longText('favours'), longText('against')]),
  choice('intent', 'intent', intents), choices('modalities', 'modality', modalities), choice('laterality', 'laterality', lateralities),
  longText('proposal'), longText('rationale'), yesNo('offGuideline'), text('guidelineCode'), text('guidelineEdition'), longText('offGuidelineReason'), longText('conditions'),
  choice('feasibleAtOrigin', 'feasible', ['yes', 'no', 'notKnown']), longText('alternative'),
  rows('pendingResults', [text('id'), longText('what'), text('ownerId'), date('dueDate'), longText('wouldChange')]),
  text('responsibleId'), date('dueDate'), text('advisesTransferTo'), rows('dissents', voice), rows('abstentions', voice),
] }] };
