import type { AuditEntryDto } from '../generated/types.gen.js';
import { IsoTime } from '../kit/IsoTime.js';
import { moveFocus } from '../kit/row-keys.js';
import styles from './Audit.module.css';
import { Cases, Kind, What, Who } from './cells.js';

/** The same entries on a phone: what and how it ended, then who, when and which case. */
export function NarrowRows({ entries, onOpen }: { entries: readonly AuditEntryDto[]; onOpen: (entry: AuditEntryDto) => void }) {
  return (
    <ul data-rows>
      {entries.map((entry) => (
        <li key={`${entry.stream}/${entry.seq}`} className={styles.narrow}>
          <button type="button" data-row className={styles.open} onClick={() => onOpen(entry)} onKeyDown={moveFocus}>
            <span className={styles.line}><strong><What entry={entry} /></strong><span className={styles.end}><Kind kind={entry.kind} /></span></span>
            <span className={`${styles.line} small`}><span><Who entry={entry} /></span><span className={styles.end}>{entry.cases.length > 0 && <><Cases entry={entry} /> · </>}<IsoTime at={entry.at} bare /></span></span>
          </button>
        </li>
      ))}
    </ul>
  );
}
