const firstSeconds = 5;
const longestSeconds = 30 * 60;

/** Tried for about two days: a mail server may be down over a weekend. */
export const mostAttempts = 100;

/** Seconds to wait before the next attempt: doubling from five seconds to half an hour. */
export const waitAfter = (attempts: number): number => Math.min(longestSeconds, firstSeconds * 2 ** Math.min(attempts - 1, 20));
