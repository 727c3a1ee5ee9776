import type { CalendarDayDto, CalendarViewDto } from '../generated/types.gen.js';

/** A day of a month as it is drawn. */
export interface YearDay { date: string; day: number; rule: CalendarDayDto | null; works: boolean }
/** A month: how many cells are empty before its first day, and its days. */
export interface YearMonth { month: number; before: number; days: YearDay[] }

const isoWeekday = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay() || 7;

/** Whether a day is worked at all: by its own rule, else by the plain week. */
function worksOn(rule: CalendarDayDto | null, plain: boolean): boolean {
  switch (rule?.kind) {
    case undefined: case 'plain': return plain;
    case 'off': return false;
    case 'swapped': case 'half': case 'shortened': case 'custom': return true;
  }
}

/** The twelve months of a year; weeks begin on the ISO weekday `firstDay` (1 is Monday). */
export function monthsOf(calendar: Pick<CalendarViewDto, 'week' | 'days'>, year: number, firstDay: number): YearMonth[] {
  const rules = new Map(calendar.days.map((rule) => [rule.date, rule]));
  const worked = new Set(calendar.week.filter(({ hours }) => hours.length > 0).map(({ weekday }) => weekday));
  return Array.from({ length: 12 }, (_, at): YearMonth => {
    const month = at + 1;
    const count = new Date(Date.UTC(year, month, 0, 12)).getUTCDate();
    const dateOf = (day: number) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    const days = Array.from({ length: count }, (_each, i): YearDay => {
      const date = dateOf(i + 1);
      const rule = rules.get(date) ?? null;
      return { date, day: i + 1, rule, works: worksOn(rule, worked.has(isoWeekday(date))) };
    });
    return { month, before: (isoWeekday(dateOf(1)) - firstDay + 7) % 7, days };
  });
}
