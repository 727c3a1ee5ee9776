#!/usr/bin/env node
/**
 * npm run bench: measures the product against its floor on this machine and prints the figures. -- --quick: small numbers, counts only.
 * -- --json FILE: also writes them there. -- --only floor,http: some parts.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { whenNpmEnds } from './machine/parent.mjs';

const checkout = join(import.meta.dirname, '..');
if (!process.argv.includes('--no-build') || !existsSync(join(checkout, 'dist/workflow-bundle.js'))) await build(checkout, { say: (text) => process.stderr.write(`${text}\n`) });
const child = spawn(process.execPath, ['--conditions=source', '--no-warnings', '--import', './test/bench/typescript.mjs', 'test/bench/main.ts', ...process.argv.slice(2)], { cwd: checkout, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
whenNpmEnds(() => child.kill('SIGTERM'));
child.on('exit', (code) => { process.exitCode = code ?? 1; });
