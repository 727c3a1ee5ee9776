import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { FileDamaged, FileMissing, FolderFileStore, MasterKeys, UnknownMasterKey, type StoredFile } from './index.js';
import { heic, inPieces, jpeg, lockedPdf, pdf, png, tiff } from './samples.fixture.js';

const LIMIT = 1_000_000;
const master = randomBytes(32);
let root: string;
let store: FolderFileStore;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'files-'));
  store = await FolderFileStore.at(root, new MasterKeys(master));
});
afterEach(() => rm(root, { recursive: true }));

async function stored(bytes: Buffer, name = 'a.pdf', pieces?: number): Promise<StoredFile> {
  const result = await store.put(inPieces(bytes, pieces), { name, maxBytes: LIMIT });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.file;
}
const pathOf = ({ fileId }: StoredFile): string => join(root, fileId.slice(0, 2), fileId);
const everything = async (): Promise<string[]> =>
  (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => entry.name);

describe('a stored file', () => {
  it.each([1, 65_535, 65_536, 65_537, 200_000])('comes back with the same SHA-256, %i bytes past its head', async (more) => {
    const bytes = Buffer.concat([pdf(), randomBytes(more)]);
    const file = await stored(bytes, 'a.pdf', 7_777);
    const back = await buffer(store.open(file.fileId, file.wrappedKey));
    expect(back.equals(bytes)).toBe(true);
    expect(file).toMatchObject({ size: bytes.length, kind: 'pdf', sha256: createHash('sha256').update(bytes).digest('hex') });
  });

  it('of exactly one chunk comes back too', async () => {
    const bytes = Buffer.concat([pdf(), Buffer.alloc(65_536 - pdf().length, 1)]);
    const file = await stored(bytes);
    expect((await buffer(store.open(file.fileId, file.wrappedKey))).equals(bytes)).toBe(true);
  });

  it('tells its pages where that is cheap, and its twin by the same hash', async () => {
    const first = await stored(pdf('', 12), 'a.pdf', 40);
    expect(first.pages).toBe(12);
    expect((await stored(pdf('', 12))).sha256).toBe(first.sha256);
    expect((await stored(Buffer.concat([pdf(), Buffer.from('<</Type/ObjStm/N 4>>')]))).pages).toBeNull();
    expect((await stored(png, 'a.png')).pages).toBeNull();
  });

  it('shows nothing of its content on disk, to nobody but this user', async () => {
    const file = await stored(pdf());
    const sealed = await readFile(pathOf(file));
    expect(sealed.includes('PDF')).toBe(false);
    expect((await stat(pathOf(file))).mode & 0o077).toBe(0);
    expect(file.wrappedKey).not.toContain(master.toString('base64url'));
  });

  it('is gone after removal, and removing again is no fault', async () => {
    const file = await stored(pdf());
    await store.remove(file.fileId);
    await store.remove(file.fileId);
    await expect(buffer(store.open(file.fileId, file.wrappedKey))).rejects.toThrow(FileMissing);
    expect(await everything()).toEqual([]);
  });
});

describe('an altered file', () => {
  it.each([
    ['one bit', (sealed: Buffer): Buffer => (sealed.writeUInt8(sealed.readUInt8(70_000) ^ 1, 70_000), sealed)],
    ['cut at a chunk', (sealed: Buffer): Buffer => sealed.subarray(0, 4 + 65_552)],
    ['cut anywhere', (sealed: Buffer): Buffer => sealed.subarray(0, 100_000)],
    ['emptied', (): Buffer => Buffer.alloc(0)],
  ])('%s: no altered byte is given out', async (_, alter) => {
    const bytes = Buffer.concat([pdf(), randomBytes(200_000)]);
    const file = await stored(bytes);
    await writeFile(pathOf(file), alter(await readFile(pathOf(file))));
    const seen: Buffer[] = [];
    const reading = async (): Promise<void> => {
      for await (const chunk of store.open(file.fileId, file.wrappedKey) as AsyncIterable<Buffer>) seen.push(chunk);
    };
    await expect(reading()).rejects.toThrow(FileDamaged);
    const given = Buffer.concat(seen);
    expect(given.equals(bytes.subarray(0, given.length))).toBe(true);
  });

  it('and the key of another file opens nothing', async () => {
    const [one, other] = [await stored(pdf()), await stored(pdf())];
    await expect(buffer(store.open(one.fileId, other.wrappedKey))).rejects.toThrow(FileDamaged);
    await expect(buffer(store.open('../../etc/passwd', one.wrappedKey))).rejects.toThrow(FileMissing);
  });
});

describe('a refused file', () => {
  it.each([
    ['a.pdf', Buffer.alloc(0), 'FILE.EMPTY', {}],
    ['image.jpg', tiff, 'FILE.NOT_WHAT_NAME_SAYS', { named: 'JPEG', is: 'TIFF' }],
    ['scan.jpg', heic, 'FILE.NOT_WHAT_NAME_SAYS', { named: 'JPEG', is: 'HEIC' }],
    ['a.pdf', lockedPdf, 'FILE.PASSWORD', {}],
    ['a.pdf', Buffer.concat([pdf(), Buffer.alloc(LIMIT + 1 - pdf().length)]), 'FILE.TOO_LARGE', { limitBytes: LIMIT, overBytes: 1, exact: true }],
    ['b.pdf', Buffer.concat([jpeg, Buffer.alloc(LIMIT)]), 'FILE.NOT_WHAT_NAME_SAYS', { named: 'PDF', is: 'JPEG' }],
  ])('%s leaves nothing behind', async (name, bytes, code, facts) => {
    expect(await store.put(inPieces(bytes, 333), { name, maxBytes: LIMIT })).toEqual({ ok: false, refusal: { refused: true, code, facts } });
    expect(await everything()).toEqual([]);
  });

  it('is not read to its end when it has none', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      yield pdf();
      for (;;) yield Buffer.alloc((given += 1) && 1_000_000);
    }
    const result = await store.put(endless(), { name: 'a.pdf', maxBytes: LIMIT });
    expect(result).toMatchObject({ refusal: { code: 'FILE.TOO_LARGE', facts: { exact: false } } });
    expect(given).toBeLessThan(25);
  });
});

describe('the folder', () => {
  it('keeps nothing of an upload whose connection broke', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield pdf();
      throw new Error('connection lost');
    }
    await expect(store.put(broken(), { name: 'a.pdf', maxBytes: LIMIT })).rejects.toThrow('connection lost');
    expect(await everything()).toEqual([]);
  });

  it('is cleared of what a killed process left, not of what is being written', async () => {
    const [old, fresh] = [join(root, 'incoming', 'old.part'), join(root, 'incoming', 'fresh.part')];
    await writeFile(old, 'x');
    await writeFile(fresh, 'x');
    await utimes(old, new Date(0), new Date(0));
    await FolderFileStore.at(root, new MasterKeys(master));
    expect(await everything()).toEqual(['fresh.part']);
  });

  it('opens older files after the master key changed, and re-wraps them', async () => {
    const file = await stored(pdf());
    const next = randomBytes(32);
    const both = new MasterKeys(next, [master]);
    const later = await FolderFileStore.at(root, both);
    expect((await buffer(later.open(file.fileId, file.wrappedKey))).equals(pdf())).toBe(true);
    const wrappedAnew = await both.rewrap(file.wrappedKey, file.fileId);
    if (wrappedAnew === null) throw new Error('It was wrapped by the older key');
    expect(await both.rewrap(wrappedAnew, file.fileId)).toBeNull();
    const alone = await FolderFileStore.at(root, new MasterKeys(next));
    expect((await buffer(alone.open(file.fileId, wrappedAnew))).equals(pdf())).toBe(true);
    await expect(buffer(alone.open(file.fileId, file.wrappedKey))).rejects.toThrow(UnknownMasterKey);
  });
});
