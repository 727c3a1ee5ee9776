import { Button, Select, Switch } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import type { NotificationSettingsDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { ProblemView } from '../kit/ProblemView.js';
import styles from './Settings.module.css';
import { languageName } from './words.js';
import { TopicTable } from './TopicTable.js';

const usual = { from: '21:00', to: '07:00' };

/** The whole of the settings, saved in one go; what was typed stays where saving is refused. */
export function SettingsForm({ settings }: { settings: NotificationSettingsDto }) {
  const t = useT();
  const [draft, setDraft] = useState(settings);
  const command = useCommand<object>({ path: '/api/notifications/settings', key: 'notification-settings', version: settings.version, invalidates: ['notification-settings'] });
  const set = (part: Partial<NotificationSettingsDto>) => setDraft({ ...draft, ...part });
  const { quietHours, digestAt, language } = draft;
  const changed = JSON.stringify({ ...draft, push: settings.push }) !== JSON.stringify(settings);
  const save = () => command.run({ topics: draft.topics.map(({ topic, product, mail, push }) => ({ topic, product, mail, push })), quietHours, digestAt, language });
  return (
    <form className={styles.form} noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <p className="quiet">{t('notifications.settingsWhat')} <span dir="auto">{t('notifications.mailTo', { address: settings.email })}</span></p>
      <Card flush><TopicTable topics={draft.topics} withPush={settings.push.publicKey !== null} onChange={(topics) => set({ topics })} /></Card>
      <Card title={t('notifications.times')}>
        <div className={styles.times}>
          <p className="quiet">{t('notifications.byYourClock', { zone: settings.zone })}</p>
          <Switch label={t('notifications.quietHours')} description={t('notifications.quietHoursWhat')} checked={quietHours !== null} onChange={(event) => set({ quietHours: event.currentTarget.checked ? usual : null })} />
          {quietHours && <div className={styles.hours}>
            <Hour label={t('notifications.quietFrom')} value={quietHours.from} onChange={(from) => set({ quietHours: { ...quietHours, from } })} />
            <Hour label={t('notifications.quietTo')} value={quietHours.to} onChange={(to) => set({ quietHours: { ...quietHours, to } })} />
          </div>}
          <Hour label={t('notifications.digestAt')} description={t('notifications.digestAtWhat')} value={digestAt} onChange={(at) => set({ digestAt: at })} />
          <Select className={styles.hour} label={t('notifications.mailLanguage')} data={settings.languages.map((code) => ({ value: code, label: languageName(code) }))} value={language} allowDeselect={false} onChange={(code) => set({ language: code ?? language })} />
        </div>
      </Card>
      {command.problem && <ProblemView problem={command.problem} takeFocus onNext={command.reset} />}
      <div className={styles.foot}>
        <Button type="submit" loading={command.sending} disabled={!changed}>{t('common.save')}</Button>
        <span role="status" className="quiet">{command.answer !== undefined && !changed ? t('notifications.saved') : ''}</span>
      </div>
    </form>
  );
}

const halfHours = Array.from({ length: 48 }, (_, n) => `${String(Math.floor(n / 2)).padStart(2, '0')}:${n % 2 === 0 ? '00' : '30'}`);

/** A time of day on the 24-hour clock, whatever the browser's own habit; a time between two half hours stays in the list. */
function Hour({ label, description, value, onChange }: { label: string; description?: string; value: string; onChange: (value: string) => void }) {
  const times = halfHours.includes(value) ? halfHours : [...halfHours, value].sort();
  return <Select className={styles.hour} label={label} description={description} data={times} value={value} searchable allowDeselect={false} onChange={(at) => onChange(at ?? value)} />;
}
