import { Popover } from '@mantine/core';
import { useEffect, useState } from 'react';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { useCalendarName } from './calendar-name.js';
import { isClockDay, spokenLeft, type Due, type DueExplanation } from './due.js';
import styles from './DueTime.module.css';
import { IsoDate, IsoTime } from './IsoTime.js';
import { hueOf } from './status.js';
import { StatusShape } from './StatusShape.js';
import { useZone } from './zone.js';

/** Working time left or lateness, short ("6 h left", "3 working days 4 h left"), in the state's hue with its shape. */
export function TimeLeft({ due }: { due: Due }) {
  const t = useT();
  const said = useSpoken(due);
  const text = due.status === 'onHold' ? t('common.due.stopped') : said;
  if (text === null) return null;
  return (
    <span className={styles.timeLeft} style={{ '--hue': hueOf(due.status) } as React.CSSProperties}>
      <StatusShape status={due.status} />
      <span className={styles.left}>{text}</span>
      <span className="visually-hidden"><T k={`common.status.${due.status}`} /></span>
    </span>
  );
}

function useSpoken({ leftMs, dayMs, status }: Due): string | null {
  const t = useT();
  const span = useSpan();
  if (leftMs === undefined) return null;
  // Late by the clock while nobody works: no working time has passed since.
  if (leftMs === 0 && status === 'overdue') return t('common.due.up');
  return t(leftMs < 0 ? 'common.due.lateShort' : 'common.due.leftShort', { time: span(leftMs, dayMs) });
}

/** A length of time as one would say it: "3 working days 4 h". */
export function useSpan(): (ms: number, dayMs?: number) => string {
  const t = useT();
  return (ms, dayMs) => {
    const { days, hours, minutes } = spokenLeft(ms, dayMs);
    const part = (key: string, count: number | undefined) => (count === undefined ? [] : [t(`common.due.${key}`, { count })]);
    return [...part(isClockDay(dayMs) ? 'd' : 'wd', days), ...part('h', hours), ...part('min', minutes)].join(' ');
  };
}

/** A due time on its owner's clock. Pressing it tells how it came about. */
export function DueTime({ due, withLeft = true }: { due: Due; withLeft?: boolean }) {
  const t = useT();
  return (
    <span className={styles.due}>
      <Popover width={340} position="bottom-start" withinPortal trapFocus returnFocus>
        <Popover.Target>
          <button type="button" className={styles.button} aria-haspopup="dialog">
            <IsoTime at={due.at} zone={due.zone} place={due.place} show="full" bare />
            <span className="visually-hidden">. {t('common.due.how')}</span>
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('common.due.how')}>
          <p className={styles.title}>{t('common.due.how')}</p>
          <Explanation due={due} />
        </Popover.Dropdown>
      </Popover>
      {withLeft && <TimeLeft due={due} />}
    </span>
  );
}

/** Mounted when the popover opens, so that the explanation is asked for only then. */
function Explanation({ due }: { due: Due }) {
  const t = useT();
  const [asked, setAsked] = useState<DueExplanation | null>(null);
  const how = typeof due.how === 'function' ? asked : due.how;
  useEffect(() => {
    let wanted = true;
    if (typeof due.how === 'function') void due.how().then((answer) => { if (wanted) setAsked(answer); }, () => undefined);
    return () => { wanted = false; };
  }, [due.at]);
  const reader = useZone();
  const calendarName = useCalendarName();
  const row = (key: string, value: React.ReactNode) => <><dt>{t(key)}</dt><dd>{value}</dd></>;
  return (
    <dl className={styles.list} tabIndex={0}>
      {how && row('common.due.began', <IsoTime at={how.began} zone={due.zone} />)}
      {how && row('common.due.allowance', t(`common.due.unit.${how.allowance.unit}`, { count: how.allowance.amount }))}
      {how && row('common.due.calendar', how.calendarId === undefined ? t('common.due.clockRound') : <><bdi>{calendarName(how.calendarId)}</bdi>{how.calendarVersion !== undefined && <div className="quiet small">{t('common.due.countedWith', { version: how.calendarVersion, data: how.timeZoneData ?? '?' })}</div>}</>)}
      {how?.skipped?.length ? row('common.due.skipped', how.skipped.map((day) => <div key={day.date}><IsoDate date={day.date} />{day.to !== undefined && <> – <IsoDate date={day.to} /></>} <bdi>{day.name ?? t('time.why.leave')}</bdi></div>)) : null}
      {how?.paused?.length ? row('common.due.paused', how.paused.map((pause) => (
        <div key={pause.from}><IsoTime at={pause.from} zone={due.zone} />{pause.to && <> – <IsoTime at={pause.to} zone={due.zone} /></>} <bdi>{pause.reason}</bdi></div>
      ))) : null}
      {row('common.due.due', <IsoTime at={due.at} zone={due.zone} place={due.place} show="full" />)}
      {reader !== due.zone && row('common.due.inYourZone', <IsoTime at={due.at} zone={reader} show="full" />)}
      {how?.provisional && <dd style={{ gridColumn: '1 / -1' }}>{t('common.due.provisional')}</dd>}
    </dl>
  );
}
