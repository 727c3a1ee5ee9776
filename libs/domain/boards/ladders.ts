import type { Allowance, AllowanceUnit, Audience, Ladder, MarkKind, Rung } from '../tasks/allowances.js';
import type { TaskKind } from '../tasks/task.js';
import type { BoardDefinition } from './definition.js';

const span = (amount: number, unit: AllowanceUnit): Allowance => ({ amount, unit });
const at = (name: string, fraction: number, kind: MarkKind, ...tells: readonly Audience[]): Rung => ({ name, kind, fraction, tells });
const after = (name: string, plus: Allowance, ...tells: readonly Audience[]): Rung => ({ name, kind: 'escalate', fraction: 1, plus, tells });
const ladder = (allowance: Allowance, ...rungs: readonly Rung[]): Ladder => ({ allowance, rungs });

const dayLater = span(24, 'workingHours');
/** 50 % and 80 % the owner; 100 % the deputy too; 24 working hours later the head and the case managers [defaults of the product; ours]. */
export const reviewWithin = (hours: number): Ladder => ladder(span(hours, 'workingHours'),
  at('half', 0.5, 'remind', 'owner'), at('most', 0.8, 'remind', 'owner'), at('due', 1, 'escalate', 'owner', 'deputy'), after('later', dayLater, 'head', 'caseManagers'));
/** Four hours by the clock, day and night: reminders at one and two, the head at four (ours). */
const emergency = ladder(span(4, 'clockHours'),
  at('quarter', 0.25, 'remind', 'owner'), at('half', 0.5, 'remind', 'owner', 'deputy'), at('due', 1, 'escalate', 'owner', 'deputy', 'head'), after('later', span(2, 'clockHours'), 'head', 'caseManagers'));
const errand = (allowance: Allowance, ...above: readonly Audience[]): Ladder => ladder(allowance,
  at('half', 0.5, 'remind', 'owner'), at('due', 1, 'escalate', 'owner', 'deputy'), after('later', dayLater, ...above));

const reviews = Object.fromEntries((['pathologyReview', 'secondPathologyReview', 'imagingReview', 'opinion'] as const).flatMap((kind): [string, Ladder][] => [
  [`${kind}.emergency`, emergency], [`${kind}.urgent`, reviewWithin(16)], [kind, reviewWithin(40)],
]));

/** Every clock of a board, by task kind and urgency. wh, wd: the owner's working time; h, d: by the clock. */
export const defaultLadders: Readonly<Record<TaskKind, Ladder>> & Readonly<Record<string, Ladder>> = {
  ...(reviews as Record<'pathologyReview' | 'secondPathologyReview' | 'imagingReview' | 'opinion', Ladder>),
  'triage.emergency': emergency, 'triage.urgent': errand(span(8, 'workingHours'), 'hostCaseManager', 'admin'), triage: errand(span(16, 'workingHours'), 'hostCaseManager', 'admin'),
  // 5 working days; 10 more; then both case managers.
  provideInformation: ladder(span(5, 'workingDays'), at('half', 0.5, 'remind', 'owner'), at('due', 1, 'escalate', 'owner', 'originCaseManager'), after('later', span(10, 'workingDays'), 'caseManagers')),
  // The same clock for one item.
  supplyItem: ladder(span(5, 'workingDays'), at('half', 0.5, 'remind', 'owner'), at('due', 1, 'escalate', 'owner', 'originCaseManager'), after('later', span(10, 'workingDays'), 'caseManagers')),
  'provideInformation.again': ladder(span(10, 'workingDays'), at('begun', 0, 'escalate', 'caseManagers'), at('due', 1, 'escalate', 'caseManagers'), after('later', dayLater, 'admin')),
  'recordConsent.emergency': ladder(span(24, 'clockHours'), at('half', 0.5, 'remind', 'owner'), at('due', 1, 'escalate', 'owner', 'caseManagers'), after('later', span(24, 'clockHours'), 'admin')),
  recordConsent: errand(span(16, 'workingHours'), 'caseManagers', 'admin'),
  'supplyMaterial.emergency': emergency, supplyMaterial: errand(span(5, 'workingDays'), 'caseManagers'),
  'resolveDiscordance.emergency': emergency, resolveDiscordance: errand(span(24, 'workingHours'), 'head', 'chair'),
  'thirdOpinion.emergency': emergency, thirdOpinion: errand(span(24, 'workingHours'), 'head', 'chair'),
  'scheduleMeeting.emergency': emergency, scheduleMeeting: errand(span(16, 'workingHours'), 'chair', 'admin'),
  removeDeferralCause: errand(span(5, 'workingDays'), 'caseManagers'),
  decide: ladder(span(24, 'workingHours'), at('due', 1, 'escalate', 'owner', 'hostCaseManager'), after('later', dayLater, 'admin')),
  // 24 wh reminder, 72 wh escalation.
  sign: ladder(span(72, 'workingHours'), at('third', 1 / 3, 'remind', 'owner'), at('due', 1, 'escalate', 'owner', 'chair', 'hostCaseManager'), after('later', dayLater, 'head')),
  sendLetter: errand(span(8, 'workingHours'), 'admin'),
  nameAddressee: errand(span(8, 'workingHours'), 'hostCaseManager', 'admin'),
  confirmOutcome: errand(span(24, 'workingHours'), 'hostCaseManager', 'head'),
  // Another board takes its time: half-way the owner, then both case managers (ours).
  secondOpinion: errand(span(15, 'workingDays'), 'caseManagers'),
  // 2 wd reminder, 5 wd escalation.
  acknowledge: ladder(span(5, 'workingDays'), at('twoDays', 0.4, 'remind', 'owner'), at('due', 1, 'escalate', 'owner', 'originCaseManager'), after('later', dayLater, 'caseManagers')),
  recordPatientDecision: errand(span(10, 'workingDays'), 'caseManagers'),
  acceptTransfer: errand(span(24, 'workingHours'), 'head', 'caseManagers'),
  transferItem: errand(span(10, 'workingDays'), 'caseManagers'),
  sendTransfer: errand(span(10, 'workingDays'), 'caseManagers'), recordDeparture: errand(span(10, 'workingDays'), 'caseManagers'),
  confirmArrival: errand(span(5, 'workingDays'), 'caseManagers'),
  // "Carried out?" at 14, 30, 90 days by the clock; the working days after belong to the answer.
  answerFollowUp: ladder(span(14, 'clockDays'), at('due', 1, 'remind', 'owner'), after('soon', span(2, 'workingDays'), 'owner', 'originCaseManager'), after('later', span(5, 'workingDays'), 'caseManagers')),
  // A visit of the tumor type's plan: its day is given.
  followUpVisit: ladder(span(90, 'clockDays'), at('due', 1, 'remind', 'owner'), after('soon', span(5, 'workingDays'), 'owner', 'originCaseManager'), after('later', span(15, 'workingDays'), 'caseManagers')),
  resumeHold: ladder(span(30, 'clockDays'), at('most', 0.8, 'remind', 'owner'), at('due', 1, 'escalate', 'owner', 'deputy'), after('later', dayLater, 'caseManagers', 'head')),
  closeCase: errand(span(10, 'workingDays'), 'caseManagers'),
};

/** Task kinds that came after boards were first published: a version from before them has no ladder of theirs and uses the shipped one. */
export const laterKinds: readonly TaskKind[] = ['opinion', 'supplyItem', 'thirdOpinion', 'followUpVisit', 'secondOpinion'];
const isLater = (key: string): boolean => laterKinds.some((kind) => key === kind || key.startsWith(`${kind}.`));
/** The ladder under a key of a board's version. */
export const ladderAt = (board: Pick<BoardDefinition, 'ladders'>, key: string): Ladder | undefined => board.ladders[key] ?? (isLater(key) ? defaultLadders[key] : undefined);
