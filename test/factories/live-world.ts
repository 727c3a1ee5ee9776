import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command, Instant, PersonActor } from '#domain';
import { Door, domainStreams, type DoorResult } from '#door';
import { FolderFileStore, MasterKeys, type FileStore } from '#files';
import { CaseScript, type CaseSetting } from '../../apps/cli/seed/case-script.js';
import type { Subject } from '../../apps/cli/seed/cast.js';
import { boneBoard } from '../../apps/cli/seed/demo.js';
import { patients } from '../../apps/cli/seed/patients.js';
import { World } from '../../apps/cli/seed/world.js';
import type { BoardDefinition } from '#domain';
import type { TestDatabase } from './database.js';

/** Whose time counts for what people do, and who hears of their commits. */
export interface Living {
  readonly clock: () => Promise<Instant>;
  readonly wait: (at: Instant) => Promise<void>;
  readonly told?: (streams: readonly string[]) => void;
}

/**
 * The demo's people on a real process: they put the same commands, but moves and deadlines are left to the workflows. What the
 * demo does in their place (`follow`, and with it settling) does nothing here.
 */
export class LiveWorld extends World {
  override readonly door: Door;
  private readTime: Instant;

  constructor(readonly database: TestDatabase, files: FileStore, private readonly living: Living, now: Instant) {
    super({ source: database.door, files, start: now, letters: () => Promise.reject(new Error('Letters are made by the worker')) });
    this.readTime = now;
    this.door = new Door({ door: database.door, types: domainStreams, clock: living.clock, ...(living.told === undefined ? {} : { onCommitted: living.told }) });
  }

  static async on(database: TestDatabase, living: Living): Promise<{ readonly world: LiveWorld; readonly filesDir: string; readonly end: () => void }> {
    const filesDir = mkdtempSync(join(tmpdir(), 'consilium-world-'));
    const files = await FolderFileStore.at(filesDir, new MasterKeys(masterKey));
    return { world: new LiveWorld(database, files, living, await living.clock()), filesDir, end: () => { rmSync(filesDir, { recursive: true, force: true }); } };
  }

  override get now(): Instant { return this.readTime; }
  override async at(at: Instant): Promise<void> {
    await this.living.wait(at);
    this.readTime = await this.living.clock();
  }
  override as(subject: Subject, onBehalfOf: Subject | null = null): PersonActor { return { ...super.as(subject, onBehalfOf), authenticatedAt: this.readTime }; }
  override async put(by: Subject | PersonActor, command: Omit<Command, 'commandId'>, key = ''): Promise<DoorResult & { done: true }> {
    this.readTime = await this.living.clock();
    return super.put(by, command, key);
  }
  override async follow(): Promise<void> { /* the workflow follows */ }
}

export const masterKey = Buffer.alloc(32, 7);

/** A case of the bone sarcoma board, from Astana to Shanghai; give what matters to the test. */
export const boneCase = (key: string, more: Partial<CaseSetting> & { readonly board?: BoardDefinition } = {}): CaseSetting => ({
  key, board: boneBoard, tumorType: 'boneSarcoma', urgency: 'urgent', origin: 'astana', referrer: 'omarov', patient: patients.slides,
  question: 'Is resection with limb salvage possible?', referral: { tumorSite: 'Distal femur, left', laterality: 'left' }, ...more,
});
export const script = (world: World, key: string, more: Partial<CaseSetting> = {}): CaseScript => new CaseScript(world, boneCase(key, more));
