import { useLive } from '../api/LiveProvider.js';
import { useT } from '../i18n/useT.js';
import { useClock } from '../kit/AutosaveNote.js';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './Frame.module.css';

/** Whether the screen follows others' changes now, or since when it doesn't. */
export function LiveMark() {
  const t = useT();
  const clock = useClock();
  const live = useLive();
  const [status, text] = live.kind === 'live' ? ['done', t('frame.live')] as const
    : live.kind === 'broken' ? ['dueSoon', t('frame.lastSeen', { time: clock(live.since) })] as const : ['waiting', '…'] as const;
  return <span className={styles.live} role="status"><StatusShape status={status} size={11} /><span>{text}</span></span>;
}
