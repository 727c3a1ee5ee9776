import { createHash } from 'node:crypto';
import { runInChild, type ChildLimits } from './child.js';
import { composeLetter } from './compose.js';
import { composePlain } from './compose-plain.js';
import type { LetterContent } from './content.js';
import { familiesFor, letterFamilies } from './fonts.js';
import { MARK_TEMPLATE, markSheet, ORIGINAL_PATH, type LetterMark } from './mark.js';
import { LETTER_TEMPLATE } from './template.js';
import type { TypstJob } from './typst-engine.js';

export type LetterRefusal =
  /** A character that no font of ours has: printing a box in its place would falsify a name. `codePoint` like U+2C386. */
  | { readonly refused: true; readonly code: 'LETTER.NO_GLYPH'; readonly facts: { readonly codePoint: string; readonly character: string } }
  /** The renderer died, ran out of time or memory, or found no way to set the letter. Nothing of the letter is in it. */
  | { readonly refused: true; readonly code: 'LETTER.RENDERING_FAILED'; readonly facts: { readonly why: 'crashed' | 'timeout' | 'memory' | 'unsettable' } };

export interface Letter {
  readonly pdf: Buffer;
  /** SHA-256 of the PDF, hex. */
  readonly sha256: string;
  readonly pages: number;
}

export type LetterResult = { readonly ok: true; readonly letter: Letter } | { readonly ok: false; readonly refusal: LetterRefusal };

/** Makes a letter. The same content gives the same bytes. */
export interface LetterRenderer {
  render(content: LetterContent): Promise<LetterResult>;
  /** A copy of a letter of ours on each of whose pages stands that it was called back. The original's bytes are not touched. */
  mark(original: Buffer, mark: LetterMark): Promise<LetterResult>;
}

export const LETTER_LIMITS: ChildLimits = { timeoutMs: 20_000, memoryMb: 768 };

/** Letters by Typst, each in a process of its own: tagged PDF/A-3a with fonts embedded. */
export class TypstLetterRenderer implements LetterRenderer {
  constructor(private readonly limits: ChildLimits = LETTER_LIMITS) {}

  render(content: LetterContent): Promise<LetterResult> {
    return renderInChild(content, this.limits);
  }

  mark(original: Buffer, mark: LetterMark): Promise<LetterResult> {
    return settled(MARK_TEMPLATE, markSheet(original, mark), this.limits, { files: [[ORIGINAL_PATH, original]] });
  }
}

/** `program` is what the child runs instead of Typst: the fault switch of tests. */
export async function renderInChild(content: LetterContent, limits: ChildLimits = LETTER_LIMITS, program?: string): Promise<LetterResult> {
  const sheet = content.reader === 'patient' ? composePlain(content) : composeLetter(content);
  return settled(LETTER_TEMPLATE, sheet, limits, { pdfStandard: 'a-3a' }, program);
}

/** Sets a sheet by a template, with the fonts that its words need. */
async function settled(source: string, sheet: object, limits: ChildLimits, more: Pick<TypstJob, 'pdfStandard' | 'files'>, program?: string): Promise<LetterResult> {
  const families = familiesFor(textOf(sheet), await letterFamilies());
  if ('missing' in families) return noGlyph(families.missing);
  const job = {
    source,
    sheet: JSON.stringify({ ...sheet, fonts: families.map(({ name }) => name) }),
    fonts: families.flatMap(({ fonts }) => fonts),
    ...more,
  };
  const result = await runInChild(job, limits, program);
  if (!result.ok) {
    const why = 'why' in result ? result.why : 'unsettable';
    return { ok: false, refusal: { refused: true, code: 'LETTER.RENDERING_FAILED', facts: { why } } };
  }
  const pdf = Buffer.from(result.pdf);
  return { ok: true, letter: { pdf, sha256: createHash('sha256').update(pdf).digest('hex'), pages: result.pages } };
}

function noGlyph(character: string): LetterResult {
  const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return { ok: false, refusal: { refused: true, code: 'LETTER.NO_GLYPH', facts: { codePoint, character } } };
}

/** Every text of the sheet, whatever part it stands in. Digits and page numbers are in the first font anyhow. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join('');
  if (typeof value === 'object' && value !== null) return textOf(Object.values(value));
  return '';
}
