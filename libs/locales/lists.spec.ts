import { describe, expect, it } from '@jest/globals';
import {
  caseStatuses, closureReasons, consentPurposes, declineReasons, deferralCauses, discordanceGrades, documentKinds, followUpStatuses, holdReasons, intents, lateralities, modalities,
  noDeadlineCauses, notCarriedOutReasons, outcomeKinds, overrideCodes, recurrenceFindings, rejectReasons, suspendReasons, transferItems, withdrawReasons,
} from '#domain';
import { has } from './translate.js';

const lists = {
  caseStatus: caseStatuses, closureReason: closureReasons, consentPurpose: consentPurposes, declineReason: declineReasons, deferralCause: deferralCauses, discordanceGrade: discordanceGrades,
  documentKind: documentKinds, followUpStatus: followUpStatuses, holdReason: holdReasons, intent: intents, laterality: lateralities, modality: modalities, noDeadlineBecause: noDeadlineCauses,
  notCarriedOutReason: notCarriedOutReasons, outcomeKind: outcomeKinds, overrideCode: overrideCodes, recurrenceFound: recurrenceFindings, rejectReason: rejectReasons, suspendReason: suspendReasons,
  transferItem: transferItems.map(({ code }) => code), withdrawReason: withdrawReasons,
};

describe.each(Object.entries(lists))('the coded list %s', (list, codes) => {
  it.each(['en', 'he'])('has a word for each code in %s', (lang) => expect(codes.filter((code) => !has(lang, `lists.${list}.${code}`))).toEqual([]));
});
