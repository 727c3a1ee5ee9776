/** A move that the domain says is ready now. The round makes its command id new after a deferral or a re-opening. */
export interface MoveNews { readonly name: string; readonly round: number }
/** The nearest deadline of the stream: a UTC instant and a code of what for. */
export interface DueNews { readonly at: string; readonly what: string }

/**
 * A snapshot of what a process needs to know of its stream: never a difference. The newest (epoch, seq) wins, so loss,
 * repetition and wrong order are harmless. Opaque ids, codes and instants only: it stands readable in Temporal.
 */
export interface News {
  readonly stream: string;
  readonly epoch: number;
  readonly seq: number;
  readonly stages: readonly string[];
  readonly ready: readonly MoveNews[];
  readonly nextDue: DueNews | null;
  readonly closed: boolean;
}

export const newsSignal = 'news';

export const isNewer = (a: News, b: News): boolean => a.epoch > b.epoch || (a.epoch === b.epoch && a.seq > b.seq);
export const newerNews = (a: News, b: News): News => (isNewer(b, a) ? b : a);

/** One workflow a stream; the id says nothing but the stream. */
export const workflowIdOf = (kind: string, streamId: string): string => `${kind}-${streamId}`;
