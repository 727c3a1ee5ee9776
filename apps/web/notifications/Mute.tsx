import { Button } from '@mantine/core';
import { useCommand } from '../api/useCommand.js';
import type { NotificationDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { ProblemView } from '../kit/ProblemView.js';
import styles from './Notifications.module.css';
import { useNotificationSettings } from './reading.js';

/** Of which kind a message is, and one click that changes how one hears of that kind. */
export function Mute({ topic }: Pick<NotificationDto, 'topic'>) {
  const t = useT();
  const settings = useNotificationSettings();
  const setting = settings.data?.topics.find((each) => each.topic === topic);
  return (
    <>
      <p>{t('notifications.ofTopic', { topic: t(`notifications.topic.${topic}`) })}</p>
      {setting?.locked && <p>{t('notifications.cannotMute')}</p>}
      {setting && !setting.locked && <div className={styles.acts}><Act topic={topic} channel="mail" muted={setting.mail === 'never'} /><Act topic={topic} channel="product" muted={!setting.product} />
        {settings.data && settings.data.push.browsers.length > 0 && <Act topic={topic} channel="push" muted={!setting.push} />}</div>}
    </>
  );
}

const words = { mail: ['notifications.muteMail', 'notifications.unmuteMail'], product: ['notifications.muteProduct', 'notifications.unmuteProduct'], push: ['notifications.mutePush', 'notifications.unmutePush'] } as const;

function Act({ topic, channel, muted }: { topic: NotificationDto['topic']; channel: keyof typeof words; muted: boolean }) {
  const t = useT();
  const command = useCommand<object>({ path: '/api/notifications/settings/mute', key: `mute:${topic}:${channel}:${muted}`, invalidates: ['notification-settings'] });
  return (
    <>
      <Button size="compact-sm" variant="default" loading={command.sending} onClick={() => void command.run({ topic, channel, muted: !muted })}>{t(words[channel][muted ? 1 : 0])}</Button>
      {command.problem && <ProblemView problem={command.problem} onNext={command.reset} />}
    </>
  );
}
