import type { InboxCountsDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import styles from './Inbox.module.css';
import { choices, everything, type Shown } from './shown.js';

interface Props { shown: Shown; counts: InboxCountsDto | undefined; onShow: (shown: Shown) => void }

/** What to look at: all of one's own, one group of it, or what others owe. A bar over the list where it is narrow. */
export function InboxGroups({ shown, counts, onShow }: Props) {
  const t = useT();
  const countOf: Partial<Record<Shown, number | undefined>> = { mine: counts && everything(counts), handedToMe: counts?.handedToMe, overdue: counts?.overdue, pool: counts?.pool };
  return (
    <nav className={styles.groups} aria-label={t('inbox.groups')}>
      {choices.map((name) => (
        <button key={name} type="button" className={styles.group} aria-current={shown === name ? 'true' : undefined} data-late={name === 'overdue' && (countOf[name] ?? 0) > 0 || undefined} onClick={() => onShow(name)}>
          <span>{name === 'mine' ? <T k="inbox.everything" /> : <T k={`lists.inboxGroup.${name}`} />}</span>
          {countOf[name] !== undefined && countOf[name] > 0 && <span className={styles.count}>{countOf[name]}</span>}
        </button>
      ))}
    </nav>
  );
}
