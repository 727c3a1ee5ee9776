/** Asks again until there is an answer that is neither null, false nor undefined; says what never came. */
export async function until<T>(what: string, ask: () => Promise<T | null | false | undefined>, seconds = 90): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== false && answer !== undefined) return answer;
    if (performance.now() > end) throw new Error(`After ${String(seconds)} s still not so: ${what}`);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}
