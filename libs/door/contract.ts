import type { Actor, Command, FormAnswers, Refusal } from '#domain';
import type { News } from '#messages';

/** What the door answers: done with what the screen needs next, or a typed refusal. A repeated command gets the first answer. */
export type DoorResult =
  | { readonly done: true; readonly streamId: string; readonly seq: number; readonly ids: Readonly<Record<string, string>>; readonly news: News | null }
  | { readonly done: false; readonly refusal: Refusal };

export interface DraftSave {
  readonly commandId: string; readonly draftId: string; readonly caseId: string | null; readonly taskId: string | null;
  readonly formId: string; readonly seenVersion: number; readonly answers: FormAnswers;
}
export interface FileRecord {
  readonly id: string; readonly caseId: string | null; readonly name: string; readonly mediaType: string; readonly size: number; readonly sha256: string;
  readonly wrappedKey: string; readonly keyId: string; readonly pages: number | null; readonly translator: string | null; readonly showsIdentity: boolean | null; readonly source: string | null; readonly institutionId: string;
}

/** The one way in. Everything that changes goes through it: decided by a pure function, committed with its events in one transaction. */
export interface DoorPort {
  put(command: Command, actor: Actor): Promise<DoorResult>;
  /** A draft is typed work, not yet a fact: versioned rows, no event. Refused with DRAFT.NEWER_VERSION (present version, author, time, changed fields) and REVIEW.NOT_YOURS. */
  saveDraft(save: DraftSave, actor: Actor): Promise<DoorResult & { readonly version?: number }>;
  recordFile(file: FileRecord, actor: Actor): Promise<DoorResult>;
  /** Reads and refusals into the reader's own access chain; durable before the answer leaves. */
  recordAccess(entry: AccessEntry, actor: Actor): Promise<void>;
  newsOf(streamId: string): Promise<News | null>;
}
export interface AccessEntry { readonly kind: 'read' | 'refused' | 'signedIn' | 'signedOut'; readonly what: string; readonly caseIds: readonly string[]; readonly fields: 'identity' | 'clinical' | 'audit' | 'list' | 'aggregate'; readonly code: string | null }
