import { transformFileSync } from '@swc/core';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * TZ must not matter. A process takes its zone when it starts, so the domain is compiled to a folder of its own and run in real
 * processes; the last is a zone in which midnight itself is skipped once a year.
 */
const ZONES = ['UTC', 'America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati', 'America/Santiago'];

const PROGRAM = `
import { SHIPPED_CALENDARS } from './calendars/shipped-calendars.js';
import { markInstants } from './time/mark-instants.js';
import { explain } from './time/explain-deadline.js';
import { closeOfWorkBefore, isWorkingDay } from './time/working-instants.js';
const leave = [{ kind: 'dates', from: '2026-03-26', to: '2026-03-27', label: 'leave' }];
const answers = SHIPPED_CALENDARS.map((calendar) => [
  ...['working-hours', 'working-days'].map((unit) =>
    markInstants('2026-03-24T21:30:00.000Z', { amount: 16, unit }, { calendar, leave }, [{ name: 'half', fraction: 0.5 }, { name: 'all', fraction: 1 }])),
  explain('2024-02-29T04:00:00.000Z', { amount: 40, unit: 'working-hours' }, { calendar }),
  closeOfWorkBefore('2026-12-16T20:00:00.000Z', { calendar }),
  isWorkingDay('2026-12-16', calendar),
]);
console.log(JSON.stringify({ hour: new Date(0).getHours(), answers }));
`;

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'working-time-'));
  const domain = join(import.meta.dirname, '..');
  symlinkSync(join(domain, '../../node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  for (const area of ['time', 'calendars']) {
    mkdirSync(join(folder, area));
    for (const file of readdirSync(join(domain, area)).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))) {
      const { code } = transformFileSync(join(domain, area, file), {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'es6' },
        swcrc: false,
      });
      writeFileSync(join(folder, area, file.replace(/ts$/, 'js')), code);
    }
  }
  writeFileSync(join(folder, 'program.js'), PROGRAM);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the zone of the process changes nothing', () => {
  const outputs = ZONES.map((TZ) => {
    const printed = execFileSync(process.execPath, ['program.js'], { cwd: folder, env: { ...process.env, NODE_OPTIONS: '', TZ }, encoding: 'utf8' });
    return JSON.parse(printed) as { hour: number; answers: unknown };
  });
  expect(new Set(outputs.map(({ hour }) => hour)).size).toBeGreaterThan(3);
  for (const { answers } of outputs) expect(answers).toEqual(outputs[0]?.answers);
}, 30_000);
