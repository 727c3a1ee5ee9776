import { IsoTime } from '../kit/IsoTime.js';
import { usePlace } from '../kit/usePlace.js';
import { useZone } from '../kit/zone.js';

const clock = (at: string, zone: string): string => new Intl.DateTimeFormat('en', { timeZone: zone, timeStyle: 'short', dateStyle: 'short' }).format(new Date(at));

/** When a case would begin, on the meeting's clock; beside it on the reader's, who may come for that case alone. */
export function PlannedStart({ at, zone }: { at: string; zone: string }) {
  const reader = useZone();
  const city = usePlace(reader);
  return <><IsoTime at={at} zone={zone} show="time" />{clock(at, reader) !== clock(at, zone) && <span className="quiet nowrap"> (<IsoTime at={at} show="time" /> <bdi>{city}</bdi>)</span>}</>;
}
