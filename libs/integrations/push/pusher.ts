import type { Place } from '../wording/moments.js';
import type { WrittenLanguage } from '../wording/words.js';
import type { MailMessage } from '../mail/message.js';

/** Where a browser's push service takes messages for it, and the keys with which only that browser reads them. */
export interface PushSubscription { readonly endpoint: string; readonly p256dh: string; readonly auth: string }

export interface Push {
  readonly to: PushSubscription;
  /** The same message has the same, also when it is sent twice: the browser then shows it once. UUID. */
  readonly id: string;
  readonly language: WrittenLanguage;
  readonly place: Place;
  readonly message: MailMessage;
  /** Path of the page to open; ids only. */
  readonly path: string;
  /** Whether it may wake a device that saves its battery. */
  readonly urgent: boolean;
}

export type PushResult =
  | { readonly accepted: true; readonly status: number }
  /** `lasting`: trying again is no use. `PUSH.GONE`: the browser has unsubscribed. */
  | { readonly accepted: false; readonly lasting: boolean; readonly code: PushFault; readonly status: number | null };

export type PushFault = 'PUSH.GONE' | 'PUSH.REFUSED' | 'PUSH.TRY_LATER' | 'PUSH.UNREACHABLE' | 'PUSH.OFF';

/** Sends a push message, or says why not. Never throws for what a push service does. */
export interface Pusher {
  send(push: Push): Promise<PushResult>;
}

/** Where the installation has no keys: what waits fails at once, so that an escalation takes another way. */
export const noPusher: Pusher = { send: () => Promise.resolve({ accepted: false, lasting: true, code: 'PUSH.OFF', status: null }) };
