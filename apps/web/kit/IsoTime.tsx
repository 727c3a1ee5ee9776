import { Tooltip } from '@mantine/core';
import { usePlace } from './usePlace.js';
import { useLanguage } from '../i18n/useT.js';
import { formatDate, formatInstant, zonedParts, type PartialDate } from './iso-dates.js';
import { useZone } from './zone.js';

interface TimeProps {
  /** ISO instant, UTC. */
  at: string;
  /** Whose clock it is shown on; the reader's own when left out. */
  zone?: string;
  /** Name of the place instead of the zone's city. */
  place?: string;
  /** `time`: the clock alone; `day`: the day alone; `short`: day and clock; `full`: with the place. */
  show?: 'time' | 'day' | 'short' | 'full';
  /** Without its tip, where something else explains it. */
  bare?: boolean;
}

/** An instant on a clock with its zone on demand; the machine's value stays in `<time>`. */
export function IsoTime({ at, zone, place, show = 'short', bare }: TimeProps) {
  const lang = useLanguage();
  const reader = useZone();
  const shown = zone ?? reader;
  const parts = zonedParts(at, shown, lang);
  const text = show === 'time' ? parts.time : show === 'day' ? formatDate(parts.date, lang) : formatInstant(at, shown, lang, new Date().toISOString());
  const city = usePlace(shown, place);
  const time = <time dateTime={at} className="nowrap"><bdi>{show === 'full' ? `${text} ${city}` : text}</bdi></time>;
  if (bare) return time;
  return (
    <Tooltip label={<bdi>{`${formatDate(parts.date, lang)} ${parts.time} · ${city} (${shown})`}</bdi>}>
      {time}
    </Tooltip>
  );
}

/** A date as far as it is known, never moved by a zone. */
export function IsoDate({ date }: { date: PartialDate }) {
  return <time dateTime={date} className="nowrap"><bdi>{formatDate(date, useLanguage())}</bdi></time>;
}
