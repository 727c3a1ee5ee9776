import type { Actor, Command, Refusal } from '#domain';
import type { News } from '#messages';
import type { DataSource } from 'typeorm';
import { AccessChain } from './access-chain.js';
import { DirectoryCache } from './context/directory.js';
import type { AccessEntry, DoorPort, DoorResult, DraftSave, FileRecord } from './contract.js';
import { saveDraft, type DraftResult } from './drafts.js';
import { recordFile } from './files.js';
import { peekHead } from './head.js';
import { newsOf, putOnce, type Parts } from './put.js';
import type { Clock } from './situation.js';
import { firstUnstorable } from './storable.js';
import type { StreamTypes } from './streams.js';
import { tryOut } from './try-out.js';

export interface DoorOptions {
  /** As role `door`. */
  readonly door: DataSource;
  readonly types: StreamTypes;
  /** Whose time counts: PostgreSQL's where none is given. */
  readonly clock?: Clock;
  /** After each commit that changed what a process does next: never awaited, never inside the transaction. */
  readonly onCommitted?: (streamIds: readonly string[]) => void;
}

/** The one way in. See `DoorPort`. */
export class Door implements DoorPort {
  private readonly parts: Parts;
  private readonly access: AccessChain;

  constructor(private readonly options: DoorOptions) {
    this.parts = { door: options.door, types: options.types, cache: new DirectoryCache(), clock: options.clock ?? null };
    this.access = new AccessChain(options.door, options.clock ?? null);
  }

  async put(command: Command, actor: Actor): Promise<DoorResult> {
    const unstorable = firstUnstorable(command.data, command.texts, command.rows);
    if (unstorable !== null) return this.refused(command.type, command.streamId, actor, unstorable);
    const { result, tell } = await putOnce(this.parts, command, actor);
    if (!result.done) return this.refused(command.type, command.streamId, actor, result.refusal);
    if (tell) this.options.onCommitted?.([command.streamId]);
    return result;
  }

  async saveDraft(save: DraftSave, actor: Actor): Promise<DraftResult> {
    const unstorable = firstUnstorable(save.answers);
    const result = unstorable === null ? await saveDraft(this.parts, save, actor) : { done: false as const, refusal: unstorable };
    return result.done ? result : this.refused('saveDraft', save.caseId, actor, result.refusal);
  }

  async recordFile(file: FileRecord, actor: Actor): Promise<DoorResult> {
    const unstorable = firstUnstorable({ name: file.name, translator: file.translator, source: file.source });
    const result = unstorable === null ? await recordFile(this.parts, file, actor) : { done: false as const, refusal: unstorable };
    return result.done ? result : this.refused('recordFile', file.caseId, actor, result.refusal);
  }

  recordAccess(entry: AccessEntry, actor: Actor): Promise<void> {
    return this.access.record(entry, actor);
  }

  /** See `tryOut`: what commands would be answered, without doing them. */
  tryOut(streamId: string, commands: readonly Command[], actor: Actor): Promise<readonly (Refusal | null)[]> {
    return tryOut(this.parts, streamId, commands, actor);
  }

  async newsOf(streamId: string): Promise<News | null> {
    const head = await peekHead(this.options.door, streamId);
    const [row] = await this.options.door.query<{ epoch: number }[]>('select epoch from installation');
    return head === null || head.kind === 'access' ? null : newsOf(head, row?.epoch ?? 1);
  }

  /** A refusal is on record before the person hears it. The transaction that refused has left nothing. */
  private async refused(what: string, caseId: string | null, actor: Actor, refusal: Refusal): Promise<DoorResult & { done: false }> {
    await this.access.record({ kind: 'refused', what, caseIds: caseId === null ? [] : [caseId], fields: 'clinical', code: refusal.code }, actor);
    return { done: false, refusal };
  }
}
