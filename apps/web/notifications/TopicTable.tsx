import { Checkbox, Select } from '@mantine/core';
import type { TopicShownDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import styles from './Settings.module.css';

const times = ['atOnce', 'digest', 'never'] as const;

/** Kind of message by channel; what can't be turned off says so instead of showing a dead control. */
export function TopicTable({ topics, withPush, onChange }: { topics: readonly TopicShownDto[]; withPush: boolean; onChange: (topics: TopicShownDto[]) => void }) {
  const t = useT();
  const set = (topic: TopicShownDto, part: Partial<TopicShownDto>) => onChange(topics.map((each) => (each.topic === topic.topic ? { ...each, ...part } : each)));
  return (
    <ul className={styles.topics}>
      {topics.map((each) => {
        const name = t(`notifications.topic.${each.topic}`);
        return (
          <li key={each.topic} className={styles.topic} data-push={withPush || undefined}>
            <div><div className={styles.name}><T k={`notifications.topic.${each.topic}`} /></div><div className={styles.what}><T k={`notifications.topicWhat.${each.topic}`} /></div></div>
            {each.locked ? <span className={styles.always}>{t('notifications.always')}</span> : <>
              <Checkbox label={t('notifications.channel.product')} aria-label={`${name}: ${t('notifications.channel.product')}`} checked={each.product} onChange={(event) => set(each, { product: event.currentTarget.checked })} />
              <Select aria-label={`${name}: ${t('notifications.channel.mail')}`} data={times.map((time) => ({ value: time, label: t(`notifications.mailTime.${time}`) }))} value={each.mail} allowDeselect={false}
                onChange={(mail) => set(each, { mail: times.find((time) => time === mail) ?? each.mail })} />
              {withPush && <Checkbox label={t('notifications.channel.push')} aria-label={`${name}: ${t('notifications.channel.push')}`} checked={each.push} onChange={(event) => set(each, { push: event.currentTarget.checked })} />}
            </>}
          </li>
        );
      })}
    </ul>
  );
}
