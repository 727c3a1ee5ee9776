/** What makes a file unwelcome, in the shape of a domain refusal. Each is decided before anything is stored. */
export type FileKind = 'pdf' | 'png' | 'jpeg' | 'dicom';

/** Names of kinds as people know them; the order is that of a list on screen. */
export const KIND_NAMES: Readonly<Record<FileKind, string>> = { pdf: 'PDF', png: 'PNG', jpeg: 'JPEG', dicom: 'DICOM' };

export type FileRefusal =
  | { readonly refused: true; readonly code: 'FILE.EMPTY'; readonly facts: Record<string, never> }
  /** The name promises one kind, the content is another ("unknown": none that we know). Kinds as in KIND_NAMES. */
  | { readonly refused: true; readonly code: 'FILE.NOT_WHAT_NAME_SAYS'; readonly facts: { readonly named: string; readonly is: string } }
  /** The PDF is encrypted: it asks for a password, or its maker forbade printing or copying by one. */
  | { readonly refused: true; readonly code: 'FILE.PASSWORD'; readonly facts: Record<string, never> }
  /** Bytes over the limit; `exact` is false when we stopped counting. */
  | { readonly refused: true; readonly code: 'FILE.TOO_LARGE'; readonly facts: { readonly limitBytes: number; readonly overBytes: number; readonly exact: boolean } }
  | { readonly refused: true; readonly code: 'FILE.KIND_NOT_ACCEPTED'; readonly facts: { readonly is: string; readonly accepted: readonly string[] } };

export const notAccepted = (is: string): FileRefusal => ({
  refused: true,
  code: 'FILE.KIND_NOT_ACCEPTED',
  facts: { is, accepted: Object.values(KIND_NAMES) },
});
