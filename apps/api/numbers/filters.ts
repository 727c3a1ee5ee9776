import { periodsAround, type SetFilter } from '#domain';
import { Conditions } from '../reading/conditions.js';
import type { NumbersFilterDto } from './numbers.dto.js';

const columns: Readonly<Record<string, readonly [column: string, type: string]>> = {
  board: ['board_id', 'uuid'], hospital: ['hospital_id', 'uuid'], tumorType: ['tumor_type', 'text'], urgency: ['urgency', 'text'], year: ['year', 'int'], quarter: ['quarter', 'int'], month: ['month', 'date'],
};
/** The column of a filter: compared and grouped as it is stored, read as text only once it is counted. */
export const columnOf = (name: string): string => columns[name]?.[0] ?? 'null';
/** Sittings have no hospital that referred, no tumor type and no urgency: those filters let them be. */
export const matches = (name: string, place: string): string => `coalesce(${columnOf(name)} = ${place}::${columns[name]?.[1] ?? 'text'}, true)`;
/** A period as its column's text: `2026-Q3` is 20263, `2026-09` the first day of the month. */
const stored = (level: string, value: string): string => (level === 'quarter' ? value.replace('-Q', '') : level === 'month' ? `${value}-01` : value);

/** The filters that are set, a period with the wider ones around it. */
export function filtersOf({ boardId, hospitalId, tumorType, urgency, period }: NumbersFilterDto): readonly SetFilter[] {
  const plain = [['board', boardId?.toLowerCase()], ['hospital', hospitalId?.toLowerCase()], ['tumorType', tumorType], ['urgency', urgency]] as const;
  const within = { year: undefined, quarter: 'year', month: 'quarter' } as const;
  return [
    ...plain.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }])),
    ...(period === undefined ? [] : periodsAround(period).map(({ level, value }): SetFilter => { const wider = within[level]; return wider === undefined ? { name: level, value } : { name: level, value: stored(level, value), within: wider }; })),
  ];
}

/** Facts of these filters that have come about by now: a follow-up that is due later is not yet one that nobody answered. */
export function conditionsOf(filters: readonly SetFilter[], now: string): Conditions {
  const conditions = new Conditions();
  for (const { name, value } of filters) conditions.and(matches(name, '?'), value);
  return conditions.and('f.at <= ?', now);
}
