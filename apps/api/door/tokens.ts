/** What the api is wired with; the doubles of tests take the same places. */
export const DOOR = Symbol('door');
export const NUDGE = Symbol('nudge');
export const READER = Symbol('reader data source');
export const DOOR_SOURCE = Symbol('door data source');
export const CONFIG = Symbol('config');
export const FILES = Symbol('file store');
export const TEMPORAL = Symbol('temporal health');
export const CLOCK = Symbol('clock');

/** Tells the process of a stream that something was committed: at once, never waited for. */
export type Nudge = (streamId: string) => void;
/** The time by which answers say what is left; a port, so that tests can carry time. */
export type Clock = () => string;
