import { Stopped } from './trouble.mjs';

/**
 * Runs steps side by side and waits for all of them even when one fails: a step left running could start a process
 * after everything was stopped. The cause is told before a stop that followed from it.
 */
export async function sideBySide(...steps) {
  const results = await Promise.allSettled(steps);
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  if (failures.length > 0) throw failures.find((failure) => !(failure instanceof Stopped)) ?? failures[0];
  return results.map((result) => result.value);
}
