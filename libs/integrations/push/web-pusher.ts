import webPush from 'web-push';
import { pushPayload } from './payload.js';
import type { Push, Pusher, PushResult } from './pusher.js';

export interface VapidSettings {
  readonly publicKey: string;
  readonly privateKey: string;
  /** Whom a push service writes to where something is wrong: the sender of the mails. */
  readonly contact: string;
  readonly timeoutMs?: number;
}

/** A device that was off for longer is not woken for what the inbox shows anyway. */
const hoursKept = 12;

/** Web push (RFC 8030): encrypted for the one browser (RFC 8291), signed as this installation (RFC 8292). */
export class WebPusher implements Pusher {
  private readonly vapid: { readonly subject: string; readonly publicKey: string; readonly privateKey: string };
  private readonly timeoutMs: number;

  constructor({ publicKey, privateKey, contact, timeoutMs = 15_000 }: VapidSettings) {
    this.vapid = { subject: `mailto:${/<([^>]+)>/.exec(contact)?.[1] ?? contact}`, publicKey, privateKey };
    this.timeoutMs = timeoutMs;
  }

  async send(push: Push): Promise<PushResult> {
    const words = JSON.stringify(pushPayload(push));
    const request = this.requestOf(push, words);
    if (request === null) return { accepted: false, lasting: true, code: 'PUSH.REFUSED', status: null };
    try {
      // the address came from a browser: it is not followed anywhere else
      const { status, body: answer } = await fetch(push.to.endpoint, { method: 'POST', headers: request.headers, body: request.body, redirect: 'manual', signal: AbortSignal.timeout(this.timeoutMs) });
      await answer?.cancel();
      return resultOf(status);
    } catch {
      return { accepted: false, lasting: false, code: 'PUSH.UNREACHABLE', status: null };
    }
  }

  /** Null for keys with which nothing can be encrypted: 65 bytes need not be a point of the curve. */
  private requestOf({ to: { endpoint, p256dh, auth }, id, urgent }: Push, words: string): { readonly headers: Record<string, string>; readonly body: Uint8Array<ArrayBuffer> } | null {
    try {
      const { headers, body } = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, words, {
        vapidDetails: this.vapid, TTL: hoursKept * 3600, urgency: urgent ? 'high' : 'normal', topic: id.replaceAll('-', ''), contentEncoding: 'aes128gcm',
      });
      const own = Object.entries(headers as Readonly<Record<string, string | number>>).filter(([name]) => name !== 'Content-Length');
      return { headers: Object.fromEntries(own.map(([name, value]) => [name, String(value)])), body: new Uint8Array(body) };
    } catch {
      return null;
    }
  }
}

/** Answers of RFC 8030: 404 and 410 say that the subscription is over; 429 and 5yz pass later. */
function resultOf(status: number): PushResult {
  if (status >= 200 && status < 300) return { accepted: true, status };
  if (status === 404 || status === 410) return { accepted: false, lasting: true, code: 'PUSH.GONE', status };
  if (status === 429 || status >= 500) return { accepted: false, lasting: false, code: 'PUSH.TRY_LATER', status };
  return { accepted: false, lasting: true, code: 'PUSH.REFUSED', status };
}
