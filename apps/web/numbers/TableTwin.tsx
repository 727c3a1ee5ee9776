import type { FigureDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { useLines, type Line } from './Bars.js';
import styles from './Numbers.module.css';
import type { BarKey } from './reading.js';
import { useNumbersWords } from './words.js';

/** The same numbers in rows and columns, every code of every part. */
export function TableTwin({ figure, label, onOpen }: { figure: FigureDto; label: string; onOpen: (key: BarKey) => void }) {
  const t = useT();
  const lines = useLines(figure, true);
  const heads = figure.kind === 'times' ? ['number', 'median', 'p90', 'workingMedian', 'workingP90'] : ['number', 'of', 'share'];
  const shown = figure.figure === 'minutes' ? heads.slice(0, 3) : heads;
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={label}>
      <table className={styles.table} aria-label={label}>
        <thead><tr><th scope="col">{t('numbers.column.what')}</th>{shown.map((head) => <th key={head} scope="col" className={styles.end}>{t(`numbers.column.${head}`)}</th>)}</tr></thead>
        <tbody>{lines.map((line) => <Row key={`${line.key.part}/${line.key.code}`} line={line} figure={figure} columns={shown.length} onOpen={onOpen} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ line, figure, columns, onOpen }: { line: Line; figure: FigureDto; columns: number; onOpen: (key: BarKey) => void }) {
  const t = useT();
  const words = useNumbersWords();
  const { bar: { n, clock, working }, of, key, label } = line;
  const hidden = t('numbers.hidden');
  const cells = figure.kind === 'times' ? [clock && words.clock(clock.median), clock && words.clock(clock.p90), working && words.working(working.median), working && words.working(working.p90)] : [of === null ? hidden : words.count(of), n === null || of === null ? hidden : words.share(n, of)];
  const number = n === null ? hidden : words.count(n);
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className={styles.end}>{figure.aboutPatients && n !== 0 ? <button type="button" className={styles.number} onClick={() => onOpen(key)} aria-label={t('numbers.openCases', { what: label, number })}><bdi>{number}</bdi></button> : <bdi>{number}</bdi>}</td>
      {cells.slice(0, columns - 1).map((cell, place) => <td key={place} className={styles.end}><bdi>{cell ?? ''}</bdi></td>)}
    </tr>
  );
}
