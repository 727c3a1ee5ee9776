/**
 * Calls back when the npm that started this script is gone. npm passes a signal on to a shell, and the shell ends
 * without passing it on: without this, `kill` of npm would leave the whole product running.
 */
export function whenNpmEnds(then) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    then();
  }, 200);
  look.unref();
}
