import { T } from '../i18n/T.js';
import { useLanguage } from '../i18n/useT.js';
import { formatDate, zonedParts } from './iso-dates.js';
import { IsoTime } from './IsoTime.js';
import styles from './Timeline.module.css';
import { useZone } from './zone.js';

export interface TimelineEntry {
  id: string;
  /** ISO instant. */
  at: string;
  kind: 'task' | 'document' | 'decision' | 'escalation' | 'note';
  text: React.ReactNode;
  author: string;
  onBehalfOf?: string | null;
  detail?: React.ReactNode;
}

/** The merged history, newest first as given, grouped by the reader's day: what, who, on whose behalf, when. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const lang = useLanguage();
  const zone = useZone();
  const days = byDay(entries, (entry) => zonedParts(entry.at, zone, lang).date);
  return (
    <div>
      {[...days].map(([date, list]) => (
        <section key={date}>
          <h3 className={styles.day}>{zonedParts(list[0]?.at ?? '', zone, lang).weekday} <time dateTime={date}><bdi>{formatDate(date, lang)}</bdi></time></h3>
          <ol>{list.map((entry) => <Entry key={entry.id} entry={entry} />)}</ol>
        </section>
      ))}
    </div>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  return (
    <li className={styles.entry}>
      <span className={styles.time}><IsoTime at={entry.at} show="time" /></span>
      <span className={`${styles.dot} ${styles[entry.kind] ?? ''}`} aria-hidden="true" />
      <div>
        <div>{entry.text}</div>
        <div className={styles.who}>
          {entry.onBehalfOf ? <T k="common.onBehalfOf" values={{ author: entry.author, person: entry.onBehalfOf }} /> : <bdi>{entry.author}</bdi>}
        </div>
        {entry.detail !== undefined && <div className={styles.detail}>{entry.detail}</div>}
      </div>
    </li>
  );
}

function byDay(entries: readonly TimelineEntry[], dayOf: (entry: TimelineEntry) => string): Map<string, TimelineEntry[]> {
  const days = new Map<string, TimelineEntry[]>();
  for (const entry of entries) days.set(dayOf(entry), [...days.get(dayOf(entry)) ?? [], entry]);
  return days;
}
