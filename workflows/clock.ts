/** The one file here that reads the clock: inside a workflow `Date.now()` is Temporal's recorded time, the same on replay. */
export const millisecondsUntil = (instant: string): number => Date.parse(instant) - Date.now();
