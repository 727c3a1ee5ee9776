/** A FileStore in a folder: `ab/<file id>`, and `incoming/` for what is being written. */
import { randomBytes, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { ChunkEncryptor, decrypt, NotAuthentic } from './chunk-cipher.js';
import { ContentCheck, type Checked } from './content-check.js';
import { FileDamaged, FileMissing, type FileStore, type PutResult } from './file-store.js';
import { WrongKey, type KeyWrapper } from './master-keys.js';

const FILE_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** No upload takes a day: what is older was left by a process that was killed. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

export class FolderFileStore implements FileStore {
  private constructor(
    private readonly root: string,
    private readonly keys: KeyWrapper,
  ) {}

  /** Makes the folder where needed, readable by this user only, and clears what a killed process left behind. */
  static async at(root: string, keys: KeyWrapper): Promise<FolderFileStore> {
    const incoming = join(root, 'incoming');
    await mkdir(incoming, { recursive: true, mode: 0o700 });
    for (const name of await readdir(incoming)) {
      const left = join(incoming, name);
      const written = await stat(left).catch(() => null);
      if (written !== null && Date.now() - written.mtimeMs > ABANDONED_MS) await rm(left, { force: true });
    }
    return new FolderFileStore(root, keys);
  }

  async put(content: AsyncIterable<Uint8Array>, about: { readonly name: string; readonly maxBytes: number }): Promise<PutResult> {
    const fileId = randomUUID();
    const dataKey = randomBytes(32);
    const part = join(this.root, 'incoming', `${fileId}.part`);
    try {
      const checked = await writeSealed(part, content, new ContentCheck(about.name, about.maxBytes), new ChunkEncryptor(dataKey, fileId));
      if (!checked.ok) return checked;
      const wrappedKey = await this.keys.wrap(dataKey, fileId);
      await moveDurably(part, this.pathOf(fileId));
      return { ok: true, file: { fileId, wrappedKey, ...checked.content } };
    } finally {
      await rm(part, { force: true });
      dataKey.fill(0);
    }
  }

  open(fileId: string, wrappedKey: string): Readable {
    return Readable.from(this.read(fileId, wrappedKey), { objectMode: false });
  }

  async remove(fileId: string): Promise<void> {
    await rm(this.pathOf(fileId), { force: true });
  }

  private async *read(fileId: string, wrappedKey: string): AsyncGenerator<Buffer> {
    try {
      const path = this.pathOf(fileId);
      const dataKey = await this.keys.unwrap(wrappedKey, fileId);
      yield* decrypt(createReadStream(path), dataKey, fileId);
    } catch (error) {
      if (isMissing(error)) throw new FileMissing(fileId);
      if (error instanceof NotAuthentic || error instanceof WrongKey) throw new FileDamaged(fileId);
      throw error;
    }
  }

  /** Only ids that we made become paths, whatever a row or a request says. */
  private pathOf(fileId: string): string {
    if (!FILE_ID.test(fileId)) throw new FileMissing('with that id');
    return join(this.root, fileId.slice(0, 2), fileId);
  }
}

async function writeSealed(part: string, content: AsyncIterable<Uint8Array>, check: ContentCheck, encryptor: ChunkEncryptor): Promise<Checked> {
  const file = await open(part, 'wx', 0o600);
  try {
    for await (const chunk of content) {
      if (await check.take(chunk)) await file.writeFile(encryptor.add(chunk));
      else if (check.isHopeless) break;
    }
    const checked = await check.finish();
    if (!checked.ok) return checked;
    await file.writeFile(encryptor.end());
    await file.sync();
    return checked;
  } finally {
    await file.close();
  }
}

/** Rename, then sync the folder: after a power cut the name is there too. */
async function moveDurably(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await rename(from, to);
  const folder = await open(dirname(to), 'r');
  await folder.sync().finally(() => folder.close());
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
