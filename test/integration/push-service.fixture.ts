import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Got { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: Buffer }

/** Stands for the push service of a browser's maker, since none can be reached from a test: it takes what is posted, and answers what it is told to. */
export async function pushService() {
  const got: Got[] = [];
  const answers = new Map<string, number>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
      got.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) });
      response.writeHead(answers.get(request.url ?? '') ?? 201).end();
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { got, answers, origin, to: (path: string) => got.filter((each) => each.path === path), end: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }) };
}

/** A browser's half: its keys, and reading what came (RFC 8291, RFC 8188), written from the standards and not with the library that encrypts. */
export class Browser {
  private readonly pair = createECDH('prime256v1');
  private readonly secret = randomBytes(16);
  readonly p256dh = this.pair.generateKeys('base64url');
  readonly auth = this.secret.toString('base64url');

  read(body: Buffer): unknown {
    const [salt, theirs, sealed] = [body.subarray(0, 16), body.subarray(21, 21 + body.readUInt8(20)), body.subarray(21 + body.readUInt8(20))];
    const derive = (from: Uint8Array, with_: Uint8Array, info: Buffer, length: number): Buffer => Buffer.from(hkdfSync('sha256', from, with_, info, length));
    const key = derive(this.pair.computeSecret(theirs), this.secret, Buffer.concat([Buffer.from('WebPush: info\0'), this.pair.getPublicKey(), theirs]), 32);
    const open = createDecipheriv('aes-128-gcm', derive(key, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16), derive(key, salt, Buffer.from('Content-Encoding: nonce\0'), 12));
    open.setAuthTag(sealed.subarray(-16));
    const text = Buffer.concat([open.update(sealed.subarray(0, -16)), open.final()]);
    return JSON.parse(text.subarray(0, text.lastIndexOf(2)).toString());
  }
}

/** Whom a message says it is from (RFC 8292): the claims, and whether the key in the header signed them. */
export function senderOf(authorization: string): { readonly claims: unknown; readonly key: string; readonly isSigned: boolean } {
  const [, token = '', key = ''] = /^vapid t=([^,]+), k=(\S+)$/.exec(authorization) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') } });
  const isSigned = verify('sha256', Buffer.from(`${head}.${claims}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
  return { claims: JSON.parse(Buffer.from(claims, 'base64url').toString()), key, isSigned };
}
