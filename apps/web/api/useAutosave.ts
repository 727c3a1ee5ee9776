import { useCallback, useEffect, useRef, useState } from 'react';
import type { AutosaveState } from '../kit/AutosaveNote.js';
import { mayPass, problemOf, type Problem } from './problem.js';
import { askSignIn } from './sign-in-gate.js';

interface Saved { version: number; savedAt: string }

interface Options<T> {
  /** What draft it is, e.g. `review:${taskId}`: unsaved text is kept in this tab under it. */
  key: string;
  /** Version that the screen was opened with. */
  version: number;
  /** Sends the whole draft as seen at a version. */
  save: (value: T, seenVersion: number) => Promise<Saved>;
}

const place = (key: string) => `consilium.draft.${key}`;

/** What was typed in this tab and never reached the server, e.g. because the page was reloaded while the line was down. */
export function unsaved<T>(key: string): T | null {
  const text = sessionStorage.getItem(place(key));
  return text === null ? null : JSON.parse(text) as T;
}

/**
 * Saves a draft as one types: 800 ms after the last change, one at a time, again when the line is back. What isn't saved
 * stays in this tab. A newer version by someone else stops it (`conflict`); nothing is overwritten. A session that has ended
 * opens the sign-in layer over the form, once: whoever closes it is asked again when they save by hand.
 */
export function useAutosave<T>({ key, version, save }: Options<T>) {
  const [state, setState] = useState<AutosaveState>({ kind: 'idle' });
  const [problem, setProblem] = useState<Problem | null>(null);
  const seen = useRef(version);
  const waiting = useRef<{ value: T } | null>(null);
  const running = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stopped = useRef(false);
  const declined = useRef(false);

  const send = useCallback(async (): Promise<void> => {
    while (waiting.current && !stopped.current) {
      const { value } = waiting.current;
      waiting.current = null;
      setState({ kind: 'saving' });
      try {
        const saved = await save(value, seen.current);
        seen.current = saved.version;
        if (!waiting.current) sessionStorage.removeItem(place(key));
        setState({ kind: 'saved', at: saved.savedAt });
        setProblem(null);
        declined.current = false;
      } catch (error) {
        waiting.current ??= { value };
        const refused = problemOf(error);
        if (refused.status === 401 && !declined.current) {
          if (await askSignIn('gone')) continue;
          declined.current = true;
        }
        setProblem(refused);
        stopped.current = refused.status === 409 || refused.status === 412;
        setState(stateOf(refused));
        return;
      }
    }
  }, [key, save]);

  const keep = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    await running.current;
    running.current = send();
    await running.current;
    return waiting.current === null;
  }, [send]);

  /** By hand, so it asks for a sign-in again where that was declined. */
  const flush = useCallback((): Promise<boolean> => { declined.current = false; return keep(); }, [keep]);

  const change = useCallback((value: T) => {
    waiting.current = { value };
    sessionStorage.setItem(place(key), JSON.stringify(value));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void keep(), 800);
  }, [keep, key]);

  useEffect(() => {
    const again = () => { if (waiting.current) void keep(); };
    const every = setInterval(again, 15_000);
    window.addEventListener('online', again);
    return () => { clearInterval(every); window.removeEventListener('online', again); again(); };
  }, [keep]);

  /** Goes on from a newer version, once the person has brought in what is new. */
  const resume = useCallback((from: number) => { seen.current = from; stopped.current = false; void flush(); }, [flush]);

  return { state, problem, change, flush, resume, version: () => seen.current };
}

function stateOf(problem: Problem): AutosaveState {
  if (problem.status === 409 || problem.status === 412) {
    const { by, at } = problem.facts ?? {};
    return typeof by === 'string' && typeof at === 'string' ? { kind: 'conflict', person: by, at } : { kind: 'failed' };
  }
  return mayPass(problem) ? { kind: 'offline' } : { kind: 'failed' };
}
