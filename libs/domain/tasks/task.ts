import type { Discipline } from '../core/actor.js';
import type { Instant } from '../core/instant.js';
import type { NoDeadlineCause, SuspendReason } from '../cases/lists.js';
import type { Stage } from '../cases/stages.js';
import type { Allowance, MarkKind, PauseSpan, PoolRole, Audience } from './allowances.js';

/** After IHE XDW: created, ready (offered), in progress (owned), completed, failed. Tasks are never deleted. */
export type TaskStatus = 'created' | 'ready' | 'inProgress' | 'completed' | 'failed';

export type TaskKind =
  | 'triage' // a case manager accepts, returns or rejects a submitted referral
  | 'provideInformation' // the referrer owes items
  | 'supplyItem' // one item that the file misses, or the papers of one earlier treatment
  | 'recordConsent' // consent that an emergency began without
  | 'pathologyReview' | 'secondPathologyReview' | 'imagingReview'
  | 'opinion' // a discipline is asked something beside the reviews
  | 'supplyMaterial' // slides, blocks, studies asked for by a reviewer
  | 'resolveDiscordance' // a major discordance needs consensus or a third opinion
  | 'thirdOpinion' // of a pathologist who signed neither of two discordant readings
  | 'scheduleMeeting' // no coming meeting could take the case
  | 'removeDeferralCause' // what a deferral named
  | 'decide' // the board's item on a meeting: owned by the chair, held open while the case is listed
  | 'sign' // one required signature on the recommendation
  | 'sendLetter' // the letter could not be made or sent
  | 'nameAddressee' // the referring clinician left before the letter was made
  | 'confirmOutcome' // an opinion was amended after the decision: does it hold?
  | 'secondOpinion' // asked of another board: sent there, and its answer brought in
  | 'acknowledge' // the referring clinician acknowledges
  | 'recordPatientDecision'
  | 'acceptTransfer' // the receiving hospital accepts or refuses
  | 'transferItem' // one line of the two-sided checklist
  | 'sendTransfer' // the origin sends the transfer, again or not after a refusal
  | 'recordDeparture' // the patient leaves, once nothing on the checklist is open
  | 'confirmArrival'
  | 'answerFollowUp' // "carried out?" at 14, 30, 90 days
  | 'followUpVisit' // how the patient is at a visit of the tumor type's plan
  | 'resumeHold' // the resume-by date of a hold
  | 'closeCase'; // a case whose stages are all done waits for its closure reason

export interface Offer {
  readonly institutionId: string;
  readonly role: PoolRole;
  readonly discipline: Discipline | null;
}

export type MarkState = 'pending' | 'fired' | 'passedOver';
export interface Mark { readonly name: string; readonly kind: MarkKind; readonly at: Instant; readonly tells: readonly Audience[]; readonly state: MarkState; readonly settledAt: Instant | null; /** Why it was passed over. */ readonly because?: string; /** Takes the task from its owner. */ readonly reassigns?: boolean }

/** How a task is due: instants in the event, computed once from the owner's calendar, re-computed when owner or pause changes. */
export interface Deadline {
  readonly startedAt: Instant;
  /** Key of the board's ladder that gave the rungs, so that a change of owner or a pause can plan them anew. */
  readonly ladder: string;
  readonly allowance: Allowance;
  readonly dueAt: Instant;
  readonly marks: readonly Mark[];
  readonly calendarId: string;
  readonly calendarVersion: number;
  /** Version of the time-zone database it was computed with; absent in deadlines from before this was kept. */
  readonly timeZoneData?: string;
  readonly provisional: readonly string[];
}

/** Offered by the owner to a named person. It stays the owner's, and its clock runs on, until that person accepts. */
export interface HandOver { readonly to: string; readonly at: Instant }
/** For whom the owner does it: who delegated it, or who was away when it came. They may take it back. */
export interface ActingFor { readonly personId: string; readonly since: Instant; readonly because: 'delegated' | 'absence' }
/** Laid aside until an instant, when it goes on by itself. */
export interface Suspension { readonly reason: SuspendReason; readonly since: Instant; readonly resumesAt: Instant; readonly by: string }

/** A task that was brought to somebody else: by which mark, whom it told, who of them said that they know. */
export interface Escalation { readonly mark: string; readonly at: Instant; readonly told: readonly string[]; readonly acknowledged: readonly { readonly by: string; readonly at: Instant }[] }

export interface Task {
  readonly id: string;
  readonly kind: TaskKind;
  readonly stage: Stage;
  readonly round: number;
  readonly status: TaskStatus;
  readonly offer: Offer;
  readonly ownerId: string | null;
  /** Since when the owner has it: what the second of two claimants is told. */
  readonly ownedSince: Instant | null;
  readonly deadline: Deadline | null;
  /** Why an open task has no running deadline. */
  readonly noDeadlineBecause: NoDeadlineCause | null;
  readonly pauses: readonly PauseSpan[];
  /** What the task is about: `item` of a checklist or data set, `discipline` of a signature, `day` or `month` of a follow-up, `taskId` it serves, `outcomeId`; of what is asked for: see `preparation/requests`. */
  readonly about: Readonly<Record<string, string>>;
  readonly createdAt: Instant;
  readonly closedAt: Instant | null;
  /** Who closed it: a person, or a process by its name. */
  readonly closedBy: string | null;
  /** How it ended: `signed`, `declined:<code>`, `cancelled:<cause>`, ... */
  readonly result: string | null;
  /** A fact with an end date (visa, fitness certificate): the item re-opens then. */
  readonly expiresAt: Instant | null;
  /** Absent until something of the kind was arranged, as in every task from before it could be. */
  readonly handOver?: HandOver | null;
  readonly actingFor?: ActingFor | null;
  readonly suspended?: Suspension | null;
  /** Absent until the first. */
  readonly escalations?: readonly Escalation[];
  /** Reminded by hand, how often and when last; absent until the first time. */
  readonly chased?: { readonly count: number; readonly at: Instant; readonly by: string };
  /** Rises with every change of this task: what a screen sends back as `seenVersion`. */
  readonly version: number;
}

export const isOpen = (task: Task): boolean => task.status === 'created' || task.status === 'ready' || task.status === 'inProgress';
export const openTasks = (tasks: Readonly<Record<string, Task>>): readonly Task[] => Object.values(tasks).filter(isOpen);
export const openTasksOf = (tasks: Readonly<Record<string, Task>>, kind: TaskKind): readonly Task[] => openTasks(tasks).filter((task) => task.kind === kind);
