import { setTimeout as pause } from 'node:timers/promises';
import { tail } from './child.mjs';
import { endRecorded } from './pids.mjs';
import { Stopped, Trouble } from './trouble.mjs';

const calmAfter = 60_000;
const longestPause = 30_000;

/**
 * One process of the product: started, watched, stopped. Until it is ready its end is an error; later it is started
 * again, after a pause that grows while it keeps ending.
 */
export class Service {
  #stopping = new AbortController();
  #child;
  #firstEnd;
  #ready = false;
  #watch;

  /** `start` launches or adopts the process; `record` is told each one, so that a later start can find it. */
  constructor({ name, start, log, signal = 'SIGTERM', seconds = 10, say, record }) {
    Object.assign(this, { name, launchIt: start, log, signal, seconds, say, record });
  }

  get pid() {
    return this.#child?.pid;
  }

  /** Starts and waits until `ready` answers true; `failed` gives the advice when it ends or takes too long. */
  async start(ready, { stop, within = 60, toDo }) {
    if (stop.aborted) throw new Stopped();
    this.#begin();
    this.#firstEnd = this.#child.ended;
    let ended;
    void this.#firstEnd.then((end) => { ended = end; });
    const until = performance.now() + within * 1000;
    while (!(await ready())) {
      if (stop.aborted) throw new Stopped();
      if (ended) throw this.#trouble(`${this.name} ended (${ended.why})`, toDo);
      if (performance.now() > until) throw this.#trouble(`${this.name} is not ready after ${within} s`, toDo);
      await pause(60);
    }
    this.#ready = true;
    this.#watch = this.#keep();
  }

  #begin() {
    this.#child = this.launchIt();
    this.record(this.name, this.#child);
  }

  #trouble(what, toDo) {
    const last = tail(this.log);
    return new Trouble(`${what}.${last ? `\n  Last lines of ${this.log}:\n${last}` : ''}`, toDo ?? 'See the lines above.');
  }

  async #keep() {
    for (let round = 0; ; ) {
      const began = performance.now();
      const { why } = await this.#child.ended;
      if (this.#stopping.signal.aborted) return;
      round = performance.now() - began > calmAfter ? 0 : round + 1;
      const wait = Math.min(1000 * 2 ** Math.max(0, round - 1), longestPause);
      this.say(`${this.name} ended (${why}); it is started again in ${wait / 1000} s (log: ${this.log})`);
      await pause(wait, undefined, { signal: this.#stopping.signal }).catch(() => {});
      if (this.#stopping.signal.aborted) return;
      this.#begin();
    }
  }

  /** Asks the process to end, waits, and forces it when it takes too long. */
  async stop() {
    this.#stopping.abort();
    if (this.#child) {
      const forced = await endRecorded(this.#child, this.signal, this.seconds);
      if (forced) this.say(`${this.name} did not stop in ${this.seconds} s and was ended by force`);
      this.record(this.name, undefined);
    }
    await this.#watch;
  }

  get isReady() {
    return this.#ready;
  }
}
