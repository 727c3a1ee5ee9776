import { readers } from './load.js';
import { Reading } from './reading.js';
import { type Setting, settings } from './settings.js';

/** One line of the documents about settings. */
export interface Described {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  /** What holds when it is unset; undefined: it is needed. */
  readonly fallback: string | undefined;
  readonly example: string;
  readonly secret: boolean;
  /** The processes that read it. */
  readonly processes: readonly string[];
}

/** All settings, in the order of `settings.ts`, for documents and for checks of deployment files. */
export function describeConfig(): readonly Described[] {
  const readBy = Object.entries(readers).map(([process, reader]) => {
    const reading = new Reading({});
    reader(reading);
    return { process, names: new Set(reading.seen.map((setting) => setting.name)) };
  });
  return Object.values<Setting<unknown>>(settings).map((setting) => ({
    name: setting.name,
    type: setting.kind.type,
    description: setting.description,
    fallback: setting.fallback,
    example: setting.example,
    secret: setting.secret,
    processes: readBy.filter(({ names }) => names.has(setting.name)).map(({ process }) => process),
  }));
}
