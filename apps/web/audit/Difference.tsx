import type { AuditEntryDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { IsoTime } from '../kit/IsoTime.js';
import styles from './EntryPanel.module.css';
import { flat } from './words.js';

/** Members that differ between two entries' data. */
export function differing(before: unknown, after: unknown): [path: string, before: string | undefined, after: string | undefined][] {
  const [old, now] = [new Map(flat(before)), new Map(flat(after))];
  return [...new Set([...old.keys(), ...now.keys()])].filter((path) => old.get(path) !== now.get(path)).map((path) => [path, old.get(path), now.get(path)]);
}

/** Before and after, member by member; what is the same is left out. */
export function Difference({ before, after }: { before: AuditEntryDto; after: AuditEntryDto }) {
  const t = useT();
  const rows = differing(before.data, after.data);
  const value = (text: string | undefined) => (text === undefined ? <span className="quiet">–</span> : <bdi>{text}</bdi>);
  return (
    <>
      <p className="small quiet"><T k="audit.comparedWith" /> <IsoTime at={before.at} show="full" />, <bdi>{before.seq}</bdi></p>
      {rows.length === 0 ? <p>{t('audit.same')}</p> : (
        <table className={styles.data}>
          <thead><tr><th scope="col">{t('audit.field')}</th><th scope="col">{t('audit.before')}</th><th scope="col">{t('audit.after')}</th></tr></thead>
          <tbody>{rows.map(([path, old, now]) => <tr key={path}><th scope="row" dir="ltr">{path}</th><td className={styles.old}>{value(old)}</td><td className={styles.new}>{value(now)}</td></tr>)}</tbody>
        </table>
      )}
    </>
  );
}
