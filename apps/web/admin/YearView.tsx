import type { CalendarDayDto, CalendarViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useLanguage, useT } from '../i18n/useT.js';
import { useToday } from '../kit/zone.js';
import styles from './Calendar.module.css';
import { monthsOf, type YearDay } from './year.js';
import { dateWords } from '../kit/intl.js';

/** A week begins where the reader's does: on Sunday in Hebrew, else on Monday. */
const firstDayOf = (lang: string): number => (lang === 'he' ? 7 : 1);
const uncertain = (rule: Pick<CalendarDayDto, 'status'> | null): boolean => rule?.status === 'estimated' || rule?.status === 'provisional';

/** A sign beside the number, so that no kind of day is told by hue alone. */
function signOf({ rule }: { rule: Pick<CalendarDayDto, 'kind' | 'status'> | null }): string {
  if (rule === null) return '';
  const sign = { off: '–', swapped: '⇄', half: '½', shortened: '<', custom: '*', plain: '' }[rule.kind];
  return uncertain(rule) ? `${sign}?` : sign;
}

/** Twelve months at a glance; every day that differs says why. The table below holds the same. */
export function YearView({ calendar, year }: { calendar: CalendarViewDto; year: number }) {
  const t = useT();
  const lang = useLanguage();
  const firstDay = firstDayOf(lang);
  const monthName = dateWords(lang, { month: 'long' });
  const dayName = dateWords(lang, { weekday: 'narrow' });
  const heads = Array.from({ length: 7 }, (_, i) => dayName(Date.UTC(2024, 0, firstDay + i, 12)));
  const today = useToday();
  const words = (day: YearDay) => (day.rule ? `${t(`admin.dayKind.${day.rule.kind}`)}: ${day.rule.name} (${t(`admin.trust.${day.rule.status}`)})` : undefined);
  return (
    <>
      <div className={styles.year} aria-hidden="true">
        {monthsOf(calendar, year, firstDay).map(({ month, before, days }) => (
          <div key={month} className={styles.month}>
            <div className={styles.name}>{monthName(Date.UTC(year, month - 1, 15, 12))}</div>
            <div className={styles.grid}>
              {heads.map((head, i) => <span key={i} className={styles.dow}>{head}</span>)}
              {Array.from({ length: before }, (_, i) => <span key={`e${i}`} />)}
              {days.map((day) => (
                <span key={day.date} className={styles.day} data-off={!day.works || undefined} data-kind={day.rule?.kind} data-uncertain={uncertain(day.rule) || undefined} data-today={day.date === today || undefined} title={words(day)}>
                  {day.day}<i>{signOf(day)}</i>
                </span>
              ))}
            </div>
          </div>
        ))}
      </div>
      <ul className={styles.legend}>
        {(['off', 'swapped', 'half', 'shortened'] as const).map((kind) => <li key={kind}><span className={styles.day} data-off={kind === 'off' || undefined} data-kind={kind} aria-hidden="true"><i>{signOf({ rule: { kind, status: 'law' } })}</i></span><T k={`admin.dayKind.${kind}`} /></li>)}
        <li><span className={styles.day} data-off data-uncertain aria-hidden="true"><i>?</i></span><T k="admin.notSure" /></li>
      </ul>
    </>
  );
}
