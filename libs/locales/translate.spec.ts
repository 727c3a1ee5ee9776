import { describe, expect, it } from '@jest/globals';
import { isolate } from './isolate.js';
import { resolveLanguage } from './languages.js';
import { createI18n, has, lookup, t, withEveryForm } from './translate.js';

describe('translate', () => {
  it.each([[1, 'задача'], [2, 'задачи'], [5, 'задач'], [11, 'задач'], [21, 'задача'], [22, 'задачи'], [25, 'задач'], [111, 'задач']])(
    'counts %d tasks in Russian as %s', (count, word) => expect(t('ru', 'tasks.count', { count })).toBe(`${count} ${word}`));

  it('has the Hebrew form for two', () => {
    const forms = [1, 2, 11].map((count) => t('he', 'tasks.count', { count }));
    expect(new Set(forms).size).toBe(3);
    expect(forms[2]).toContain('11');
  });

  it('marks what a language lacks with the language that is shown', () => {
    expect(lookup('xx', 'admin.title')).toEqual({ text: t('en', 'admin.title'), lang: 'en' });
    expect(has('xx', 'admin.title')).toBe(false);
    expect(lookup('he', 'admin.title').lang).toBe('he');
  });

  it('gives an unknown key back as itself', () => expect(t('en', 'no.such.key')).toBe('no.such.key'));

  it('isolates a value in a right-to-left sentence, and none in English', () => {
    expect(t('he', 'frame.lastSeen', { time: '14:02' })).toContain('\u206814:02\u2069');
    expect(t('en', 'frame.lastSeen', { time: '14:02' })).toBe('last seen 14:02');
    expect(t('en', 'frame.lastSeen', { time: 'אתמול' })).toContain('\u2068אתמול\u2069');
    expect(isolate('', 'rtl')).toBe('');
  });

  it('gives a value that is made of isolated parts alone the direction of its sentence', () => {
    // "sign: pathology" is two parts and a colon: with the direction of its first letter it would have none, and stand the wrong way round.
    const task = t('he', 'cases.taskOf', { task: t('he', 'lists.taskKind.sign'), of: t('he', 'lists.discipline.pathology') });
    expect(task).toMatch(/^\u2067.*\u2069: \u2067.*\u2069$/);
    expect(t('he', 'cases.events.TaskCompleted', { task })).toContain(`\u2067${task}\u2069`);
    expect(isolate('\u2068יעל\u2069: \u2068דוד\u2069', 'ltr')).toBe('\u2066\u2068יעל\u2069: \u2068דוד\u2069\u2069');
  });

  it('lets a Hebrew value that begins with Latin letters run from right to left in its sentence', () => {
    expect(isolate('CT חזה, מסלול הביופסיה', 'rtl')).toBe('\u2067CT חזה, מסלול הביופסיה\u2069');
    expect(isolate('CT', 'rtl')).toBe('\u2068CT\u2069');
  });

  it('does not read a value as a nested key', () =>
    expect(t('en', 'frame.lastSeen', { time: '$t(common.save)' })).toBe('last seen $t(common.save)'));

  it('starts in the language that is asked for', () => expect(createI18n('he').t('common.save')).toBe('שמירה'));

  it('resolves what the browser wants', () => {
    expect(resolveLanguage(['zz', 'he-IL', 'en'])).toBe('he');
    expect(resolveLanguage([undefined, 'zz'])).toBe('en');
  });
});

describe('a browser that lacks a language', () => {
  it('finds a form for whatever rule it chooses by, and each form that is there stays', () => {
    expect(withEveryForm({ a: { days_one: '{{count}} day', days_other: '{{count}} days' }, b: 'c' })).toEqual({
      a: { days_one: '{{count}} day', days_other: '{{count}} days', days_zero: '{{count}} days', days_two: '{{count}} days', days_few: '{{count}} days', days_many: '{{count}} days' }, b: 'c',
    });
  });
});
