import type { Instant } from './instant.js';

/** Kinds of stream; each has one head row and gap-free events. */
export type StreamKind = 'case' | 'meeting' | 'board' | 'institution' | 'person' | 'access';

/** What `decide` answers: the type and its data. Clinical text never stands here, only ids, codes, instants. */
export interface DomainEvent<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly version: 1;
  readonly data: Data;
}

export const event = <Type extends string, const Data extends object>(type: Type, data: Data): DomainEvent<Type, Data> => ({ type, version: 1, data });

/** An event as stored: what the chain's hash covers, and what history shows. */
export interface StoredEvent extends DomainEvent {
  readonly stream: string;
  readonly seq: number;
  readonly at: Instant;
  readonly actor: string;
  readonly onBehalf: string | null;
  readonly institution: string | null;
  readonly purpose: string;
  readonly commandId: string;
}
