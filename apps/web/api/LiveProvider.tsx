import { useQueryClient, type Query } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { followLive, type LiveState } from './live-source.js';

const LiveContext = createContext<LiveState>({ kind: 'connecting' });

/** Whether what is on the screen follows others' changes now. */
export function useLive(): LiveState {
  return useContext(LiveContext);
}

/** A list that any case may change is asked for with `meta: { live: 'any' }`; other queries name the stream's id in their key. */
function concerns(query: Query, ids: ReadonlySet<string>): boolean {
  return query.meta?.['live'] === 'any' || query.queryKey.some((part) => typeof part === 'string' && ids.has(part));
}

/** Asks again for what others changed. News of one moment are gathered, so that a burst asks once. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>({ kind: 'connecting' });

  useEffect(() => {
    let gathered = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasBroken = false;
    const flush = () => {
      const ids = gathered;
      gathered = new Set();
      timer = undefined;
      void queries.invalidateQueries({ predicate: (query) => concerns(query, ids) });
    };
    const stop = followLive(
      (news) => { news.ids.forEach((id) => gathered.add(id)); timer ??= setTimeout(flush, 250); },
      (next) => {
        setState((before) => (before.kind === next.kind && next.kind !== 'connecting' ? before : next));
        if (next.kind === 'live' && wasBroken) void queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
        wasBroken = next.kind === 'broken';
      },
    );
    return () => { clearTimeout(timer); stop(); };
  }, [queries]);

  return <LiveContext.Provider value={state}>{children}</LiveContext.Provider>;
}
