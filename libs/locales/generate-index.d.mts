/** The text that catalogues.generated.ts should have. */
export function indexText(): string;
