import type { Setting } from './settings.js';

/** The variables a process was started with. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One variable that is missing or not what it must be; holds no value. */
export interface Fault {
  readonly name: string;
  readonly problem: string;
}

/** All faults of an environment at once, so that nobody mends them one start at a time. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(['The settings are not complete:', ...faults.map((fault) => `  ${fault.name} ${fault.problem}`)].join('\n'));
    this.name = 'ConfigError';
  }
}

/** Reads settings out of an environment and collects what is wrong, instead of stopping at the first. */
export class Reading {
  readonly faults: Fault[] = [];
  readonly seen: Setting<unknown>[] = [];

  constructor(private readonly env: Environment) {}

  /** The value, or after a fault the example's: nobody sees it, since `done` then throws. */
  value<T>(setting: Setting<T>, fallback = setting.fallback): T {
    this.seen.push(setting);
    const given = this.env[setting.name];
    const written = given === undefined || given === '' ? fallback : given;
    const parsed = written === undefined ? missing(setting) : setting.kind.parse(written);
    if (parsed.ok) return parsed.value;
    this.faults.push({ name: setting.name, problem: parsed.problem });
    return example(setting);
  }

  done(): void {
    if (this.faults.length > 0) throw new ConfigError(this.faults);
  }
}

function missing(setting: Setting<unknown>): { ok: false; problem: string } {
  return { ok: false, problem: `is missing: ${setting.description}` };
}

function example<T>(setting: Setting<T>): T {
  const parsed = setting.kind.parse(setting.example);
  if (!parsed.ok) throw new Error(`The example of ${setting.name} ${parsed.problem}`);
  return parsed.value;
}
