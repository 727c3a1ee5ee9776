/** Everything that is learnt about an upload while it streams by: kind, size, SHA-256, pages, and what speaks against it. */
import { createHash } from 'node:crypto';
import { HEAD_BYTES, inspect } from './kind.js';
import { PdfScan } from './pdf-scan.js';
import type { FileKind, FileRefusal } from './refusals.js';

export interface Content {
  readonly kind: FileKind;
  readonly size: number;
  /** SHA-256 of the plain bytes, hex: two uploads of the same file have the same. */
  readonly sha256: string;
  /** Pages of a PDF where they can be told cheaply. */
  readonly pages: number | null;
}

export type Checked = { readonly ok: true; readonly content: Content } | { readonly ok: false; readonly refusal: FileRefusal };

export class ContentCheck {
  private readonly hash = createHash('sha256');
  private readonly pdf = new PdfScan();
  private head = Buffer.alloc(0);
  private size = 0;
  private kind: FileKind | null = null;
  private refusal: FileRefusal | null = null;

  constructor(
    private readonly name: string,
    private readonly maxBytes: number,
  ) {}

  /** False as soon as the file is refused: the bytes needn't be kept, but go on giving them, so that they are counted. */
  async take(chunk: Uint8Array): Promise<boolean> {
    this.size += chunk.length;
    if (this.size > this.maxBytes || this.refusal !== null) return false;
    this.hash.update(chunk);
    this.pdf.take(chunk);
    if (this.kind === null) {
      this.head = Buffer.concat([this.head, chunk]);
      if (this.head.length >= HEAD_BYTES) await this.decideKind();
    }
    return this.refusal === null;
  }

  /** True when counting on would be a favour to somebody who sends without end. */
  get isHopeless(): boolean {
    return this.size > this.maxBytes * 2 + 16 * 1024 * 1024;
  }

  async finish(): Promise<Checked> {
    if (this.kind === null && this.refusal === null) await this.decideKind();
    if (this.refusal !== null) return { ok: false, refusal: this.refusal };
    if (this.size > this.maxBytes) {
      const facts = { limitBytes: this.maxBytes, overBytes: this.size - this.maxBytes, exact: !this.isHopeless };
      return { ok: false, refusal: { refused: true, code: 'FILE.TOO_LARGE', facts } };
    }
    const { encrypted, pages } = this.pdf.finish();
    if (this.kind === 'pdf' && encrypted) return { ok: false, refusal: { refused: true, code: 'FILE.PASSWORD', facts: {} } };
    if (this.kind === null) throw new Error('A file without refusal has a kind');
    const content = { kind: this.kind, size: this.size, sha256: this.hash.digest('hex'), pages: this.kind === 'pdf' ? pages : null };
    return { ok: true, content };
  }

  private async decideKind(): Promise<void> {
    const found = await inspect(this.head.subarray(0, HEAD_BYTES), this.name);
    this.head = Buffer.alloc(0);
    if (typeof found === 'string') this.kind = found;
    else this.refusal = found;
  }
}
