import type { MarkKind } from '../tasks/allowances.js';

/** Kinds of message that a person decides about. */
export const notificationTopics = ['escalation', 'lapse', 'reminder', 'offer', 'ownTask', 'referral', 'decision', 'transfer', 'caseCourse', 'meeting'] as const;
export type NotificationTopic = (typeof notificationTopics)[number];
export const notificationChannels = ['product', 'mail', 'push'] as const;
export type NotificationChannel = (typeof notificationChannels)[number];
/** When a message of a kind is mailed: at once, with the daily digest, or not at all. */
export const mailTimes = ['atOnce', 'digest', 'never'] as const;
export type MailTime = (typeof mailTimes)[number];
export interface TopicSetting { readonly product: boolean; readonly mail: MailTime; readonly push: boolean }
/** As it is kept: what was set before there was push says nothing of it. */
export type KeptTopicSetting = Omit<TopicSetting, 'push'> & { readonly push?: boolean };
/** Wall-clock "HH:MM" of the person's own zone; over midnight where `to` is earlier. */
export interface QuietHours { readonly from: string; readonly to: string }

/** What a person set; what is absent stands at its default. `version` rises with every change. */
export interface NotificationSettings {
  readonly topics: Readonly<Partial<Record<NotificationTopic, KeptTopicSetting>>>;
  readonly quietHours: QuietHours | null;
  /** When the daily digest comes, "HH:MM" of the person's own zone. */
  readonly digestAt: string;
  readonly version: number;
}

/** An escalation means that somebody else failed to act: it reaches its reader whatever the reader set (product rule). */
export const isLocked = (topic: NotificationTopic): boolean => topic === 'escalation';

const wanted: TopicSetting = { product: true, mail: 'atOnce', push: true };
/** Defaults (ours): the course of cases in the morning, everything that waits for somebody at once. */
const defaults: Readonly<Record<NotificationTopic, TopicSetting>> = {
  escalation: wanted, lapse: wanted, reminder: wanted, offer: wanted, ownTask: wanted, referral: wanted, decision: wanted, transfer: wanted, caseCourse: { product: true, mail: 'digest', push: false }, meeting: wanted,
};
export const defaultSettings: NotificationSettings = { topics: {}, quietHours: null, digestAt: '08:00', version: 0 };

/** How a person hears of a topic; a locked one never differs from its default, whatever was stored. */
export const settingOf = (settings: NotificationSettings | undefined, topic: NotificationTopic): TopicSetting => (isLocked(topic) ? defaults[topic] : { ...defaults[topic], ...settings?.topics[topic] });

const byKind: Readonly<Record<string, NotificationTopic>> = {
  taskOffered: 'offer', taskReopened: 'offer', taskAssigned: 'ownTask',
  // a head hears that nobody has it: as with a mark, somebody else has to act
  taskNobodyLeft: 'escalation', taskOwnerGone: 'escalation', taskReassigned: 'escalation', taskKept: 'escalation',
  itemChased: 'reminder',
  referralReturned: 'referral', informationAnswered: 'referral', referralAccepted: 'referral', referralRejected: 'referral',
  caseDeferred: 'decision', outcomeRecorded: 'decision', signatureRefused: 'decision', signaturesVoided: 'decision', letterSent: 'decision', letterRecalled: 'decision', secondOpinionAsked: 'decision',
  transferStarted: 'transfer', transferProgressed: 'transfer',
  meetingInvited: 'meeting', meetingMoved: 'meeting', meetingCancelled: 'meeting', invitationWithdrawn: 'meeting', quorumWarned: 'meeting', meetingOnDayOff: 'meeting', askedToStandIn: 'meeting', invitationUnanswered: 'meeting', mailedAnswerTaken: 'meeting', mailedAnswerNotTaken: 'meeting',
};

/** The topic of a message. News that no list names is about a task where it has one, else about the course of a case. */
export const topicOf = ({ kind, markKind, taskId }: { readonly kind: string; readonly markKind: MarkKind | 'news'; readonly taskId: string | null }): NotificationTopic => {
  switch (markKind) {
    case 'escalate': return 'escalation';
    case 'expire': return 'lapse';
    case 'remind': return 'reminder';
    case 'news': return byKind[kind] ?? (taskId === null || kind === 'taskEnded' ? 'caseCourse' : 'ownTask');
  }
};
