import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Planted } from './planted.js';

export const checkout = fileURLToPath(new URL('../..', import.meta.url));
const cruiser = join(checkout, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

export interface Violation { readonly rule: string; readonly from: string; readonly to: string }
interface Report { readonly summary: { readonly totalCruised: number; readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string; readonly to: string }[] } }
interface Config { readonly forbidden: readonly { readonly name: string; readonly comment: string }[] }

export const config = createRequire(import.meta.url)(join(checkout, '.dependency-cruiser.cjs')) as Config;

/** What the rules say of a tree; a process of its own, as `npm run imports` is. */
export async function cruise(root: string, what: readonly string[], configFile = '.dependency-cruiser.cjs'): Promise<{ readonly cruised: number; readonly violations: readonly Violation[] }> {
  const { stdout } = await promisify(execFile)(process.execPath, [cruiser, ...what, '--config', configFile, '--output-type', 'json'], { cwd: root, maxBuffer: 100_000_000 });
  const { summary } = JSON.parse(stdout) as Report;
  return { cruised: summary.totalCruised, violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })) };
}

/**
 * A copy of the tree with files planted in it and a build beside it: without the condition `source` every #name would lead into
 * that build, which the rules don't look at.
 */
export function copyWith(files: readonly Planted[]): { readonly root: string; readonly end: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'consilium-imports-'));
  for (const name of ['apps', 'libs', 'workflows']) cpSync(join(checkout, name), join(root, name), { recursive: true, filter: (path) => !path.includes('/web/') || path.endsWith('/web') });
  for (const name of ['package.json', 'tsconfig.json']) cpSync(join(checkout, name), join(root, name));
  symlinkSync(join(checkout, 'node_modules'), join(root, 'node_modules'));
  for (const [file, text] of [...built(), ...files.flatMap((one) => (one.beside ? [one, one.beside] : [one])).map((one) => [one.file, one.text] as const), ['cruise.cjs', wrapped] as const]) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return { root, end: () => { rmSync(root, { recursive: true, force: true }); } };
}

/** The very rules; only that node_modules is a link here, which must not be followed to its real place. */
const wrapped = `const own = require(${JSON.stringify(join(checkout, '.dependency-cruiser.cjs'))});\nmodule.exports = { ...own, options: { ...own.options, preserveSymlinks: true } };\n`;

function built(): readonly (readonly [string, string])[] {
  const { imports } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as { imports: Record<string, { default: string }> };
  return Object.values(imports).map((target) => [target.default, 'export {};\n'] as const);
}
