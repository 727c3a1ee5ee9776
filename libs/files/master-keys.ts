/**
 * Wraps the data key of each file. The wrapped key names its master key, so that a new master key can come into use
 * while older files still open: keep the old one among `older` until `rewrap` was run over every row.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

export interface KeyWrapper {
  wrap(dataKey: Buffer, fileId: string): Promise<string>;
  /** Throws UnknownMasterKey, or WrongKey when the text was altered or belongs to another file. */
  unwrap(wrapped: string, fileId: string): Promise<Buffer>;
}

export class UnknownMasterKey extends Error {
  constructor(readonly keyId: string) {
    super(`No master key ${keyId} is configured. Give the older master key too.`);
    this.name = 'UnknownMasterKey';
  }
}

export class WrongKey extends Error {
  constructor(readonly fileId: string) {
    super(`The wrapped key is not that of file ${fileId}`);
    this.name = 'WrongKey';
  }
}

/** Master keys of 32 bytes from the environment. A KMS would be another KeyWrapper. */
export class MasterKeys implements KeyWrapper {
  private readonly byId = new Map<string, Buffer>();
  readonly currentId: string;

  constructor(current: Uint8Array, older: readonly Uint8Array[] = []) {
    for (const key of [current, ...older]) {
      if (key.length !== 32) throw new Error('A master key is 32 bytes long');
      this.byId.set(idOf(key), Buffer.from(key));
    }
    this.currentId = idOf(current);
  }

  async wrap(dataKey: Buffer, fileId: string): Promise<string> {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key(this.currentId), iv).setAAD(Buffer.from(fileId));
    const sealed = Buffer.concat([iv, cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
    return `k1.${this.currentId}.${sealed.toString('base64url')}`;
  }

  async unwrap(wrapped: string, fileId: string): Promise<Buffer> {
    const [form, keyId, text] = wrapped.split('.');
    if (form !== 'k1' || keyId === undefined || text === undefined) throw new WrongKey(fileId);
    const key = this.key(keyId);
    const sealed = Buffer.from(text, 'base64url');
    if (sealed.length !== 12 + 32 + 16) throw new WrongKey(fileId);
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
      decipher.setAAD(Buffer.from(fileId)).setAuthTag(sealed.subarray(44));
      return Buffer.concat([decipher.update(sealed.subarray(12, 44)), decipher.final()]);
    } catch {
      throw new WrongKey(fileId);
    }
  }

  /** The same data key under the current master key; null when it is already. */
  async rewrap(wrapped: string, fileId: string): Promise<string | null> {
    if (wrapped.split('.')[1] === this.currentId) return null;
    return this.wrap(await this.unwrap(wrapped, fileId), fileId);
  }

  private key(id: string): Buffer {
    const key = this.byId.get(id);
    if (key === undefined) throw new UnknownMasterKey(id);
    return key;
  }
}

/** Made from the key itself, so that nobody has to name keys; tells nothing about it. */
function idOf(key: Uint8Array): string {
  return createHash('sha256').update('consilium master key id\n').update(key).digest('hex').slice(0, 12);
}
