import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly id: string;
  readonly payload: AdapterPayload;
  /** Seconds since 1970; undefined: for ever. */
  readonly expires?: number;
}

const now = () => Math.floor(Date.now() / 1000);

/** What the identity provider must not forget when it is started again: one small file a record, below one folder. */
export function storeIn(folder: string): (model: string) => Adapter {
  return (model) => new FileStore(join(folder, model));
}

class FileStore implements Adapter {
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // What has run out since the last start would only be read over and over.
    for (const kept of this.all()) if (over(kept)) this.remove(kept.id);
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    this.write({ id, payload, ...(expiresIn ? { expires: now() + expiresIn } : {}) });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const kept = this.read(this.file(id));
    return kept && !over(kept) ? kept.payload : undefined;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.all().find((kept) => kept.payload.uid === uid && !over(kept))?.payload;
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.all().find((kept) => kept.payload.userCode === userCode && !over(kept))?.payload;
  }

  async consume(id: string): Promise<void> {
    const kept = this.read(this.file(id));
    if (kept) this.write({ ...kept, payload: { ...kept.payload, consumed: now() } });
  }

  async destroy(id: string): Promise<void> {
    this.remove(id);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const kept of this.all()) if (kept.payload.grantId === grantId) this.remove(kept.id);
  }

  private file(id: string): string {
    return join(this.folder, `${createHash('sha256').update(id).digest('hex')}.json`);
  }

  private write(kept: Kept): void {
    const file = this.file(kept.id);
    writeFileSync(`${file}.part`, JSON.stringify(kept), { mode: 0o600 });
    renameSync(`${file}.part`, file);
  }

  private remove(id: string): void {
    rmSync(this.file(id), { force: true });
  }

  private all(): Kept[] {
    return readdirSync(this.folder).filter((name) => name.endsWith('.json')).flatMap((name) => this.read(join(this.folder, name)) ?? []);
  }

  private read(file: string): Kept | undefined {
    if (!existsSync(file)) return undefined;
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isKept(kept) ? kept : undefined;
  }
}

const over = (kept: Kept): boolean => kept.expires !== undefined && kept.expires <= now();

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && 'payload' in value;
}
