import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { Home } from './home.mjs';
import { endRecorded } from './pids.mjs';
import { postgresPlace } from './postgres-place.mjs';
import { initialise, postgresReady, startPostgres, superuserAddress } from './postgres.mjs';
import { findProgram } from './programs.mjs';
import { sideBySide } from './settle.mjs';
import { startTemporal, temporalReady } from './temporal.mjs';
import { Stopped, Trouble } from './trouble.mjs';

/**
 * What tests stand on: one PostgreSQL, one Temporal, their programs and a browser, in a folder that goes afterwards.
 * Tests find them in the environment:
 *   CONSILIUM_TEST_POSTGRES            address of the superuser, for making databases and roles; never for behaviour
 *   CONSILIUM_TEST_TEMPORAL            host:port of a Temporal server that keeps nothing
 *   CONSILIUM_TEMPORAL_BIN             path of `temporal`, for tests that start and kill their own
 *   CONSILIUM_TEMPORAL_TEST_SERVER_BIN path of the server that skips time
 *   CONSILIUM_CHROMIUM                 path of the browser
 */
export class TestGround {
  #started = [];

  constructor({ checkout, home, stop, say }) {
    Object.assign(this, { checkout, stop, say });
    this.cache = join(home, 'cache');
    mkdirSync(this.cache, { recursive: true });
    this.folder = mkdtempSync(join(tmpdir(), 'consilium-test-'));
  }

  async start() {
    const find = (name) => findProgram(name, { cache: this.cache, stop: this.stop, say: this.say });
    const [temporal, skipping, chromium] = await sideBySide(find('temporal'), find('temporal-test-server'), findChromium(this));
    const [postgres, address] = await sideBySide(this.#postgres(), this.#temporal(temporal));
    return {
      CONSILIUM_TEST_POSTGRES: postgres, CONSILIUM_TEST_TEMPORAL: address, CONSILIUM_TEMPORAL_BIN: temporal,
      CONSILIUM_TEMPORAL_TEST_SERVER_BIN: skipping, CONSILIUM_CHROMIUM: chromium,
    };
  }

  async #postgres() {
    const place = postgresPlace(this.checkout, new Home(this.folder));
    await initialise(place, 'test', this.stop);
    const port = await freePort();
    // What a test wrote may be lost when the machine stops; syncing each commit would only make tests slow.
    this.#launch('SIGINT', () => startPostgres(place, port, join(this.folder, 'postgres.log'), ['-c', 'fsync=off', '-c', 'max_connections=300']));
    await this.#until('PostgreSQL', () => postgresReady(place, port));
    return superuserAddress('test', port);
  }

  async #temporal(program) {
    const [port, http, metrics] = [await freePort(), await freePort(), await freePort()];
    this.#launch('SIGTERM', () => startTemporal(program, { port, http, metrics }, { log: join(this.folder, 'temporal.log') }));
    await this.#until('Temporal', () => temporalReady(program, port, this.stop));
    return `127.0.0.1:${port}`;
  }

  #launch(signal, launch) {
    if (this.stop.aborted) throw new Stopped();
    const child = launch();
    this.#started.push({ child, signal });
  }

  async #until(name, ready) {
    const until = performance.now() + 60_000;
    while (!(await ready())) {
      if (this.stop.aborted) throw new Stopped();
      if (performance.now() > until) throw new Trouble(`${name} for the tests is not ready after 60 s.`, `See the logs in ${this.folder}.`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async end() {
    for (const { child, signal } of this.#started.reverse()) await endRecorded(child, signal, 10);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
