/** Whether the reader may do something now, and if not, what stands against it. */
export class MayDto {
  /** Name of the action, as the route's last word or the command's name. */
  action!: string;
  allowed!: boolean;
  /** Code of the unmet condition; sentence under `problems.<code>`. Absent where allowed. */
  because?: string;
  /** What fills the sentence. */
  facts?: Record<string, unknown>;
  /** The unmet condition as a sentence in the reader's language. */
  sentence?: string;
}
