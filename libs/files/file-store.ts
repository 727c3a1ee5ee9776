import type { Readable } from 'node:stream';
import type { Content } from './content-check.js';
import type { FileRefusal } from './refusals.js';

export interface StoredFile extends Content {
  /** Opaque; a random UUID. */
  readonly fileId: string;
  /** The file's data key, wrapped by a master key whose id stands in it. Keep it beside the file's row. */
  readonly wrappedKey: string;
}

export type PutResult = { readonly ok: true; readonly file: StoredFile } | { readonly ok: false; readonly refusal: FileRefusal };

/** Where the bytes of documents and letters are. Rows about them (name, language, who brought it) are the caller's. */
export interface FileStore {
  /**
   * Checks and stores in one pass. Refused: nothing is kept. After an answer `ok` the bytes are durable. `name` is only
   * held against the content; `maxBytes` counts plain bytes.
   */
  put(content: AsyncIterable<Uint8Array>, about: { readonly name: string; readonly maxBytes: number }): Promise<PutResult>;
  /** Plain bytes, each chunk authenticated before it is given out. The stream ends with FileDamaged or FileMissing. */
  open(fileId: string, wrappedKey: string): Readable;
  /** Removes the bytes for good; a file that isn't there is no fault (a repeated erasure). */
  remove(fileId: string): Promise<void>;
}

export class FileMissing extends Error {
  constructor(readonly fileId: string) {
    super(`File ${fileId} is not in the store. Restore the store from the backup that belongs to the database.`);
    this.name = 'FileMissing';
  }
}

export class FileDamaged extends Error {
  constructor(readonly fileId: string) {
    super(`File ${fileId} is not as it was stored (altered, cut, or another key). Restore it from a backup.`);
    this.name = 'FileDamaged';
  }
}
