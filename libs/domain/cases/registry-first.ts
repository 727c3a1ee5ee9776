import { acceptReferral, overrideIntake, rejectReferral } from './accept-referral.js';
import { amendReferral } from './amend-referral.js';
import { answerDataSet } from './answer-data-set.js';
import type { CaseCommands, FirstHalf } from './definition.js';
import { addDocument, removeDocument } from './documents.js';
import { holdCase, resumeCase, withdrawConsent } from './hold-case.js';
import { moveToBoardVersion } from './move-to-board-version.js';
import { openReferral } from './open-referral.js';
import { recordConsent } from './record-consent.js';
import { answerItem, cancelItemRequest, chaseItem, requestItem } from '../preparation/request-item.js';
import { answerReturn, returnReferral } from './return-referral.js';
import { submitReferral } from './submit-referral.js';
import { withdrawCase } from './withdraw-case.js';
import { amendOpinion } from '../reviews/amend-opinion.js';
import { requestOpinion, withdrawOpinionRequest } from '../reviews/request-opinion.js';
import { requestMaterial, supplyMaterial } from '../reviews/request-material.js';
import { declareConflict, resolveDiscordance } from '../reviews/resolve-discordance.js';
import { confirmConsensus } from '../reviews/consensus.js';
import { askThirdOpinion, giveThirdOpinion } from '../reviews/third-opinion.js';
import { attachTranslation, verifyTranslation } from '../preparation/translations.js';
import { signReview } from '../reviews/sign-review.js';
import { enterDiscussion, startReviews } from '../reviews/start-reviews.js';
import { acknowledgeEscalation } from '../tasks/acknowledge-escalation.js';
import { assignTask, claimTask, declineTask, releaseTask } from '../tasks/claim-task.js';
import { delegateTask, returnTask, takeBackTask } from '../tasks/delegate-task.js';
import { handOnTasks } from '../tasks/hand-on-tasks.js';
import { acceptHandOver, handOverTask, refuseHandOver } from '../tasks/hand-over-task.js';
import { passOnEscalation } from '../tasks/pass-on-escalation.js';
import { replanDeadlines } from '../tasks/replan-deadlines.js';
import { runDue } from '../tasks/run-due.js';
import { resumeTask, suspendTask } from '../tasks/suspend-task.js';

/** Intake, tasks, reviews, and the moves up to the discussion. */
export const firstHalf: CaseCommands<FirstHalf> = {
  openReferral, amendReferral, answerDataSet, addDocument, removeDocument, recordConsent, withdrawConsent, submitReferral, returnReferral, answerReturn, acceptReferral, overrideIntake,
  askThirdOpinion, giveThirdOpinion, attachTranslation, verifyTranslation, requestItem, chaseItem, answerItem, cancelItemRequest,
  rejectReferral, moveToBoardVersion, withdrawCase, holdCase, resumeCase, claimTask, assignTask, releaseTask, declineTask, acknowledgeEscalation, passOnEscalation,
  handOverTask, acceptHandOver, refuseHandOver, delegateTask, returnTask, takeBackTask, suspendTask, resumeTask, handOnTasks, signReview, amendOpinion, requestMaterial, supplyMaterial, resolveDiscordance, confirmConsensus,
  requestOpinion, withdrawOpinionRequest, declareConflict, startReviews, enterDiscussion, runDue, replanDeadlines,
};
