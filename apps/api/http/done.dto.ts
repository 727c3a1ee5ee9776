/** A change was committed. The same Idempotency-Key with the same body gets the same answer again. */
export class DoneDto {
  /** The stream (case, meeting, board, institution, person) that changed. */
  streamId!: string;
  /** Its position after the change. */
  seq!: number;
  /** Ids that the change made, by name (e.g. `caseId`, `number`, `taskId`). */
  ids!: Record<string, string>;
}

/** A draft was kept. */
export class SavedDto {
  draftId!: string;
  /** The version that was made: send it back as `seenVersion`. */
  version!: number;
  /** UTC instant. */
  savedAt!: string;
}
