import type { Instant } from '#domain';

interface Planned { readonly at: number; readonly place: number; readonly go: () => void }
const isBefore = (a: Planned, b: Planned): boolean => a.at < b.at || (a.at === b.at && a.place < b.place);

/** What happens next, over thousands of stories: a heap by time, and by the order of planning where times are the same. */
export class Clockwork {
  private readonly heap: Planned[] = [];
  private count = 0;
  private ms: number;

  constructor(start: Instant) {
    this.ms = Date.parse(start);
  }

  get now(): Instant { return new Date(this.ms).toISOString(); }

  /** Never earlier than now. */
  at(at: Instant | number, go: () => void): void {
    const ms = typeof at === 'number' ? at : Date.parse(at);
    this.heap.push({ at: Math.max(ms, this.ms), place: (this.count += 1), go });
    this.up(this.heap.length - 1);
  }

  run(until: Instant): void {
    const end = Date.parse(until);
    for (let next = this.heap[0]; next !== undefined && next.at <= end; next = this.heap[0]) {
      this.takeFirst();
      this.ms = next.at;
      next.go();
    }
    this.ms = Math.max(this.ms, end);
  }

  private takeFirst(): void {
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) return;
    this.heap[0] = last;
    this.down(0);
  }

  private up(from: number): void {
    for (let place = from; place > 0;) {
      const parent = (place - 1) >> 1;
      if (!this.swapIf(place, parent)) return;
      place = parent;
    }
  }

  private down(from: number): void {
    for (let place = from; ;) {
      const [left, right] = [2 * place + 1, 2 * place + 2];
      const [a, b] = [this.heap[left], this.heap[right]];
      if (a === undefined) return;
      const child = b !== undefined && isBefore(b, a) ? right : left;
      if (!this.swapIf(child, place)) return;
      place = child;
    }
  }

  private swapIf(child: number, parent: number): boolean {
    const [a, b] = [this.heap[child], this.heap[parent]];
    if (a === undefined || b === undefined || !isBefore(a, b)) return false;
    this.heap[child] = b;
    this.heap[parent] = a;
    return true;
  }
}

const hour = 3_600_000;
/** Hours (UTC) in which everybody between Jerusalem and Shanghai is at work. */
const [opens, closes] = [3, 10];

/** So long after, moved into hours and days in which people work. */
export function inWorkingHours(from: Instant, afterMs: number, shareOfDay: number): number {
  const at = new Date(Date.parse(from) + afterMs);
  const morning = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()) + opens * hour;
  const inDay = morning + shareOfDay * (closes - opens) * hour;
  let moved = at.getTime() >= morning && at.getUTCHours() < closes ? at.getTime() : at.getTime() < morning ? inDay : inDay + 24 * hour;
  while ([0, 6].includes(new Date(moved).getUTCDay())) moved += 24 * hour;
  return moved;
}
