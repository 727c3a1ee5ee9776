import { has } from '#locales';
import type { TreatmentDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { lanesOf } from './lanes.js';
import styles from './Preparation.module.css';

/** A lane a country, earliest first; a bar reaches over all days that the dates as told may mean, paler where that is more than is known. The list below says the same in words. */
export function CountryLanes({ treatments }: { treatments: readonly TreatmentDto[] }) {
  const t = useT();
  const { lanes, years } = lanesOf(treatments);
  if (lanes.length === 0) return null;
  return (
    <div className={styles.lanes} aria-hidden="true">
      <div className={styles.laneYears}><span /><div>{years.map(({ year, at }) => <span key={year} style={{ insetInlineStart: `${at}%` }}>{year}</span>)}</div></div>
      {lanes.map(({ country, bars }) => (
        <div key={country} className={styles.lane}>
          <span>{has('en', `lists.country.${country}`) ? t(`lists.country.${country}`) : country}</span>
          <div>{bars.map((bar, i) => <span key={i} className={styles.bar} data-vague={bar.vague || undefined} style={{ insetInlineStart: `${bar.from}%`, inlineSize: `${bar.width}%` }} />)}</div>
        </div>
      ))}
    </div>
  );
}
