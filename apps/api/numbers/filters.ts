import { periodsAround, type SetFilter } from '#domain';
import { Conditions } from '../reading/conditions.js';
import type { NumbersFilterDto } from './numbers.dto.js';

const columns: Readonly<Record<string, string>> = {
  board: 'board_id::text', hospital: 'hospital_id::text', tumorType: 'tumor_type', urgency: 'urgency', year: `to_char(month, 'YYYY')`, quarter: `to_char(month, 'YYYY-"Q"Q')`, month: `to_char(month, 'YYYY-MM')`,
};
/** SQL for a filter's value of a fact. */
export const columnOf = (name: string): string => columns[name] ?? 'null';
/** Sittings have no hospital that referred, no tumor type and no urgency: those filters let them be. */
export const matches = (name: string, place: string): string => `coalesce(${columnOf(name)} = ${place}, true)`;

/** The filters that are set, a period with the wider ones around it. */
export function filtersOf({ boardId, hospitalId, tumorType, urgency, period }: NumbersFilterDto): readonly SetFilter[] {
  const plain = [['board', boardId?.toLowerCase()], ['hospital', hospitalId?.toLowerCase()], ['tumorType', tumorType], ['urgency', urgency]] as const;
  const within = { year: undefined, quarter: 'year', month: 'quarter' } as const;
  return [
    ...plain.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }])),
    ...(period === undefined ? [] : periodsAround(period).map(({ level, value }): SetFilter => { const wider = within[level]; return wider === undefined ? { name: level, value } : { name: level, value, within: wider }; })),
  ];
}

/** Facts of these filters that have come about by now: a follow-up that is due later is not yet one that nobody answered. */
export function conditionsOf(filters: readonly SetFilter[], now: string): Conditions {
  const conditions = new Conditions();
  for (const { name, value } of filters) conditions.and(matches(name, '?'), value);
  return conditions.and('f.at <= ?', now);
}
