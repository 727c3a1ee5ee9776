import { IsNumberString, Matches } from 'class-validator';
import type { Stage } from '#domain';
import { Maybe, OneOf } from '../http/fields.js';
import { InstitutionRefDto, PersonRefDto, TextDto } from '../people/refs.dto.js';

export const historyKinds = ['intake', 'documents', 'tasks', 'reviews', 'discussion', 'recommendation', 'transfer', 'followUp', 'time', 'case'] as const;
export type HistoryKind = (typeof historyKinds)[number];

/** One thing that happened to the case. Sentence under `cases.events.<type>`. */
export class HistoryEntryDto {
  stream!: string;
  seq!: number;
  type!: string;
  kind!: HistoryKind;
  at!: string;
  /** null: the process itself did it. */
  actor!: PersonRefDto | null;
  /** Name of the process, where no person acted. */
  process!: string | null;
  onBehalfOf!: PersonRefDto | null;
  institution!: InstitutionRefDto | null;
  stage!: Stage | null;
  taskId!: string | null;
  /** Codes, ids and instants of the event. */
  data!: Record<string, unknown>;
  /** People whom the event names, by id: resolved. */
  people!: PersonRefDto[];
  texts!: TextDto[];
}

/** The merged history, newest first. */
export class HistoryPageDto {
  entries!: HistoryEntryDto[];
  /** Cursor for what is older. */
  next!: string | null;
  total!: number;
}

export class HistoryQueryDto {
  @Maybe() @Matches(/^[A-Za-z0-9_-]{1,200}$/) after?: string;
  @Maybe() @IsNumberString() limit?: string;
  @Maybe() @OneOf(historyKinds) kind?: HistoryKind;
}
