import type { Actor } from '../core/actor.js';
import type { CommandDefinition } from '../core/command.js';
import { event } from '../core/event.js';
import { refuse, type Refusal } from '../core/refusal.js';
import type { PersonCommandData } from './commands.js';
import type { PersonEvent, PersonState } from './institution.js';
import { defaultSettings, isLocked, notificationTopics, settingOf, type KeptTopicSetting, type NotificationSettings, type TopicSetting } from './notification-settings.js';

type PersonCommand<Name extends keyof PersonCommandData> = CommandDefinition<PersonState, PersonCommandData[Name], PersonEvent>;

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;
const onlyOneself = (actor: Actor, state: PersonState): Refusal | null => (actor.kind === 'person' && actor.personId === state.id ? null : refuse('ACCESS.NOT_ALLOWED'));
const quieter = ({ product, mail, push = true }: KeptTopicSetting): boolean => !product || mail !== 'atOnce' || !push;

const sameSetting = (a: TopicSetting, b: TopicSetting): boolean => a.product === b.product && a.mail === b.mail && a.push === b.push;

const fault = ({ topics, quietHours, digestAt }: Omit<NotificationSettings, 'version'>): Refusal | null => {
  const muted = notificationTopics.find((topic) => { const setting = topics[topic]; return isLocked(topic) && setting !== undefined && quieter(setting); });
  if (muted !== undefined) return refuse('NOTIFICATIONS.ESCALATION_STAYS', { topic: muted }, 'topics');
  if (quietHours !== null && (!clock.test(quietHours.from) || !clock.test(quietHours.to) || quietHours.from === quietHours.to)) return refuse('NOTIFICATIONS.QUIET_HOURS', {}, 'quietHours');
  return clock.test(digestAt) ? null : refuse('NOTIFICATIONS.DIGEST_TIME', {}, 'digestAt');
};

/**
 * How a person wants to hear of things, and in which language they are mailed: set by the person and nobody else.
 * Refused: NOTIFICATIONS.ESCALATION_STAYS, NOTIFICATIONS.QUIET_HOURS, NOTIFICATIONS.DIGEST_TIME, NOTIFICATIONS.NEWER_SETTINGS, PERSON.NOTHING_CHANGED.
 */
export const changeNotificationSettings: PersonCommand<'changeNotificationSettings'> = {
  type: 'changeNotificationSettings', stream: 'person', mayDo: onlyOneself,
  decide: (state, { topics, quietHours, digestAt, language }, _context, seenVersion) => {
    const before = state.notifications ?? defaultSettings;
    if (seenVersion !== undefined && seenVersion !== before.version) return refuse('NOTIFICATIONS.NEWER_SETTINGS', { version: before.version });
    const refusal = fault({ topics, quietHours, digestAt });
    if (refusal !== null) return refusal;
    const same = language === state.language && JSON.stringify(quietHours) === JSON.stringify(before.quietHours) && digestAt === before.digestAt
      && notificationTopics.every((topic) => sameSetting(settingOf({ ...before, topics }, topic), settingOf(before, topic)));
    return same ? refuse('PERSON.NOTHING_CHANGED') : [event('NotificationSettingsChanged', { topics, quietHours, digestAt, language })];
  },
};

/** One click beside a message: messages of this kind by this channel no longer, or again. Refused: NOTIFICATIONS.ESCALATION_STAYS, PERSON.NOTHING_CHANGED. */
export const muteNotifications: PersonCommand<'muteNotifications'> = {
  type: 'muteNotifications', stream: 'person', mayDo: onlyOneself,
  decide: (state, { topic, channel, muted }) => {
    if (isLocked(topic)) return muted ? refuse('NOTIFICATIONS.ESCALATION_STAYS', { topic }, 'topic') : refuse('PERSON.NOTHING_CHANGED');
    const { topics, quietHours, digestAt } = state.notifications ?? defaultSettings;
    const now = settingOf(state.notifications, topic);
    const isMuted = channel === 'mail' ? now.mail === 'never' : !now[channel];
    if (isMuted === muted) return refuse('PERSON.NOTHING_CHANGED');
    const next: TopicSetting = channel === 'mail' ? { ...now, mail: muted ? 'never' : 'atOnce' } : { ...now, [channel]: !muted };
    return [event('NotificationSettingsChanged', { topics: { ...topics, [topic]: next }, quietHours, digestAt, language: state.language })];
  },
};
