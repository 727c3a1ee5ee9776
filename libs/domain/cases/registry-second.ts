import { acceptIncompleteFile } from '../discussion/accept-incomplete-file.js';
import { delistFromMeeting, listForMeeting, listOnNextMeeting, warnOfFreeze } from '../discussion/list-case.js';
import { deferCase, recordOtherOutcome, settleDeferralCause } from '../discussion/other-outcomes.js';
import { markStandardOfCare, signOffStandardOfCare, unmarkStandardOfCare } from '../discussion/standard-of-care.js';
import { recordRecommendation } from '../discussion/record-recommendation.js';
import { answerFollowUp } from '../followup/answer-follow-up.js';
import { closeCase, finishCase, openNewRound, reopenCase } from '../followup/close-case.js';
import { enterFollowUp } from '../followup/enter-follow-up.js';
import { recordFollowUpVisit } from '../followup/record-visit.js';
import { acknowledgeRecommendation, recordPatientDecision } from '../recommendations/acknowledge-recommendation.js';
import { askSecondOpinion } from '../recommendations/ask-second-opinion.js';
import { enterRecommendation } from '../recommendations/enter-recommendation.js';
import { askForLetter, attachLetter, failLetter, retryLetter } from '../recommendations/letters.js';
import { attachMarkedLetter } from '../recommendations/mark-letter.js';
import { nameAddressee } from '../recommendations/name-addressee.js';
import { confirmOutcome, discussOutcomeAgain } from '../recommendations/new-evidence.js';
import { recordSecondOpinion, sendSecondOpinion } from '../recommendations/second-opinion-elsewhere.js';
import { recallLetter } from '../recommendations/recall-letter.js';
import { completeSignatures, refuseSignature, signRecommendation } from '../recommendations/sign-recommendation.js';
import { completeTransferItem } from '../transfers/complete-transfer-item.js';
import { enterTransfer } from '../transfers/enter-transfer.js';
import { acceptTransfer, endTransfer, progressTransfer, recordArrival, recordDeparture, refuseTransfer, sendTransfer, takeOver } from '../transfers/hand-over.js';
import { pauseWaitingTime, resumeWaitingTime } from '../waiting/pause-waiting-time.js';
import { recordFirstTreatment } from '../waiting/record-first-treatment.js';
import type { CaseCommands, SecondHalf } from './definition.js';

/** Commands from the board's discussion to the closure, by name. */
export const secondHalf: CaseCommands<SecondHalf> = {
  markStandardOfCare, unmarkStandardOfCare, signOffStandardOfCare, acceptIncompleteFile, listOnNextMeeting, listForMeeting, warnOfFreeze, delistFromMeeting, recordRecommendation, deferCase, settleDeferralCause, recordOtherOutcome,
  enterRecommendation, signRecommendation, refuseSignature, completeSignatures, askForLetter, attachLetter, attachMarkedLetter, failLetter, retryLetter, recallLetter, nameAddressee, confirmOutcome, discussOutcomeAgain, acknowledgeRecommendation, recordPatientDecision, askSecondOpinion, sendSecondOpinion, recordSecondOpinion,
  enterTransfer, sendTransfer, progressTransfer, acceptTransfer, refuseTransfer, completeTransferItem, recordDeparture, recordArrival, takeOver, endTransfer,
  enterFollowUp, answerFollowUp, recordFollowUpVisit, finishCase, closeCase, reopenCase, openNewRound,
  pauseWaitingTime, resumeWaitingTime, recordFirstTreatment,
};
