/** Coded lists of the clinical content. Words stand in the catalogues under `lists.<list>.<code>`. */
export const caseStatuses = ['draft', 'open', 'returned', 'onHold', 'withdrawn', 'rejected', 'closed'] as const;
export type CaseStatus = (typeof caseStatuses)[number];
export const consentPurposes = ['care', 'sharingAcrossBorders', 'registry', 'contactForResearch'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];
export const deferralCauses = ['pathologyMissing', 'imagingMissing', 'stagingIncomplete', 'patientInformationMissing', 'requiredDisciplineAbsent', 'timeRanOut', 'listedInError', 'other'] as const;
export type DeferralCause = (typeof deferralCauses)[number];
export const outcomeKinds = ['recommendation', 'deferred', 'coveredByStandard', 'referredToOtherBoard', 'discussAgainByDate'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];
export const intents = ['curative', 'palliative', 'diagnostic', 'surveillance', 'supportive'] as const;
export type Intent = (typeof intents)[number];
export const modalities = ['surgery', 'systemicTherapy', 'radiotherapy', 'combined', 'furtherDiagnostics', 'trial', 'activeSurveillance', 'supportiveCare'] as const;
export type Modality = (typeof modalities)[number];
export const notCarriedOutReasons = ['comorbidity', 'patientsChoice', 'newInformation', 'progression', 'didNotAttend', 'conditionNotMet', 'notAvailableLocally', 'noFunding', 'died', 'treatedElsewhere', 'noReasonGiven'] as const;
export type NotCarriedOutBecause = (typeof notCarriedOutReasons)[number];
/** How the patient is at a follow-up visit. */
export const followUpStatuses = ['noEvidenceOfDisease', 'aliveWithDisease', 'diedOfDisease', 'diedOfOtherCause', 'notKnown'] as const;
export type FollowUpStatus = (typeof followUpStatuses)[number];
export const recurrenceFindings = ['no', 'suspected', 'yes', 'notKnown'] as const;
export type RecurrenceFound = (typeof recurrenceFindings)[number];
export const closureReasons = ['carriedOutHere', 'transferred', 'treatedLocally', 'treatedElsewhere', 'declinedByPatient', 'unfit', 'visaRefused', 'noFunds', 'died', 'lostContact', 'referredOn', 'enteredInError'] as const;
export type ClosureReason = (typeof closureReasons)[number];
/** What weighed for a patient who said no or not yet. */
export const patientDecisionReasons = ['sideEffects', 'fearOfTreatment', 'distance', 'cost', 'familyDecision', 'prefersOtherTreatment', 'wantsSecondOpinion', 'needsTime', 'noReasonGiven'] as const;
export type PatientDecisionReason = (typeof patientDecisionReasons)[number];
/** Where a recommendation was explained to the patient. */
export const explainedPlaces = ['clinic', 'ward', 'home', 'video', 'phone'] as const;
export type ExplainedPlace = (typeof explainedPlaces)[number];
export const secondOpinionReasons = ['patientsWish', 'uncertainDiagnosis', 'notAvailableLocally', 'clinicianDisagrees', 'other'] as const;
export const secondOpinionAnswers = ['agrees', 'differs', 'notGiven'] as const;
export type SecondOpinionAnswer = (typeof secondOpinionAnswers)[number];
export type SecondOpinionReason = (typeof secondOpinionReasons)[number];
/** Why a letter that was sent is called back. */
export const letterRecallReasons = ['wrongPatient', 'wrongRecipient', 'wrongContent', 'newInformation', 'wording', 'other'] as const;
export type LetterRecallReason = (typeof letterRecallReasons)[number];
export const overrideCodes = ['exceptionalUrgency', 'informationCannotBeHad', 'chairsDecision', 'otherWithText'] as const;
export type OverrideCode = (typeof overrideCodes)[number];
/** NTUH scheme of discordance between first and second pathology reading. */
export const discordanceGrades = ['none', 'minor', 'major', 'benignToMalignant', 'malignantToBenign', 'uncertain'] as const;
export type DiscordanceGrade = (typeof discordanceGrades)[number];
export const declineReasons = ['conflictOfInterest', 'notMyField', 'absent', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];
/** Why an owner lays a task aside; which of them stop its clock is the board's policy. */
export const suspendReasons = ['awaitingResult', 'awaitingPatient', 'technicalFault', 'awaitingColleague', 'other'] as const;
export type SuspendReason = (typeof suspendReasons)[number];
export const rejectReasons = ['notForThisBoard', 'duplicate', 'noConsent', 'other'] as const;
export const withdrawReasons = ['patientsWish', 'referrersDecision', 'consentWithdrawn', 'died', 'enteredInError', 'other'] as const;
export const holdReasons = ['awaitingPatient', 'awaitingFunding', 'intercurrentIllness', 'treatmentRunning', 'consentWithdrawn', 'other'] as const;
/** Of whom a missing item is asked; `outside`: a source without an account, by a case manager on its behalf. */
export const requestedOf = ['referrer', 'originCaseManager', 'hostCaseManager', 'person', 'outside'] as const;
export type RequestedOf = (typeof requestedOf)[number];
export const requestEnds = ['notNeeded', 'cannotBeHad', 'askedElsewhere', 'other'] as const;
export type RequestEnd = (typeof requestEnds)[number];
export const lateralities = ['left', 'right', 'bilateral', 'midline', 'notApplicable'] as const;
export const documentKinds = ['referralLetter', 'consent', 'pathologyReport', 'imagingReport', 'imagingStudy', 'dischargeSummary', 'laboratory', 'photograph', 'translation', 'identityDocument', 'medicalCertificate', 'other'] as const;
export type DocumentKind = (typeof documentKinds)[number];
/** Why an open task has no running deadline. */
export const noDeadlineCauses = ['onHold', 'awaitingMaterial', 'awaitingMeeting', 'returned', 'suspended'] as const;
export type NoDeadlineCause = (typeof noDeadlineCauses)[number];
/** The two-sided transfer checklist: who owns each line and whether the fact it records lapses. */
export const transferItems = [
  { code: 'agreement', side: 'receiving', expires: true }, { code: 'consentToTransfer', side: 'sending', expires: false },
  { code: 'reasonAndAlternatives', side: 'sending', expires: false }, { code: 'bed', side: 'receiving', expires: true },
  { code: 'costEstimate', side: 'receiving', expires: false }, { code: 'payer', side: 'sending', expires: false },
  { code: 'invitationLetter', side: 'receiving', expires: true }, { code: 'visa', side: 'sending', expires: true },
  { code: 'passport', side: 'sending', expires: true }, { code: 'fitnessToFly', side: 'sending', expires: true },
  { code: 'transport', side: 'sending', expires: false }, { code: 'contingencyPlan', side: 'receiving', expires: false },
  { code: 'clinicalSummary', side: 'sending', expires: false }, { code: 'imagesAndSlides', side: 'sending', expires: false },
  { code: 'handOver', side: 'sending', expires: false },
] as const;
export type TransferItemCode = (typeof transferItems)[number]['code'];
