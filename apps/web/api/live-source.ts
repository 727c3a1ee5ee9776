import { sessionChannel } from './sign-in-gate.js';

/** "Stream (and the case it is of) is at `seq`": all that the live line says. */
export interface LiveNews { ids: readonly string[]; seq: number }

export type LiveState = { kind: 'connecting' } | { kind: 'live' } | { kind: 'broken'; since: string };

type Message = { news: LiveNews } | { state: LiveState };

/**
 * One line for all tabs of a browser (HTTP/1.1 allows six): the tab that holds the lock listens to the api and tells the
 * others. Where the browser has no locks each tab listens for itself. Returns how to stop.
 */
export function followLive(onNews: (news: LiveNews) => void, onState: (state: LiveState) => void): () => void {
  const stop = new AbortController();
  const channel = new BroadcastChannel('consilium-live');
  const tell = (message: Message) => {
    if ('news' in message) onNews(message.news);
    else onState(message.state);
  };
  channel.onmessage = (event: MessageEvent<Message>) => tell(event.data);
  const lead = () => listen((message) => { tell(message); channel.postMessage(message); }, stop.signal);
  if ('locks' in navigator) {
    navigator.locks.request('consilium-live', { signal: stop.signal }, lead).catch(() => undefined);
  } else {
    void lead();
  }
  return () => { stop.abort(); channel.close(); };
}

function listen(tell: (message: Message) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let lastSeen = new Date().toISOString();
    let source: EventSource;
    const seen = () => { lastSeen = new Date().toISOString(); };
    const broken = () => tell({ state: { kind: 'broken', since: lastSeen } });
    const open = () => {
      source = new EventSource('/api/live');
      source.onopen = () => { seen(); tell({ state: { kind: 'live' } }); };
      source.onerror = broken;
      source.addEventListener('alive', seen);
      source.addEventListener('ended', () => { source.close(); broken(); });
      source.addEventListener('changed', (event: MessageEvent<string>) => {
        seen();
        const news = readNews(event.data);
        if (news) tell({ news });
      });
    };
    open();
    const anew = () => { source.close(); broken(); open(); };
    // A sign-in ends the session before it, and this line with it.
    const session = new BroadcastChannel(sessionChannel);
    session.onmessage = anew;
    // A browser gives up a line that was refused, as it is while nobody is signed in.
    const again = setInterval(() => {
      if (source.readyState === EventSource.OPEN) tell({ state: { kind: 'live' } });
      else if (source.readyState === EventSource.CLOSED) open();
    }, 10_000);
    signal.addEventListener('abort', () => { clearInterval(again); session.close(); source.close(); resolve(); }, { once: true });
  });
}

function readNews(text: string): LiveNews | null {
  try {
    const said = JSON.parse(text) as { stream?: string; caseId?: string | null; seq?: number };
    const ids = [said.stream, said.caseId].filter((id) => typeof id === 'string');
    return ids.length > 0 && typeof said.seq === 'number' ? { ids, seq: said.seq } : null;
  } catch {
    return null;
  }
}
