import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Environment } from './reading.js';
import { settings } from './settings.js';

/** File in CONSILIUM_HOME, readable by its owner only, in which `npm start` leaves the settings of the running product. */
export const localFile = 'environment.json';

/**
 * The given variables, and beneath them those that `npm start` left in CONSILIUM_HOME: so a command typed on the same
 * machine (`npx consilium audit verify`) reaches the running product without any preparation.
 * Variables that were given win; without the file it is the given environment alone.
 */
export function withLocal(env: Environment): Environment {
  const file = join(resolve(env[settings.home.name] || settings.home.fallback || '.'), localFile);
  if (!existsSync(file)) return env;
  try {
    const left: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return { ...texts(left), ...env };
  } catch (error) {
    throw new Error(`${file} cannot be read. Remove it and run npm start once.`, { cause: error });
  }
}

function texts(left: unknown): Environment {
  if (typeof left !== 'object' || left === null) throw new Error('not an object');
  return Object.fromEntries(Object.entries(left).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}
