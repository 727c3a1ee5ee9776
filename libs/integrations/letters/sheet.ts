/** A letter as the template takes it: every word chosen, every value whole, nothing left but to set it. */
import type { Direction } from '../wording/bidi.js';

export interface Paragraph {
  readonly text: string;
  readonly lang: string;
  readonly dir: Direction;
}

export interface ProseBlock {
  readonly kind: 'prose';
  readonly heading: string;
  readonly paragraphs: readonly Paragraph[];
  /** Says that the text is in its author's language; null where that is the letter's, or where the notice says it. */
  readonly note: string | null;
  /** Coded values, each in a line, in the letter's language. */
  readonly facts: readonly string[];
  /** Set in large type: what the reader looks for first. */
  readonly lead: boolean;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly heading: string;
  readonly widths: readonly number[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface OutcomeBlock {
  readonly kind: 'outcome';
  readonly heading: string;
  /** Said where the outcome is something else than a recommendation. */
  readonly outcome: string | null;
  readonly proposal: readonly Paragraph[];
  readonly note: string | null;
  readonly facts: readonly { readonly label: string; readonly paragraphs: readonly Paragraph[]; readonly note: string | null }[];
}

export interface Sheet {
  readonly lang: string;
  readonly dir: Direction;
  /** Of plain text, in points; everything else follows it. */
  readonly size: number;
  /** For whom it is, where it isn't for a clinician. */
  readonly mark: string | null;
  readonly date: readonly [number, number, number];
  readonly title: string;
  /** Said once where all free text is in one other language; null where not. */
  readonly notice: string | null;
  readonly hospital: string;
  readonly under: readonly string[];
  readonly meta: readonly (readonly [string, string])[];
  readonly to: { readonly label: string; readonly lines: readonly string[] };
  readonly draft: { readonly mark: string; readonly note: string } | null;
  readonly banner: {
    readonly label: string;
    readonly name: string;
    readonly transliteration: string | null;
    readonly facts: readonly (readonly [string, string])[];
    readonly allergies: { readonly label: string; readonly text: string; readonly strong: boolean } | null;
  };
  readonly blocks: readonly (ProseBlock | TableBlock | OutcomeBlock)[];
  readonly freedom: string;
  readonly signatures: {
    readonly heading: string;
    readonly items: readonly { readonly name: string; readonly who: string; readonly line: string; readonly signed: boolean }[];
  } | null;
  readonly hash: { readonly label: string; readonly value: string } | null;
  /** Repeated on each page: whose letter this is. */
  readonly running: string;
  /** The words around the two numbers of "Page 1 of 3". */
  readonly page: readonly [string, string, string];
}
