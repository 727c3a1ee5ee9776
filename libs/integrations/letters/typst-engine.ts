/** One run of Typst: source, data and fonts in, PDF out. Plain data on both sides, so that it can run in a child. */
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

export interface TypstJob {
  readonly source: string;
  /** JSON that the source reads as `sys.inputs.sheet`. */
  readonly sheet: string;
  readonly fonts: readonly Buffer[];
  /** Absent: none, for what no standard of archiving takes. */
  readonly pdfStandard?: string;
  /** Files that the source reads, by their absolute path in its own world. */
  readonly files?: readonly (readonly [path: string, bytes: Buffer])[];
}

export type TypstResult = { readonly ok: true; readonly pdf: Uint8Array; readonly pages: number } | { readonly ok: false };

/**
 * Runs in a child process, where it arrives as text (child.ts): it may use nothing but its arguments. Typst's
 * own messages quote the letter, so none leaves.
 */
export function runTypst(compilerClass: typeof NodeCompiler, job: TypstJob): TypstResult {
  const compiler = compilerClass.create({ workspace: '/', fontArgs: [{ fontBlobs: job.fonts.map((font) => Buffer.from(font)) }] });
  for (const [path, bytes] of job.files ?? []) compiler.mapShadow(path, Buffer.from(bytes));
  const compiled = compiler.compile({ mainFileContent: job.source, inputs: { sheet: job.sheet } });
  const document = compiled.result;
  if (document === null) return { ok: false };
  try {
    return { ok: true, pdf: compiler.pdf(document, job.pdfStandard === undefined ? {} : { pdfStandard: job.pdfStandard }), pages: document.numOfPages };
  } catch {
    return { ok: false };
  }
}
