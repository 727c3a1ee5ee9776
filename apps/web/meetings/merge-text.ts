/** Where a text differs from the one it came from, as one stretch of it. */
interface Stretch { from: number; to: number; put: string }

function stretchOf(base: string, changed: string): Stretch {
  const most = Math.min(base.length, changed.length);
  let start = 0;
  while (start < most && base[start] === changed[start]) start += 1;
  let end = 0;
  while (end < most - start && base[base.length - 1 - end] === changed[changed.length - 1 - end]) end += 1;
  return { from: start, to: base.length - end, put: changed.slice(start, changed.length - end) };
}

const apply = (base: string, { from, to, put }: Stretch) => base.slice(0, from) + put + base.slice(to);

/**
 * Two people typed on from the same text. In different places both stand; in the same place theirs stands, then mine, and `both` says so:
 * no word that anybody typed is lost, and which one holds is theirs to say, not ours.
 */
export function mergedText(base: string, mine: string, theirs: string): { text: string; both: boolean } {
  if (mine === base || mine === theirs) return { text: theirs, both: false };
  if (theirs === base) return { text: mine, both: false };
  const [a, b] = [stretchOf(base, mine), stretchOf(base, theirs)];
  if (a.to < b.from) return { text: apply(apply(base, b), a), both: false };
  if (b.to < a.from) return { text: apply(apply(base, a), b), both: false };
  const [from, to] = [Math.min(a.from, b.from), Math.max(a.to, b.to)];
  const within = (stretch: Stretch) => base.slice(from, stretch.from) + stretch.put + base.slice(stretch.to, to);
  const parts = [within(b), within(a)].filter((part) => part.trim() !== '');
  return { text: base.slice(0, from) + parts.map((part, place) => (place === 0 ? part : part.trimStart())).join('\n') + base.slice(to), both: true };
}

/** Where the caret stands after a text was changed by somebody else: at the same words. */
export function caretAfter(before: string, after: string, caret: number): number {
  const { from, to } = stretchOf(before, after);
  if (caret <= from) return caret;
  return caret >= to ? caret + after.length - before.length : Math.min(caret, after.length);
}
