import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstall } from './programs.mjs';
import { Trouble } from './trouble.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];
const byHand = 'Install Chromium, or put the path of an installed one into CONSILIUM_CHROMIUM.';

/** The browser for tests: from CONSILIUM_CHROMIUM, the PATH, or installed from Debian's packages when root. */
export async function findChromium({ stop, say, env = process.env }) {
  const given = env.CONSILIUM_CHROMIUM;
  if (given) {
    if (runnable(given)) return given;
    throw new Trouble(`CONSILIUM_CHROMIUM is ${given}, which is no program that can be run.`, byHand);
  }
  const found = installed(env);
  if (found) return found;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Trouble('Chromium is not installed.', byHand);
  say('Chromium is being installed');
  const failure = await aptInstall(['chromium'], stop);
  const now = installed(env);
  if (!now) throw new Trouble(`Chromium could not be installed: ${failure ?? 'it is not on the PATH afterwards'}`, byHand);
  return now;
}

const installed = (env) => [...(env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))), ...elsewhere].find(runnable);

function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
