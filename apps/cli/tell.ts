import { ConfigError } from '#config';
import { NotMigratable } from '#persistence';

/** Something an operator can mend: shown in one line, without a stack. */
export class Trouble extends Error {}

/** What went wrong and, where it is known, what to do. Never a password: addresses are shown without. */
export function tell(error: unknown): void {
  process.exitCode = 1;
  const isKnown = error instanceof Trouble || error instanceof ConfigError || error instanceof NotMigratable;
  process.stderr.write(`${isKnown ? error.message : (reachable(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)))}\n`);
}

function reachable(error: unknown): string | null {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  switch (code) {
    case 'ECONNREFUSED': return 'PostgreSQL does not answer. Is it running? "npm start" brings it up; else see CONSILIUM_DATABASE_DOOR_URL.';
    case '28P01': return 'PostgreSQL refused the password. See the CONSILIUM_DATABASE_... settings.';
    case '42P01': return 'A table is missing. Run "consilium migrate" first.';
    default: return null;
  }
}

export const say = (line: string): void => { process.stdout.write(`${line}\n`); };
