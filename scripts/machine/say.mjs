/** One line of progress. */
export const say = (line) => process.stdout.write(`  ${line}\n`);

/** Says that a step is done, and how long it took. */
export function stopwatch(write = say) {
  return async (name, detail, step) => {
    const began = performance.now();
    const result = await step();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    write(`${name.padEnd(12)} ${String(typeof detail === 'function' ? detail(result) : detail).padEnd(44)} ${seconds.padStart(6)} s`);
    return result;
  };
}

/** Lines in a frame, as wide as the longest. */
export function box(lines) {
  const width = Math.max(...lines.map((line) => [...line].length));
  const rule = '─'.repeat(width + 2);
  return [`┌${rule}┐`, ...lines.map((line) => `│ ${line}${' '.repeat(width - [...line].length)} │`), `└${rule}┘`].join('\n');
}
