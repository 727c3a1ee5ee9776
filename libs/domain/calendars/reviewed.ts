import type { DateOnly } from '../core/instant.js';
import type { Calendar, DayRule, ReviewedYear } from '../time/calendar.js';

/** A hospital's own calendar, from its first published version on; before it shares a shipped one. */
export const ownCalendarId = (code: string): string => `own.${code}`;

export interface Review { readonly id: string; readonly version: number; readonly by: string; readonly on: DateOnly }

/** A draft as it comes in force: every day and year that differs from before carries who reviewed it and when; the others keep theirs. */
export const reviewed = (draft: Calendar, before: Calendar | null, { id, version, by, on }: Review): Calendar => {
  const signed = <Rule extends DayRule | ReviewedYear>(rule: Rule, old: Rule | undefined): Rule => {
    const { reviewedBy: _by, reviewedOn: _on, ...plain } = rule;
    return old !== undefined && sameRule(rule, old) ? old : ({ ...plain, reviewedBy: by, reviewedOn: on } as Rule);
  };
  return {
    ...draft, id, version,
    days: Object.fromEntries(Object.entries(draft.days).sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, rule]) => [date, signed(rule, before?.days[date])])),
    reviewedYears: [...draft.reviewedYears].sort((a, b) => a.year - b.year).map((year) => signed(year, before?.reviewedYears.find((old) => old.year === year.year))),
  };
};

/** Who reviewed it is not what it says. */
export const sameRule = (a: DayRule | ReviewedYear, b: DayRule | ReviewedYear): boolean => saying(a) === saying(b);
const saying = (rule: DayRule | ReviewedYear): string => JSON.stringify(Object.entries(rule).filter(([key, value]) => key !== 'reviewedBy' && key !== 'reviewedOn' && value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)));
