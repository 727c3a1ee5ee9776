/** The stages of a case, in the order in which a board shows them. */
export const stages = ['intake', 'pathologyReview', 'imagingReview', 'discussion', 'recommendation', 'transfer', 'followUp'] as const;
export type Stage = (typeof stages)[number];
export type StageStatus = 'notStarted' | 'active' | 'done' | 'skipped';
