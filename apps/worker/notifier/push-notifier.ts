import type { Pusher, PushResult } from '#integrations';
import { asOne, languageOf, pathTo } from './as-one.js';
import { waitAfter } from './back-off.js';
import type { LeasedPushes, PushQueue } from './leased-pushes.js';
import type { NextChannel } from './next-channel.js';
import type { PushLog } from './push-log.js';
import type { Going } from './what-goes.js';
import { whatIsPushed } from './what-is-pushed.js';

const atOnce = 50;
const lanes = 3;
/** About two hours: what is older is no news for a browser, and stands in the product. */
const mostAttempts = 15;

/** Pushes what people are told to the browsers that they switched on: what waits for one browser is one message. */
export class PushNotifier {
  private readonly underWay = new Map<string, Promise<void>>();
  private failure: { readonly error: unknown } | null = null;

  constructor(private readonly queue: PushQueue, private readonly log: PushLog, private readonly next: NextChannel, private readonly pusher: Pusher) {}

  /** Begins a message to every browser for which something waits. Throws what made an earlier one fail. */
  async send(): Promise<void> {
    for (const id of await this.queue.waiting(atOnce)) {
      if (this.underWay.has(id)) continue;
      while (this.underWay.size >= lanes) await Promise.race(this.underWay.values());
      this.underWay.set(id, this.sendTo(id).catch((error: unknown) => { this.failure = { error }; }).finally(() => { this.underWay.delete(id); }));
    }
    const { failure } = this;
    this.failure = null;
    if (failure !== null) throw failure.error;
  }

  /** Everything begun is over. */
  async settled(): Promise<void> { await Promise.all(this.underWay.values()); }

  private async sendTo(subscriptionId: string): Promise<void> {
    const taken = await this.queue.take(subscriptionId);
    if (taken === null) return;
    const { going, dropped, waiting } = whatIsPushed(taken);
    for (const { mail, because } of dropped) await this.log.notWanted(taken, mail, because);
    for (const { mail, at } of waiting) await this.log.waits(taken, mail, at);
    if (going.length > 0) await this.sendTogether(taken, going);
  }

  private async sendTogether(taken: LeasedPushes, going: readonly Going[]): Promise<void> {
    const { to, subscriptionId, attempts } = taken;
    const mails = going.map(({ mail }) => mail);
    if (to === null) return this.failed(taken, going, 'PUSH.GONE');
    const result = await this.posted(taken, to, going);
    if (result === null) return going.length === 1 ? this.failed(taken, going, 'PUSH.NOT_WRITTEN') : this.oneByOne(taken, going);
    await this.log.attempted(taken, mails, result);
    if (result.accepted) return void await this.log.sent(taken, mails);
    if (!result.lasting && attempts < mostAttempts) return void await this.log.again(taken, mails, waitAfter(attempts), result.code);
    if (result.code === 'PUSH.GONE') await this.log.ended(subscriptionId);
    return this.failed(taken, going, `${result.code} ${result.status ?? ''}`.trim());
  }

  /** Null for what can't be put into words: a defect of ours, told in the log of the process. */
  private async posted({ pushId, receiver }: LeasedPushes, to: NonNullable<LeasedPushes['to']>, going: readonly Going[]): Promise<PushResult | null> {
    const mails = going.map(({ mail }) => mail);
    try {
      return await this.pusher.send({
        to, id: pushId, language: languageOf(receiver.language), place: { name: receiver.place, zone: receiver.zone }, message: asOne(going), path: pathTo(mails),
        urgent: mails.some(({ topic, emergency }) => topic === 'escalation' || emergency),
      });
    } catch (error) {
      this.failure = { error };
      return null;
    }
  }

  private async oneByOne(taken: LeasedPushes, going: readonly Going[]): Promise<void> {
    for (const each of going) await this.sendTogether({ ...taken, pushId: each.mail.id }, [each]);
  }

  private failed(taken: LeasedPushes, going: readonly Going[], error: string): Promise<void> {
    const mails = going.map(({ mail }) => mail);
    return this.next.afterPush(taken.receiver.personId, mails, taken.subscriptionId, () => this.log.failed(taken, mails, error));
  }
}
