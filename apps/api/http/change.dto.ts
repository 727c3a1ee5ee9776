import { Count, Id, Maybe, Words } from './fields.js';

/** What every change may carry beside its own fields. */
export class ChangeDto {
  /** Version of the task, draft or meeting that was on the screen (or `If-Match`). */
  @Maybe() @Count() seenVersion?: number;
  /** For whom the act is done, where that person has no account at hand. */
  @Maybe() @Id() onBehalfOf?: string;
  /** The institution in whose post one acts; without it the first post that allows the act. */
  @Maybe() @Id() inPostAt?: string;
}

/** A change with a note in words. */
export class NotedChangeDto extends ChangeDto {
  @Maybe() @Words() note?: string;
}

/** A change with its reason in words. */
export class ReasonedChangeDto extends ChangeDto {
  @Maybe() @Words() reason?: string;
}
