import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { IsoDate } from './IsoTime.js';
import styles from './StageStrip.module.css';
import { hueOf, type Status } from './status.js';
import { StatusShape } from './StatusShape.js';

export interface StageSegment {
  /** Code of lists.stage. */
  stage: string;
  /** `ended`: begun, and over without being done. */
  state: 'notStarted' | 'active' | 'done' | 'skipped' | 'ended';
  /** How an active one stands; on time when left out. */
  status?: Status;
  /** Day it is planned to end, and day it ended (YYYY-MM-DD). */
  planned?: string;
  actual?: string;
}

/** One segment a stage in the order of the case; those of an inner list run side by side and are stacked. */
export function StageStrip({ columns }: { columns: readonly (readonly StageSegment[])[] }) {
  return (
    <ol className={styles.strip} aria-label={useT()('common.stages.strip')} tabIndex={0}>
      {columns.map((column) => (
        <li key={column[0]?.stage} className={styles.column}>
          {column.map((segment) => <Segment key={segment.stage} segment={segment} />)}
        </li>
      ))}
    </ol>
  );
}

function statusOf(segment: StageSegment): Status | null {
  switch (segment.state) {
    case 'done': return 'done';
    case 'active': return segment.status ?? 'onTime';
    case 'notStarted': return 'waiting';
    case 'skipped':
    case 'ended': return null;
  }
}

function Segment({ segment }: { segment: StageSegment }) {
  const status = statusOf(segment);
  return (
    <div className={`${styles.segment} ${styles[segment.state]}`} style={{ '--hue': hueOf(status ?? 'waiting') } as React.CSSProperties} aria-current={segment.state === 'active' ? 'step' : undefined}>
      <div className={styles.planned}>{segment.planned && <><T k="common.stages.planned" /> <IsoDate date={segment.planned} /></>}</div>
      <div className={styles.name}>
        {status && <StatusShape status={status} />}
        <T k={`lists.stage.${segment.stage}`} />
      </div>
      <div className={styles.actual}>
        {segment.actual ? <><T k="common.stages.actual" /> <IsoDate date={segment.actual} /></>
          : <T k={segment.state === 'active' && segment.status ? `common.status.${segment.status}` : `common.stages.${segment.state}`} />}
      </div>
    </div>
  );
}
