import { randomUUID } from 'node:crypto';
import { headersOf } from '../bench/http.js';
import type { TestDatabase } from '../factories/database.js';
import { answers } from '../factories/processes.js';
import { until } from '../factories/until.js';

/** Seconds: nothing is waited for so long but what never comes. A machine with much else to do needs a while to start a killed process. */
export const never = 240;

/** Milliseconds: the api gives up its database sooner. */
const patience = 60_000;

export interface Answer { readonly status: number; readonly retryAfter: string | null; readonly text: string }
export interface Told { readonly path: string; readonly body: object; readonly commandId: string; readonly answer: string }

/** A person's browser while the product is being killed: repeats a command under its id until there is an answer, as the page does. */
export class Browser {
  /** Commands that were answered with success, and those tries that were not answered, or with "come back later". */
  readonly told: Told[] = [];
  unanswered = 0;
  readonly later: Answer[] = [];

  private constructor(private readonly port: number, private readonly headers: Readonly<Record<string, string>>) {}
  static async of(database: TestDatabase, port: number, subject: string): Promise<Browser> { return new Browser(port, await headersOf(database, subject)); }

  /** Null where no whole answer came. */
  async ask(path: string, init: RequestInit = {}): Promise<Answer | null> {
    try {
      const answer = await fetch(`http://127.0.0.1:${String(this.port)}/api/${path}`, { ...init, signal: AbortSignal.timeout(patience), headers: { ...this.headers, ...(init.headers as Record<string, string> | undefined) } });
      return { status: answer.status, retryAfter: answer.headers.get('retry-after'), text: await answer.text() };
    } catch {
      return null;
    }
  }

  put(path: string, body: object, commandId: string): Promise<Answer | null> {
    return this.ask(path, { method: 'POST', headers: { 'Idempotency-Key': commandId }, body: JSON.stringify(body) });
  }

  async surely(path: string, body: object): Promise<void> {
    const commandId = randomUUID();
    const answer = await until(`an answer to ${path}`, async () => (await answers(this.port)) && this.counted(await this.put(path, body, commandId)), never);
    if (answer.status !== 200) throw new Error(`${path}: ${String(answer.status)} ${answer.text}`);
    this.told.push({ path, body, commandId, answer: answer.text });
  }

  private counted(answer: Answer | null): Answer | null {
    if (answer === null) this.unanswered += 1;
    if (answer?.status === 503) this.later.push(answer);
    return answer?.status === 503 ? null : answer;
  }
}

/** Those commands told again under their ids: which of them get another answer than at first. */
export async function answeredOtherwise(browser: Browser): Promise<Told[]> {
  const other: Told[] = [];
  for (const told of browser.told) if ((await browser.put(told.path, told.body, told.commandId))?.text !== told.answer) other.push(told);
  return other;
}
