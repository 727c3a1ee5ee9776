import type { CommandDefinition } from '../core/command.js';
import type { CaseCommandData, CaseCommandName } from './commands.js';
import type { CaseEvent } from './events.js';
import type { CaseState } from './state.js';

/** A command on a case. `openReferral` begins the stream, so it has no state before it. */
export type CaseCommand<Name extends CaseCommandName> = CommandDefinition<Name extends 'openReferral' ? null : CaseState, CaseCommandData[Name], CaseEvent>;
export type CaseCommands<Name extends CaseCommandName = CaseCommandName> = { readonly [K in Name]: CaseCommand<K> };

/** Commands of intake, tasks, reviews and the moves up to the discussion; the rest stands in registry-second. */
export type FirstHalf = 'openReferral' | 'amendReferral' | 'answerDataSet' | 'addDocument' | 'removeDocument' | 'recordConsent' | 'withdrawConsent' | 'submitReferral' | 'returnReferral'
  | 'answerReturn' | 'acceptReferral' | 'overrideIntake' | 'rejectReferral' | 'moveToBoardVersion' | 'withdrawCase' | 'holdCase' | 'resumeCase' | 'claimTask' | 'assignTask' | 'releaseTask' | 'declineTask'
  | 'handOverTask' | 'acceptHandOver' | 'refuseHandOver' | 'delegateTask' | 'returnTask' | 'takeBackTask' | 'suspendTask' | 'resumeTask' | 'handOnTasks' | 'acknowledgeEscalation' | 'passOnEscalation'
  | 'signReview' | 'amendOpinion' | 'requestItem' | 'chaseItem' | 'answerItem' | 'cancelItemRequest' | 'requestMaterial' | 'supplyMaterial' | 'resolveDiscordance' | 'confirmConsensus' | 'askThirdOpinion' | 'giveThirdOpinion' | 'attachTranslation' | 'verifyTranslation' | 'requestOpinion' | 'withdrawOpinionRequest' | 'declareConflict' | 'startReviews' | 'enterDiscussion' | 'runDue' | 'replanDeadlines';
export type SecondHalf = Exclude<CaseCommandName, FirstHalf>;
