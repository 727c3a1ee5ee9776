import type { Instant } from '../../core/instant.js';
import type { CaseEventData, CaseEventType } from '../events.js';
import type { CaseState } from '../state.js';

/** What the stream knows about an event beside its data. */
export interface Stamp { readonly at: Instant; readonly actorId: string; readonly streamId: string }

export type Reducer<Type extends CaseEventType> = (state: CaseState, data: CaseEventData[Type], stamp: Stamp) => CaseState;
export type Reducers<Type extends CaseEventType> = { readonly [T in Type]: Reducer<T> };
