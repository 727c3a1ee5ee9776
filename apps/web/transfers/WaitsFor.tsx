import { T } from '../i18n/T.js';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './Now.module.css';

interface Props { lines: { open: readonly string[]; lapsed: readonly string[] }; lead: string; onChosen?: () => void }

/** The lines in the way, each leading to its place in the checklist. */
export function WaitsFor({ lines, lead, onChosen }: Props) {
  const go = (code: string) => {
    onChosen?.();
    const row = document.getElementById(`item-${code}`);
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  };
  const line = (code: string, lapsed: boolean) => (
    <li key={code}>
      <button type="button" className={styles.line} onClick={() => go(code)}>
        <StatusShape status={lapsed ? 'overdue' : 'waiting'} size={11} /><T k={`lists.transferItem.${code}`} />{lapsed && <> (<T k="transfers.lapsed" />)</>}
      </button>
    </li>
  );
  return (
    <div className={styles.waits}>
      <span className={styles.lead}><StatusShape status="blocked" size={12} /><T k={lead} values={{ count: lines.open.length + lines.lapsed.length }} /></span>
      <ul className={styles.lines}>{lines.lapsed.map((code) => line(code, true))}{lines.open.map((code) => line(code, false))}</ul>
    </div>
  );
}
