import type { Actor } from '../core/actor.js';
import type { Context } from '../core/context.js';
import { isRefusal } from '../core/refusal.js';
import type { PersonCommandData } from './commands.js';
import type { PersonState } from './institution.js';
import { pushPlanOf } from './mail-time.js';
import { notificationTopics, settingOf, topicOf } from './notification-settings.js';
import { evolvePerson, personCommands } from './registry.js';

const by = (personId: string): Actor => ({ kind: 'person', personId, posts: [], authenticatedAt: '2026-11-25T03:00:00.000Z', institutionId: '', onBehalfOf: null, from: null });
const chen: PersonState = { id: 'chen', subject: 's', posts: [], active: true, language: 'en', zone: 'Asia/Shanghai', substituteId: null, leave: [] };
const context = { ...({} as Context), actor: by('chen') };
const wish: PersonCommandData['changeNotificationSettings'] = { topics: {}, quietHours: null, digestAt: '08:00', language: 'he' };
const change = (part: Partial<typeof wish>, state = chen, seen?: number) => personCommands.changeNotificationSettings.decide(state, { ...wish, ...part }, context, seen);
const mute = (data: PersonCommandData['muteNotifications'], state = chen) => personCommands.muteNotifications.decide(state, data, context, undefined);
const after = (decided: ReturnType<typeof mute>, state = chen): PersonState => {
  if (isRefusal(decided)) throw new Error(decided.code);
  return decided.reduce<PersonState>((folded, event) => evolvePerson(folded, event, '2026-11-25T03:00:00.000Z', 'chen'), state);
};

describe('how a person hears of things', () => {
  it('is set by that person and by nobody else', () => {
    expect(personCommands.changeNotificationSettings.mayDo(by('chen'), chen, wish, context)).toBeNull();
    expect(personCommands.changeNotificationSettings.mayDo(by('gu'), chen, wish, context)).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(personCommands.muteNotifications.mayDo({ kind: 'process', name: 'operator' }, chen, { topic: 'reminder', channel: 'mail', muted: true }, context)).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
  });

  it('leaves escalations as they are, by form, by click and even where something else was stored; reminders can be muted', () => {
    expect(change({ topics: { escalation: { product: true, mail: 'never' } } })).toMatchObject({ code: 'NOTIFICATIONS.ESCALATION_STAYS', field: 'topics' });
    expect(change({ topics: { escalation: { product: false, mail: 'atOnce' } } })).toMatchObject({ code: 'NOTIFICATIONS.ESCALATION_STAYS' });
    expect(change({ topics: { escalation: { product: true, mail: 'digest' } } })).toMatchObject({ code: 'NOTIFICATIONS.ESCALATION_STAYS' });
    expect(mute({ topic: 'escalation', channel: 'mail', muted: true })).toMatchObject({ code: 'NOTIFICATIONS.ESCALATION_STAYS' });
    expect(settingOf({ topics: { escalation: { product: false, mail: 'never' } }, quietHours: null, digestAt: '08:00', version: 1 }, 'escalation')).toEqual({ product: true, mail: 'atOnce', push: true });
    const quiet = after(mute({ topic: 'reminder', channel: 'mail', muted: true }));
    expect(settingOf(quiet.notifications, 'reminder')).toEqual({ product: true, mail: 'never', push: true });
    expect(settingOf(quiet.notifications, 'offer')).toEqual({ product: true, mail: 'atOnce', push: true });
    const loud = after(mute({ topic: 'reminder', channel: 'mail', muted: false }, quiet), quiet);
    expect(settingOf(loud.notifications, 'reminder')).toEqual({ product: true, mail: 'atOnce', push: true });
  });

  it('says of push what was set, also where it was set before there was push; escalations are always pushed, quiet hours hold the rest', () => {
    expect(change({ topics: { escalation: { product: true, mail: 'atOnce', push: false } } })).toMatchObject({ code: 'NOTIFICATIONS.ESCALATION_STAYS' });
    expect(mute({ topic: 'escalation', channel: 'push', muted: true })).toMatchObject({ code: 'NOTIFICATIONS.ESCALATION_STAYS' });
    const before = after(change({ topics: { offer: { product: true, mail: 'never' } }, quietHours: { from: '22:00', to: '07:00' } }));
    expect(settingOf(before.notifications, 'offer')).toEqual({ product: true, mail: 'never', push: true });
    const quiet = after(mute({ topic: 'offer', channel: 'push', muted: true }, before), before);
    expect(settingOf(quiet.notifications, 'offer')).toEqual({ product: true, mail: 'never', push: false });
    const night = '2026-11-25T16:00:00.000Z';
    const plan = (topic: 'offer' | 'reminder' | 'escalation' | 'caseCourse', emergency = false) => pushPlanOf(topic, emergency, { settings: quiet.notifications, zone: 'Asia/Shanghai' }, night);
    expect([plan('offer', true), plan('caseCourse')]).toEqual([{ when: 'never' }, { when: 'never' }]);
    expect(plan('reminder')).toEqual({ when: 'later', at: '2026-11-25T23:00:00.000Z', because: 'quietHours' });
    expect([plan('reminder', true), plan('escalation')]).toEqual([{ when: 'now' }, { when: 'now' }]);
  });

  it('keeps the rest where one kind is muted, and counts its versions', () => {
    const first = after(change({ quietHours: { from: '22:00', to: '07:00' }, digestAt: '07:30' }));
    expect(first).toMatchObject({ language: 'he', notifications: { version: 1, digestAt: '07:30' } });
    const second = after(mute({ topic: 'offer', channel: 'product', muted: true }, first), first);
    expect(second).toMatchObject({ language: 'he', notifications: { version: 2, digestAt: '07:30', quietHours: { from: '22:00', to: '07:00' }, topics: { offer: { product: false, mail: 'atOnce' } } } });
    expect(change({}, second, 1)).toMatchObject({ code: 'NOTIFICATIONS.NEWER_SETTINGS', facts: { version: 2 } });
    expect(mute({ topic: 'offer', channel: 'product', muted: true }, second)).toMatchObject({ code: 'PERSON.NOTHING_CHANGED' });
    expect(change({ language: 'en', topics: { caseCourse: { product: true, mail: 'digest' } } })).toMatchObject({ code: 'PERSON.NOTHING_CHANGED' });
  });

  it.each([[{ from: '22:00', to: '22:00' }], [{ from: '24:00', to: '07:00' }], [{ from: '9:00', to: '10:00' }]])('refuses quiet hours that are none: %j', (quietHours) =>
    expect(change({ quietHours })).toMatchObject({ code: 'NOTIFICATIONS.QUIET_HOURS' }));
  it('refuses a digest at no time of day', () => expect(change({ digestAt: '25:00' })).toMatchObject({ code: 'NOTIFICATIONS.DIGEST_TIME' }));
});

describe('the topic of a message', () => {
  it.each([
    ['escalate', 'imagingReview', 't', 'escalation'], ['expire', 'transferItem', 't', 'lapse'], ['remind', 'sign', 't', 'reminder'],
    ['news', 'taskOffered', 't', 'offer'], ['news', 'taskEnded', 't', 'caseCourse'], ['news', 'letterSent', null, 'decision'], ['news', 'quorumWarned', null, 'meeting'],
    ['news', 'taskNobodyLeft', 't', 'escalation'], ['news', 'notYetInvented', 't', 'ownTask'], ['news', 'notYetInvented', null, 'caseCourse'],
  ] as const)('%s of %s', (markKind, kind, taskId, topic) => expect(topicOf({ markKind, kind, taskId })).toBe(topic));
  it('is one of those that a person sets', () => expect(new Set(notificationTopics).size).toBe(notificationTopics.length));
});
