/**
 * AES-256-GCM over chunks of 64 KiB, after the STREAM construction: each chunk has its own tag, its number and whether
 * it is the last go into the nonce. So a reader never gets a byte that wasn't authenticated, and a file that was cut,
 * reordered or mixed with another is seen. One tag over a whole file could be checked only after all was given out.
 *
 * The nonce counts from zero: safe because a data key is used for one file only.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';

const MAGIC = Buffer.from('CFS1');
const CHUNK = 64 * 1024;
const TAG = 16;

export class NotAuthentic extends Error {
  constructor() {
    super('The bytes are not what was encrypted');
    this.name = 'NotAuthentic';
  }
}

/** Encrypts chunk by chunk as bytes come; call `end` once, after the last. */
export class ChunkEncryptor {
  private waiting = Buffer.alloc(0);
  private number = 0;

  constructor(
    private readonly key: Buffer,
    private readonly fileId: string,
  ) {}

  /** What can be written now. The last full chunk is held back, since it may be the last one. */
  add(bytes: Uint8Array): Buffer {
    this.waiting = Buffer.concat([this.waiting, bytes]);
    const out: Buffer[] = [];
    while (this.waiting.length > CHUNK) {
      out.push(this.seal(this.waiting.subarray(0, CHUNK), false));
      this.waiting = this.waiting.subarray(CHUNK);
    }
    return Buffer.concat(out);
  }

  end(): Buffer {
    return this.seal(this.waiting, true);
  }

  private seal(plain: Buffer, last: boolean): Buffer {
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce(this.number, last)).setAAD(Buffer.from(this.fileId));
    const start = this.number === 0 ? MAGIC : Buffer.alloc(0);
    this.number += 1;
    return Buffer.concat([start, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }
}

/** The plain bytes of an encrypted file; throws NotAuthentic before giving out a chunk that isn't. */
export async function* decrypt(sealed: AsyncIterable<Buffer>, key: Buffer, fileId: string): AsyncGenerator<Buffer> {
  let waiting = Buffer.alloc(0);
  let number = 0;
  let started = false;
  const openChunk = (size: number, last: boolean): Buffer => {
    const plain = open(waiting.subarray(0, size), key, nonce(number, last), fileId);
    waiting = waiting.subarray(size);
    number += 1;
    return plain;
  };
  for await (const bytes of sealed) {
    waiting = Buffer.concat([waiting, bytes]);
    if (!started && waiting.length >= MAGIC.length) {
      if (!waiting.subarray(0, MAGIC.length).equals(MAGIC)) throw new NotAuthentic();
      waiting = waiting.subarray(MAGIC.length);
      started = true;
    }
    while (started && waiting.length > CHUNK + TAG) yield openChunk(CHUNK + TAG, false);
  }
  if (!started) throw new NotAuthentic();
  yield openChunk(waiting.length, true);
}

function open(sealed: Buffer, key: Buffer, iv: Buffer, fileId: string): Buffer {
  if (sealed.length < TAG) throw new NotAuthentic();
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG }).setAAD(Buffer.from(fileId));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG)), decipher.final()]);
  } catch {
    throw new NotAuthentic();
  }
}

function nonce(number: number, last: boolean): Buffer {
  const iv = Buffer.alloc(12);
  iv.writeUInt32BE(number, 7);
  iv.writeUInt8(last ? 1 : 0, 11);
  return iv;
}
