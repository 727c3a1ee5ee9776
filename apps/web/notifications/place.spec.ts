import { describe, expect, it } from '@jest/globals';
import { placeOf } from './place.js';

const at = (kind: string, taskId: string | null, params: Record<string, unknown> = {}, caseId: string | null = 'c') => placeOf({ kind, caseId, taskId, params });

describe('a notification leads', () => {
  it('to the review itself', () => expect(at('imagingReview', 't')).toBe('/cases/c/reviews/t'));
  it('to the task that it names, whatever happened to it', () => expect(at('taskAssigned', 't', { task: 'pathologyReview' })).toBe('/cases/c/reviews/t'));
  it('to the line of the checklist', () => expect(at('transferItem', 't')).toBe('/cases/c/transfer?task=t'));
  it('to the meeting', () => expect(at('caseListed', null, { meetingId: 'm' })).toBe('/meetings/m'));
  it('to the case with the task in sight', () => expect(at('taskOffered', 't', { task: 'sign' })).toBe('/cases/c?task=t'));
  it('nowhere when the case is not open to the reader any more', () => expect(at('caseClosed', null, {}, null)).toBeNull());
});
