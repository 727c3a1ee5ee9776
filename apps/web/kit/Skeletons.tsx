import { useT } from '../i18n/useT.js';
import styles from './Skeletons.module.css';

const bone = (inlineSize: string) => <div className={styles.bone} style={{ inlineSize }} />;
const times = (count: number) => Array.from({ length: count }, (_, i) => i);

function Announced({ children }: { children: React.ReactNode }) {
  return <div aria-busy="true"><span className="visually-hidden" role="status">{useT()('common.loading')}</span><div aria-hidden="true">{children}</div></div>;
}

/** Rows in the shape of a table (40 px) or the inbox (48 px). */
export function RowsSkeleton({ rows = 6, height = 40 }: { rows?: number; height?: 40 | 48 }) {
  return <Announced>{times(rows).map((i) => <div key={i} className={styles.row} style={{ blockSize: height }}>{bone('12px')}{bone(`${30 + ((i * 17) % 30)}%`)}<div style={{ flex: 1 }} />{bone('64px')}</div>)}</Announced>;
}

/** Columns of cards in the shape of the case board. */
export function BoardSkeleton({ columns = 5 }: { columns?: number }) {
  return (
    <Announced>
      <div className={styles.board}>
        {times(columns).map((c) => (
          <div key={c} className={styles.column}>{bone('50%')}{times(3 - (c % 3)).map((i) => <CardBones key={i} />)}</div>
        ))}
      </div>
    </Announced>
  );
}

function CardBones() {
  return <div className={styles.card}>{bone('70%')}{bone('45%')}{bone('85%')}</div>;
}

/** A panel with a few lines of text. */
export function TextSkeleton({ lines = 4 }: { lines?: number }) {
  return <Announced><div className={styles.card}>{times(lines).map((i) => <div key={i}>{bone(`${90 - ((i * 23) % 50)}%`)}</div>)}</div></Announced>;
}
