/** What is remembered about a command in this tab, over retries and reloads, until it was answered. */
export interface Remembered { id: string; answer?: unknown; answered?: boolean }

const place = (key: string) => `consilium.command.${key}`;

function read(key: string): Remembered | null {
  const text = sessionStorage.getItem(place(key));
  return text === null ? null : JSON.parse(text) as Remembered;
}

/** The command's id: the same until it has been answered, so that five clicks and a reload are one referral. */
export function commandId(key: string): string {
  const known = read(key);
  if (known && !known.answered) return known.id;
  const id = crypto.randomUUID();
  sessionStorage.setItem(place(key), JSON.stringify({ id } satisfies Remembered));
  return id;
}

/** Answered: the next one is a new command. The answer is kept where the screen wants to show it again after Back. */
export function rememberAnswer(key: string, id: string, answer: unknown, keep: boolean): void {
  if (keep) sessionStorage.setItem(place(key), JSON.stringify({ id, answer, answered: true } satisfies Remembered));
  else sessionStorage.removeItem(place(key));
}

/** Refused: what is sent next is another command. */
export function forgetCommand(key: string): void {
  sessionStorage.removeItem(place(key));
}

/** The answer that was kept, for a screen that is shown again by Back or a reload. */
export function keptAnswer(key: string): unknown {
  const known = read(key);
  return known?.answered ? known.answer : undefined;
}
