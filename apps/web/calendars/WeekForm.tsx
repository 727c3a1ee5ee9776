import { Button, Group, Select, TextInput } from '@mantine/core';
import { useWeekdayName } from '../admin/words.js';
import { useT } from '../i18n/useT.js';
import styles from './Calendars.module.css';
import type { CalendarJson } from './reading.js';

type Hours = CalendarJson['week'][string];
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
/** A pause at noon makes two of a day's hours; more are read from a file. */
const mostSpans = 3;

interface Props { calendar: CalendarJson; onChange: (calendar: CalendarJson) => void }

/** The hours of a week without anything special, and the zone whose clock they stand on. */
export function WeekForm({ calendar, onChange }: Props) {
  const t = useT();
  const zones = [...new Set([calendar.zone, ...Intl.supportedValuesOf('timeZone')])];
  const setDay = (weekday: number, hours: Hours) => onChange({ ...calendar, week: { ...calendar.week, [weekday]: hours } });
  return (
    <fieldset className={styles.ladder}>
      <legend>{t('time.week')}</legend>
      <Select label={t('time.zone')} data={zones} value={calendar.zone} searchable allowDeselect={false} maw={320} onChange={(zone) => onChange({ ...calendar, zone: zone ?? calendar.zone })} />
      {weekdays.map((weekday) => <Day key={weekday} weekday={weekday} hours={calendar.week[weekday] ?? []} onChange={(hours) => setDay(weekday, hours)} />)}
    </fieldset>
  );
}

function Day({ weekday, hours, onChange }: { weekday: number; hours: Hours; onChange: (hours: Hours) => void }) {
  const t = useT();
  const day = useWeekdayName()(weekday);
  const set = (at: number, part: Partial<Hours[number]>) => onChange(hours.map((each, place) => (place === at ? { ...each, ...part } : each)));
  return (
    <div className={styles.weekday}>
      <span>{day}</span>
      <Group gap={6}>
        {hours.length === 0 && <span className="quiet">{t('time.off')}</span>}
        {hours.map(({ from, to }, at) => (
          <span key={at} className={styles.span}>
            <TextInput size="xs" type="time" aria-label={t('time.hoursOf', { day })} value={from} onChange={(event) => set(at, { from: event.currentTarget.value })} />
            <TextInput size="xs" type="time" aria-label={t('time.hoursTo', { day })} value={to} onChange={(event) => set(at, { to: event.currentTarget.value })} />
          </span>
        ))}
        {hours.length < mostSpans && <Button size="compact-sm" variant="subtle" aria-label={t('time.moreHours', { day })} onClick={() => onChange([...hours, hours.length === 0 ? { from: '09:00', to: '17:00' } : { from: hours.at(-1)?.to ?? '', to: '' }])}>+</Button>}
        {hours.length > 0 && <Button size="compact-sm" variant="subtle" color="gray" aria-label={t('time.lessHours', { day })} onClick={() => onChange(hours.slice(0, -1))}>−</Button>}
      </Group>
    </div>
  );
}

/** Whether every span of the week has both its ends. */
export const isWholeWeek = ({ week }: CalendarJson): boolean => Object.values(week).every((hours) => hours.every(({ from, to }) => from !== '' && to !== ''));
