/** Every move that the process makes by itself, in the order of the story. A test holds it against the domain's. */
export const moves = [
  'startReviews', 'enterDiscussion', 'listOnNextMeeting', 'enterRecommendation', 'completeSignatures', 'makeLetters',
  'enterTransfer', 'enterFollowUp', 'finishCase',
] as const;
