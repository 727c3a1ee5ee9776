export interface Loop { stop(): Promise<void> }

/** Runs `work` again and again, `everyMs` after it ended. A failure is told and the loop goes on; `stop` waits for the run under way. */
export function everySoOften(everyMs: number, work: () => Promise<unknown>, onError: (error: unknown) => void): Loop {
  let stopped = false;
  let wake: () => void = () => undefined;
  const running = (async () => {
    while (!stopped) {
      try { await work(); } catch (error) { onError(error); }
      if (stopped) break;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, everyMs);
        wake = () => { clearTimeout(timer); resolve(); };
      });
    }
  })();
  return { stop: async () => { stopped = true; wake(); await running; } };
}
