import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { freePort } from '../factories/free-port.js';
import { checkout, newHome, npmStart, removeHome, type Running } from '../local/installation.js';

/** The whole product as `npm start` brings it up, with the demo, and a browser that looks at it. */
export interface Installation {
  readonly url: string;
  /** Where its data, logs and settings lie. */
  readonly home: string;
  readonly browser: Browser;
  /** One of its settings, as its processes got them. */
  setting(name: string): string;
  stop(): Promise<void>;
}

/**
 * Starts everything on free ports in a folder of its own; `stop` leaves neither process nor folder.
 * CONSILIUM_E2E_HOME names an installation that runs already: it is looked at and left running.
 */
export async function startInstallation(): Promise<Installation> {
  const given = process.env['CONSILIUM_E2E_HOME'];
  const home = given ?? newHome();
  const running = given === undefined ? await started(home) : undefined;
  try {
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--no-first-run'] });
    return { ...inspected(home), browser, stop: async () => { await browser.close(); await running?.stop(); if (running) removeHome(home); } };
  } catch (error) {
    await running?.stop();
    if (running) removeHome(home);
    throw error;
  }
}

async function started(home: string): Promise<Running> {
  const running = npmStart(home, { CONSILIUM_PORT: String(await freePort()) });
  await running.says(/Ctrl-C stops everything/);
  return running;
}

function inspected(home: string): Pick<Installation, 'url' | 'home' | 'setting'> {
  const settings = JSON.parse(readFileSync(join(home, 'environment.json'), 'utf8')) as Record<string, string>;
  const setting = (name: string): string => {
    const value = settings[name];
    if (value === undefined) throw new Error(`the installation has no setting ${name}`);
    return value;
  };
  return { url: setting('CONSILIUM_PUBLIC_URL'), home, setting };
}

/** The browser that the tests were given, or the machine's own. */
function chromiumPath(): string {
  const path = process.env['CONSILIUM_CHROMIUM'] ?? '/usr/bin/chromium';
  if (!existsSync(path)) throw new Error(`No Chromium at ${path}: run "npm test" in ${checkout}, or set CONSILIUM_CHROMIUM`);
  return path;
}
