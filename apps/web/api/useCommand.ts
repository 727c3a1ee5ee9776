import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { commandId, forgetCommand, keptAnswer, rememberAnswer } from './command-store.js';
import { request } from './http.js';
import { mayPass, needsFreshSignIn, problemOf, type Problem } from './problem.js';
import { askSignIn } from './sign-in-gate.js';

export interface CommandOptions {
  /** Where it is sent. */
  path: string;
  method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** What it is about, e.g. `sign-review:${taskId}`: one command of this name is under way in this tab. */
  key: string;
  /** The version of what was on the screen; sent as If-Match. */
  version?: number | string;
  /** Keep the answer in this tab, so that Back shows what was done instead of a live form. */
  keepAnswer?: boolean;
  /** Query keys (first elements) to ask again after success. */
  invalidates?: readonly string[];
}

export interface Command<B, A> {
  /** Sends it. A second call while one is under way waits for the first. Undefined: not done, see `problem`. */
  run: (body: B) => Promise<A | undefined>;
  sending: boolean;
  problem: Problem | null;
  answer: A | undefined;
  /** Clears problem and answer; the next run is a new command. */
  reset: () => void;
}

const pauses = [0, 800, 2500];
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Puts a command through the api: same Idempotency-Key over retries and reloads, sign-in over the form when the session
 * ended, everything typed left alone whatever the answer is.
 */
export function useCommand<B, A = unknown>(options: CommandOptions): Command<B, A> {
  const queries = useQueryClient();
  const underWay = useRef<Promise<A | undefined> | null>(null);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [answer, setAnswer] = useState(() => keptAnswer(options.key) as A | undefined);

  async function send(body: B): Promise<A | undefined> {
    const id = commandId(options.key);
    setSending(true);
    setProblem(null);
    try {
      const given = await attempt<A>(options, id, body);
      rememberAnswer(options.key, id, given, options.keepAnswer ?? false);
      setAnswer(given);
      await Promise.all((options.invalidates ?? []).map((name) => queries.invalidateQueries({ queryKey: [name] })));
      return given;
    } catch (error) {
      const refused = problemOf(error);
      // Without a clear answer the id stays: it may have been done.
      if (!mayPass(refused) && refused.status !== 401 && refused.status < 500) forgetCommand(options.key);
      setProblem(refused);
      return undefined;
    } finally {
      setSending(false);
      underWay.current = null;
    }
  }

  return {
    run: (body) => (underWay.current ??= send(body)),
    sending,
    problem,
    answer,
    reset: () => { forgetCommand(options.key); setProblem(null); setAnswer(undefined); },
  };
}

async function attempt<A>(options: CommandOptions, id: string, body: unknown): Promise<A> {
  for (let round = 0; ; round += 1) {
    await wait(pauses[round] ?? 0);
    try {
      return await request<A>(options.path, {
        method: options.method ?? 'POST',
        body: body ?? {},
        headers: { 'idempotency-key': id, ...(options.version === undefined ? {} : { 'if-match': `"${options.version}"` }) },
      });
    } catch (error) {
      const problem = problemOf(error);
      const fresh = needsFreshSignIn(problem);
      if (fresh || problem.status === 401) {
        if (await askSignIn(fresh ? 'fresh' : 'gone')) continue;
        throw error;
      }
      if (!mayPass(problem) || round + 1 >= pauses.length) throw error;
    }
  }
}
