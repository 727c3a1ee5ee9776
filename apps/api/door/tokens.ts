/** What the api is wired with; the doubles of tests take the same places. */
export const DOOR = Symbol('door');
export const READER = Symbol('reader data source');
export const DOOR_SOURCE = Symbol('door data source');
export const CONFIG = Symbol('config');
export const FILES = Symbol('file store');
export const TEMPORAL = Symbol('temporal health');
export const LOGGER = Symbol('logger');
export const SESSIONS = Symbol('sessions');
export const PROVIDER = Symbol('identity provider');
export const ATTEMPTS = Symbol('sign-in attempts');
export const LIVE_CHECK_MS = Symbol('milliseconds between two checks of a live stream');
export const CLOCK = Symbol('clock');

/** The time by which answers say what is left; a port, so that tests can carry time. */
export type Clock = () => string;
