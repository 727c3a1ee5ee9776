import { Client, Connection } from '@temporalio/client';

export interface TemporalSettings { readonly address: string; readonly namespace: string }

/**
 * A connection of its own for telling news: without the default retry interceptor a call to a Temporal that is down fails
 * in milliseconds instead of seconds, and the relay repeats it anyway. Connects lazily: Temporal may be down at the start.
 */
export function connectTemporal({ address, namespace }: TemporalSettings): Client {
  return new Client({ connection: Connection.lazy({ address, interceptors: [] }), namespace });
}
