import { describe, expect, it } from '@jest/globals';
import { bodyOf, emptyProposal, issuesOf, type Proposal } from './proposal.js';

const whole: Proposal = {
  ...emptyProposal('left'), intent: 'curative', modalities: ['surgery'], proposal: 'Resection', rationale: 'Margins allow it', guidelineCode: 'NCCN-BONE', guidelineEdition: '2.2026', responsibleId: 'p', dueDate: '2026-12-20',
};

describe('what the board says, before it is read back', () => {
  it('lacks everything while nothing is typed, in the order of the form', () => {
    expect(issuesOf(emptyProposal(null)).map(({ field }) => field)).toEqual(['intent', 'modalities', 'proposal', 'rationale', 'guidelineCode', 'guidelineEdition', 'responsibleId', 'dueDate']);
  });
  it('is whole with a guideline and its edition', () => expect(issuesOf(whole)).toEqual([]));
  it('asks for the reason off guideline instead of the edition', () => {
    expect(issuesOf({ ...whole, offGuideline: true, guidelineCode: '', guidelineEdition: '' }).map(({ field }) => field)).toEqual(['offGuidelineReason']);
  });
  it('asks who dissents and why', () => expect(issuesOf({ ...whole, dissents: [{ id: '1', personId: 'q', reason: ' ' }] })).toEqual([{ field: 'dissents', key: 'needVoice' }]));
  it('sends no guideline and no empty words', () => {
    const body = bodyOf({ ...whole, offGuideline: true, offGuidelineReason: ' No trial ', conditions: '  ' }, 'm');
    expect(body).toMatchObject({ guideline: null, offGuidelineReason: 'No trial' });
    expect(body['conditions']).toBeUndefined();
  });
});
