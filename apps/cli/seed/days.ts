import { instantOf, type DateOnly, type Instant } from '#domain';

const day = 86_400_000;

/** The demo is told backwards from the moment it is made, so that what is due soon is due soon on every machine. */
export class Days {
  constructor(readonly made: Instant) {}

  /** So many weekdays ago, at a UTC time of day: 05:00 to 09:00 is working time from Astana to Shanghai. */
  ago(weekdays: number, time: string): Instant {
    return this.before(this.made, weekdays, time);
  }

  /** So many weekdays before another day. */
  before(instant: Instant, weekdays: number, time: string): Instant {
    let date = Date.parse(`${instant.slice(0, 10)}T00:00:00.000Z`);
    for (let left = weekdays; left > 0;) {
      date -= day;
      const weekday = new Date(date).getUTCDay();
      if (weekday !== 0 && weekday !== 6) left -= 1;
    }
    const at = `${new Date(date).toISOString().slice(0, 10)}T${time}:00.000Z`;
    return at < this.made ? at : this.minutesAgo(1);
  }

  /** So many minutes after an instant, never after the demo was made. */
  after(instant: Instant, minutes: number): Instant {
    const at = new Date(Date.parse(instant) + minutes * 60_000).toISOString();
    return at < this.made ? at : this.minutesAgo(1);
  }

  minutesAgo(minutes: number): Instant { return new Date(Date.parse(this.made) - minutes * 60_000).toISOString(); }

  /** A calendar date so many days from today. */
  date(daysAhead: number): DateOnly { return new Date(Date.parse(this.made) + daysAhead * day).toISOString().slice(0, 10); }

  /** Dates of a weekly series in the host's wall time: so many weeks before today, earliest first. */
  pastSittings(weekday: number, localTime: string, zone: string, weeks: number): readonly { readonly slot: DateOnly; readonly startsAt: Instant }[] {
    const back = (new Date(this.made).getUTCDay() - weekday + 7) % 7 || 7;
    return Array.from({ length: weeks }, (_, index) => {
      const slot = this.date(-back - (weeks - 1 - index) * 7);
      return { slot, startsAt: instantOf(slot, localTime, zone) };
    });
  }
}
