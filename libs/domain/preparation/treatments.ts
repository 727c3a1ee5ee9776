import { DateTime } from 'luxon';
import type { DateOnly, PartialDate } from '../core/instant.js';
import type { FieldAnswer, FormAnswers } from '../forms/definition.js';
import type { TreatmentSource } from '../cases/state.js';
import { sourceOf, treatmentRows } from './requests.js';

/** The first and the last day that a date as told may mean: of a year 1 January and 31 December, of a day that day twice. */
export interface DaySpan { readonly first: DateOnly; readonly last: DateOnly }

/** An earlier treatment in its place. Dates stay as they were told; `orderKnown` is false where the one before may as well have come later. */
export interface TimelineEntry {
  readonly source: TreatmentSource;
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
  readonly starts: DaySpan | null;
  readonly ends: DaySpan | null;
  readonly orderKnown: boolean;
  readonly row: Readonly<Record<string, FieldAnswer>>;
}

/** Null for what is no date of the calendar. */
export const daySpan = (date: PartialDate): DaySpan | null => {
  const unit = /^\d{4}$/.test(date) ? 'year' : /^\d{4}-\d{2}$/.test(date) ? 'month' : /^\d{4}-\d{2}-\d{2}$/.test(date) ? 'day' : null;
  const first = DateTime.fromISO(date, { zone: 'utc' });
  return unit === null || !first.isValid ? null : { first: first.toISODate(), last: first.endOf(unit).toISODate() };
};

const told = (answer: FieldAnswer | undefined): PartialDate | null => (answer?.state === 'given' && typeof answer.value === 'string' && answer.value !== '' ? answer.value : null);
const lastOfAll = '9999';

/** By the first day that it may have begun; of two that may have begun on the same day the more exactly dated first; undated last. */
const inOrder = (a: DaySpan | null, b: DaySpan | null): number => {
  const [one, other] = [a ?? { first: lastOfAll, last: lastOfAll }, b ?? { first: lastOfAll, last: lastOfAll }];
  return one.first.localeCompare(other.first) || one.last.localeCompare(other.last);
};

/** Earlier treatments of a referral form in the order in which they began, as far as that is known. No day is made up: a year stays a year. */
export const timelineOf = (answers: FormAnswers): readonly TimelineEntry[] => {
  const entries = treatmentRows(answers).map((row) => {
    const [from, to] = [told(row['from']), told(row['to'])];
    return { source: sourceOf(row), from, to, starts: from === null ? null : daySpan(from), ends: to === null ? null : daySpan(to), row };
  }).sort((a, b) => inOrder(a.starts, b.starts));
  return entries.map((entry, place) => {
    const before = entries[place - 1];
    return { ...entry, orderKnown: before === undefined || (before.starts !== null && entry.starts !== null && before.starts.last < entry.starts.first) };
  });
};
