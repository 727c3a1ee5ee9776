import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

const tokenBytes = 20;

/**
 * Where a calendar sends the answer of one person for one meeting: `answers+<token>@board.example`. The token is a keyed hash of both, so that it can't be guessed, says
 * nothing by itself, and is the same whenever the file is sent. Whoever holds it can answer for that person and meeting, and nothing else.
 */
export class AnswerAddress {
  private readonly local: string;
  private readonly domain: string;
  private readonly key: Buffer;

  /** `secret`: of the installation; the key is derived from it for this purpose alone. */
  constructor(address: string, secret: Uint8Array) {
    const [local = '', domain = ''] = address.toLowerCase().split('@');
    this.local = local;
    this.domain = domain;
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'consilium answers to invitations', 32));
  }

  of(meetingId: string, personId: string): string {
    return `${this.local}+${this.token(meetingId, personId).toString('hex')}@${this.domain}`;
  }

  /** The token of an address that could be one of ours, null for any other. Servers on the way may change the case of letters. */
  tokenIn(address: string): string | null {
    const [local = '', domain, ...more] = address.toLowerCase().split('@');
    const token = local.startsWith(`${this.local}+`) ? local.slice(this.local.length + 1) : '';
    return domain === this.domain && more.length === 0 && /^[0-9a-f]{40}$/.test(token) ? token : null;
  }

  isOf(token: string, meetingId: string, personId: string): boolean {
    const [given, known] = [Buffer.from(token, 'hex'), this.token(meetingId, personId)];
    return given.length === known.length && timingSafeEqual(given, known);
  }

  private token(meetingId: string, personId: string): Buffer {
    return createHmac('sha256', this.key).update(`${meetingId}/${personId}`).digest().subarray(0, tokenBytes);
  }
}
