import type { BarDto, FigureDto, PartDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import styles from './Numbers.module.css';
import type { BarKey } from './reading.js';
import { longest, useNumbersWords } from './words.js';

interface Props { figure: FigureDto; onOpen: (key: BarKey) => void }
export interface Line { key: BarKey; label: string; bar: BarDto; of: number | null }

/** Lines of a figure: of one part each code; of several, each part's first code, whose share one wants to see. */
export function useLines({ figure, parts }: FigureDto, whole: boolean): readonly Line[] {
  const words = useNumbersWords();
  const line = (part: PartDto, bar: BarDto): Line => { const key = { figure, part: part.part, code: bar.code }; return { key, label: whole ? words.bar(key) : words.short(key), bar, of: part.of }; };
  return parts.flatMap((part) => (part.part !== '' && part.of === 0 ? [] : (whole || part.part === '' ? part.bars : part.bars.slice(0, 1)).map((bar) => line(part, bar))));
}

/** Bars that are buttons where cases stand behind them: what is drawn is also said, in numbers. */
export function Bars({ figure, onOpen }: Props) {
  const lines = useLines(figure, false).filter(({ bar, key }) => bar.n !== 0 || key.part !== '');
  const most = longest(lines.map(({ bar }) => bar.clock));
  return (
    <ul className={styles.bars} data-kind={figure.kind}>
      {lines.map((line) => (
        <li key={`${line.key.part}/${line.key.code}`}>
          {figure.aboutPatients ? <button type="button" className={styles.line} onClick={() => onOpen(line.key)}><Drawn line={line} kind={figure.kind} most={most} /></button> : <div className={styles.line}><Drawn line={line} kind={figure.kind} most={most} /></div>}
        </li>
      ))}
    </ul>
  );
}

function Drawn({ line: { label, bar, of }, kind, most }: { line: Line; kind: FigureDto['kind']; most: number }) {
  const t = useT();
  const words = useNumbersWords();
  const width = (part: number): React.CSSProperties => ({ inlineSize: `${String(Math.max(0.5, Math.min(100, part * 100)))}%` });
  if (bar.n === null) return <><span className={styles.label}>{label}</span><span className={styles.track} aria-hidden="true"><span className={styles.hidden} /></span><span className={styles.value}>{t('numbers.hidden')}</span></>;
  if (kind === 'times') {
    return (
      <>
        <span className={styles.label}>{label}</span>
        <span className={styles.track} aria-hidden="true">{bar.clock && <><span className={styles.tail} style={width(bar.clock.p90 / most)} /><span className={styles.fill} style={width(bar.clock.median / most)} /></>}</span>
        <span className={styles.value}>
          {bar.clock && <span><bdi>{words.clock(bar.clock.median)}</bdi> <span className="quiet">{t('numbers.nineOfTen', { time: words.clock(bar.clock.p90) })}</span></span>}
          {bar.working && <span className="quiet">{t('numbers.inWorkingTime', { median: words.working(bar.working.median), p90: words.working(bar.working.p90) })}</span>}
          <span className="quiet">{t('numbers.counted', { count: bar.n })}</span>
        </span>
      </>
    );
  }
  return (
    <>
      <span className={styles.label}>{label}</span>
      <span className={styles.track} aria-hidden="true"><span className={styles.fill} style={width(of === null || of === 0 ? 0 : bar.n / of)} /></span>
      <span className={styles.value}>{of !== null && <span><bdi>{words.share(bar.n, of)}</bdi></span>}<span className="quiet">{of === null ? words.count(bar.n) : t('numbers.ofAll', { n: words.count(bar.n), of: words.count(of) })}</span></span>
    </>
  );
}
