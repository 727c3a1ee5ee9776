import type { Calendar, Instant } from '#domain';
import { SHIPPED_CALENDARS } from '#domain';
import type { TestDatabase } from '../factories/database.js';

const week = 7 * 86_400_000;
const day = 86_400_000;

/**
 * The weeks around Spring Festival 2026, with its nine days off and its two worked Saturdays, moved by whole weeks to begin soon:
 * the server that skips time begins today, whenever that is, and a reviewed festival lies in one year only.
 */
export class NearFestival {
  private readonly by: number;

  constructor(now: Instant) {
    this.by = Math.ceil((Date.parse(now) + day - Date.parse('2026-01-30T00:00:00.000Z')) / week) * week;
  }

  /** The instant that corresponds to one of early 2026. */
  on(of2026: Instant): Instant { return new Date(Date.parse(of2026) + this.by).toISOString(); }

  /** Shanghai's calendar with the festival moved, as a new version: before anybody works in this database. */
  async publish(database: TestDatabase): Promise<void> {
    const shipped = SHIPPED_CALENDARS.find(({ id }) => id === 'shanghai');
    if (shipped === undefined) throw new Error('Shanghai has no calendar');
    const moved = (date: string): string => this.on(`${date}T00:00:00.000Z`).slice(0, 10);
    const days: Calendar['days'] = Object.fromEntries(Object.entries(shipped.days)
      .filter(([date]) => date >= '2026-02-01' && date < '2026-03-31')
      .map(([date, rule]) => [moved(date), rule.kind === 'swapped' ? { ...rule, paysFor: moved(rule.paysFor) } : rule]));
    const first = Number(moved('2026-01-01').slice(0, 4));
    const reviewedYears = [first, first + 1, first + 2].map((year) => ({ year, status: 'official' as const, source: 'Spring Festival 2026, moved for a test' }));
    await database.asSuperuser('insert into calendar (id, version, definition) values ($1, 2, $2)', ['shanghai', JSON.stringify({ ...shipped, version: 2, days, reviewedYears })]);
    await database.asSuperuser('update installation set directory = directory + 1');
  }
}
