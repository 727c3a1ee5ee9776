import { T } from '../i18n/T.js';
import { StatusShape } from './StatusShape.js';
import { hueOf, type Status } from './status.js';
import styles from './StatusChip.module.css';

interface Props {
  status: Status;
  /** What the state is of, e.g. a discipline; stands before the shape. */
  label?: React.ReactNode;
  /** Replaces the state's word, e.g. "signed" for done. Key of a catalogue. */
  wordKey?: string;
  /** What blocks; only with `blocked`. */
  by?: string;
  /** Shape and label only; the word stays for screen readers. */
  compact?: boolean;
}

/** A state as shape, word and hue together. */
export function StatusChip({ status, label, wordKey, by, compact }: Props) {
  const word = <T k={by ? 'common.status.blockedBy' : wordKey ?? `common.status.${status}`} values={by ? { what: by } : undefined} />;
  return (
    <span className={`${styles.chip} ${status === 'blocked' || compact ? styles.outline : ''}`} style={{ '--hue': hueOf(status) } as React.CSSProperties}>
      {label !== undefined && <span className={styles.label}>{label}</span>}
      <StatusShape status={status} />
      <span className={compact ? 'visually-hidden' : styles.word}>{word}</span>
    </span>
  );
}
