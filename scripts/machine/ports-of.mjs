import { free, holder, nextFree } from './ports.mjs';
import { Trouble } from './trouble.mjs';

/** The inner ports, in the order in which they follow the product's own. */
const inner = ['signIn', 'mailPage', 'smtp', 'temporalPage', 'postgres', 'temporal', 'temporalHttp', 'temporalMetrics', 'answers'];
const usual = 3000;

/**
 * Chooses all ports of one start. The product's own is the one that was asked for, or it is an error; unasked, the next
 * free one from 3000. Inner ones stay what they were last time where that is free.
 */
export async function choosePorts(asked, home, say, postgresRuns) {
  const taken = new Set(postgresRuns ? [postgresRuns.port] : []);
  const product = await productPort(asked, taken, say);
  const last = home.read('state.json', {}).ports ?? {};
  const ports = { product };
  for (const [place, name] of inner.entries()) {
    ports[name] = name === 'postgres' && postgresRuns ? postgresRuns.port : await nextFree(await wished(last[name], product + 1 + place, taken), taken);
  }
  home.remember({ ports });
  return ports;
}

async function wished(last, usualOne, taken) {
  return last !== undefined && !taken.has(last) && (await free(last)) ? last : usualOne;
}

async function productPort(asked, taken, say) {
  if (asked === undefined || asked === '') {
    const port = await nextFree(usual, taken);
    if (port !== usual) say(`Port ${usual} is in use by ${holder(usual)}; Consilium takes ${port}.`);
    return port;
  }
  const port = /^\d{1,5}$/.test(asked) ? Number(asked) : 0;
  if (port < 1 || port > 65_535) throw new Trouble('CONSILIUM_PORT must be a whole number from 1 to 65535.', 'Correct it, or unset it for port 3000.');
  if (!(await free(port))) {
    throw new Trouble(`Port ${port} (CONSILIUM_PORT) is in use by ${holder(port)}.`, 'Stop that program, or set CONSILIUM_PORT to another port.');
  }
  taken.add(port);
  return port;
}
