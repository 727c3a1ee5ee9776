import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, run } from './child.mjs';
import { childEnvironment, localSettings, ownerSettings, settingsOf } from './environment.mjs';
import { endRecorded, runs } from './pids.mjs';
import { answers } from './ports.mjs';
import { choosePorts } from './ports-of.mjs';
import { postgresPlace } from './postgres-place.mjs';
import { initialise, leftRunning, postgresReady, prepareRoles, startPostgres, takeOver } from './postgres.mjs';
import { findProgram } from './programs.mjs';
import { Service } from './service.mjs';
import { sideBySide } from './settle.mjs';
import { startTemporal, temporalReady } from './temporal.mjs';
import { Stopped, Trouble } from './trouble.mjs';

/** In this order everything is stopped: nobody loses what it works with before it has ended itself. */
const stopOrder = ['worker', 'api', 'sign-in', 'mail', 'Temporal', 'PostgreSQL'];

/** All processes of the product on one machine. */
export class Product {
  #services = new Map();
  #running;

  constructor({ checkout, home, empty, stop, say, timed }) {
    Object.assign(this, { checkout, home, empty, stop, say, timed });
    this.#running = home.read('running.json', {});
  }

  /** Ends what an earlier start left behind when it was killed; PostgreSQL is taken over instead. */
  async clearLeftOvers() {
    for (const name of stopOrder.filter((each) => each !== 'PostgreSQL')) {
      const left = this.#running[name];
      if (!runs(left)) continue;
      this.say(`${name} of an earlier start still runs (process ${left.pid}) and is stopped first`);
      await endRecorded(left);
    }
  }

  async start() {
    this.#checkFilling();
    this.secrets = this.home.secrets();
    this.place = postgresPlace(this.checkout, this.home);
    const { moved } = this.place;
    if (moved) this.say(`${moved.closed} may not be entered by others, so the database lies in ${moved.base} (PostgreSQL never runs as root)`);
    this.left = leftRunning(this.place);
    this.ports = await choosePorts(process.env.CONSILIUM_PORT, this.home, this.say, this.left);
    this.settings = settingsOf(this);
    await sideBySide(this.#database(), this.#temporal(), this.#mail(), this.#signIn());
    this.home.write('environment.json', this.settings);
    await this.#apiAndWorker();
    this.home.remember({ url: this.settings.CONSILIUM_PUBLIC_URL });
  }

  async #database() {
    const { ports, place } = this;
    const service = this.#service('PostgreSQL', () => {
      const left = leftRunning(place);
      return left ? takeOver(left) : startPostgres(place, ports.postgres, this.home.log('PostgreSQL'));
    }, 'SIGINT');
    await this.timed('PostgreSQL', this.left ? `left by an earlier start, taken over, port ${ports.postgres}` : `localhost:${ports.postgres}`, async () => {
      if (await initialise(place, this.secrets.superuser, this.stop)) this.filled = false;
      await service.start(() => postgresReady(place, ports.postgres), {
        stop: this.stop, within: 120, toDo: `If the disk is full, free some space. If the data are damaged, restore a backup into ${place.data}.`,
      });
      await prepareRoles(this.secrets, ports.postgres);
    });
    await this.timed('migrations', 'up to date', () => this.#command('migrate', ['migrate'], ownerSettings(this)));
    await this.#fill();
  }

  /** An installation is filled once, at its first start, and stays what it was begun as. */
  #checkFilling() {
    const { filledWith } = this.home.read('state.json', {});
    if (filledWith === 'demo' && this.empty) {
      throw new Trouble(`${this.home.folder} holds the demo already.`, 'Set CONSILIUM_HOME to another folder for an empty installation.');
    }
    if (filledWith === 'nothing' && !this.empty) this.say('This installation was begun without the demo and stays so.');
    this.filled = filledWith !== undefined;
    this.empty = this.filled ? filledWith === 'nothing' : this.empty;
  }

  /** Demo people and cases; without the demo, one person who sets up the first hospital. */
  async #fill() {
    if (this.filled) return;
    const [what, option] = this.empty ? ['one person, who sets up the first hospital', '--first-admin'] : ['hospitals, people and cases', '--demo'];
    await this.timed('seed', what, () => this.#command('seed', ['seed', option]));
    this.home.remember({ filledWith: this.empty ? 'nothing' : 'demo' });
  }

  async #temporal() {
    const program = await findProgram('temporal', { cache: this.home.cache, stop: this.stop, say: this.say });
    const { temporal: port, temporalHttp: http, temporalMetrics: metrics, temporalPage: ui } = this.ports;
    const file = this.home.at('temporal', 'temporal.db');
    const service = this.#service('Temporal', () => startTemporal(program, { port, http, metrics, ui }, { file, log: this.home.log('Temporal') }));
    await this.timed('Temporal', `localhost:${port}`, () => service.start(() => temporalReady(program, port, this.stop), {
      stop: this.stop, toDo: `If its file is damaged, move ${file} away and start again: every case is brought back from PostgreSQL.`,
    }));
  }

  async #mail() {
    const service = this.#node('mail', 'apps/local/mail.js', localSettings(this));
    await this.timed('mail', `http://localhost:${this.ports.mailPage}`, () =>
      service.start(async () => (await answers(this.ports.smtp)) && answers(this.ports.mailPage), { stop: this.stop }));
  }

  async #signIn() {
    const service = this.#node('sign-in', 'apps/local/sign-in.js', localSettings(this));
    await this.timed('sign-in', this.settings.CONSILIUM_OIDC_ISSUER, () => service.start(() => answers(this.ports.signIn), { stop: this.stop }));
  }

  async #apiAndWorker() {
    let last = 'no answer yet';
    const ask = async () => {
      const answer = await fetch(`http://127.0.0.1:${this.ports.product}/health/ready`, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
      if (!answer) return false;
      const said = await answer.text();
      last = `${answer.status} ${said.slice(0, 600)}`;
      return answer.ok && allUp(said);
    };
    const ready = unhurried(ask);
    const [worker, api] = [this.#node('worker', 'apps/worker/main.js'), this.#node('api', 'apps/api/main.js')];
    await this.timed('api, worker', this.settings.CONSILIUM_PUBLIC_URL, () => sideBySide(
      worker.start(ready, { stop: this.stop, within: 90, toDo: `See ${worker.log}.` }),
      api.start(ready, { stop: this.stop, within: 90, get toDo() { return `/health/ready said: ${last}. See ${api.log}.`; } }),
    ));
  }

  #service(name, start, signal = 'SIGTERM') {
    const record = (which, child) => {
      this.#running[which] = child && { pid: child.pid, identity: child.identity };
      this.home.write('running.json', this.#running);
    };
    const service = new Service({ name, start, log: this.home.log(name), signal, seconds: name === 'worker' ? 15 : 10, say: this.say, record });
    this.#services.set(name, service);
    return service;
  }

  #node(name, file, more = {}) {
    const program = this.#built(file);
    return this.#service(name, () => launch(process.execPath, [program], {
      cwd: this.checkout, env: childEnvironment(this.settings, more), log: this.home.log(name),
    }));
  }

  #built(file) {
    const program = join(this.checkout, 'dist', file);
    if (!existsSync(program)) throw new Trouble(`${program} is missing, although the build ended well.`, 'Remove the folder dist and start again.');
    return program;
  }

  async #command(name, args, more = {}) {
    const program = this.#built('apps/cli/main.js');
    mkdirSync(this.home.logs, { recursive: true });
    const { code, output } = await run(process.execPath, [program, ...args], { cwd: this.checkout, env: childEnvironment(this.settings, more), stop: this.stop });
    writeFileSync(this.home.log(name), `${output}\n`, { flag: 'a', mode: 0o600 });
    if (code === 0) return;
    const last = output.split('\n').slice(-15).map((line) => `    ${line}`).join('\n');
    throw new Trouble(`"consilium ${args.join(' ')}" failed (code ${code}):\n${last}`, `See ${this.home.log(name)}. Starting again repeats this step; nothing is done twice.`);
  }

  /** Stops everything that was started, each after those that use it. */
  async end() {
    for (const name of stopOrder) await this.#services.get(name)?.stop();
  }

  /** Ends everything at once, for a second Ctrl-C. */
  endByForce() {
    for (const service of this.#services.values()) if (service.pid) forced(service.pid);
  }

  checkNotStopped() {
    if (this.stop.aborted) throw new Stopped();
  }
}

const between = 300;

/** One question at a time, with pauses, whoever asks: each answer costs the api a look at the database. */
function unhurried(ask) {
  let running;
  return () => {
    running ??= ask().finally(() => setTimeout(() => { running = undefined; }, between).unref());
    return running;
  };
}

/** The api is ready as soon as people can work; a start is done only when the process behind them runs too. */
function allUp(said) {
  try {
    const parts = JSON.parse(said);
    return ['database', 'migrations', 'temporal', 'worker'].every((part) => parts[part]?.state === 'up');
  } catch {
    return false;
  }
}

function forced(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
