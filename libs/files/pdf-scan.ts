/**
 * Reads a PDF as it streams by, for two facts: whether it is encrypted, and how many pages it has where that stands
 * unpacked. Not a parser: the trailer's /Encrypt entry and page objects are always plain text unless packed into object
 * streams, and then the number of pages is left unknown.
 */
import { Buffer } from 'node:buffer';

/** Enough for the longest thing looked for, so that it is found across two chunks. */
const OVERLAP = 96;

const ENCRYPT = /\/Encrypt[\s]*(?:\d+\s+\d+\s+R|<<)/g;
const PAGE = /\/Type[\s]*\/Page(?![A-Za-z0-9])/g;
const PACKED = /\/Type[\s]*\/ObjStm(?![A-Za-z0-9])/g;
const LINEARIZED = /\/Linearized\b[^>]{0,200}?\/N[\s]+(\d{1,6})\b/;

export class PdfScan {
  private carried = '';
  private pages = 0;
  private packed = false;
  private declared: number | null = null;
  private atStart = true;
  private locked = false;

  take(chunk: Uint8Array): void {
    const text = this.carried + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
    if (this.atStart) this.declared = Number(LINEARIZED.exec(text.slice(0, 2048))?.[1] ?? Number.NaN) || null;
    this.atStart = false;
    this.look(text, Math.max(0, text.length - OVERLAP));
    this.carried = text.slice(Math.max(0, text.length - OVERLAP));
  }

  finish(): { encrypted: boolean; pages: number | null } {
    this.look(this.carried, this.carried.length);
    this.carried = '';
    return { encrypted: this.locked, pages: this.declared ?? (this.packed || this.pages === 0 ? null : this.pages) };
  }

  /** Counts what begins before `until`; the rest comes again at the head of the next chunk. */
  private look(text: string, until: number): void {
    const found = (pattern: RegExp): number => {
      let count = 0;
      for (const match of text.matchAll(pattern)) if (match.index < until) count += 1;
      return count;
    };
    this.locked ||= found(ENCRYPT) > 0;
    this.packed ||= found(PACKED) > 0;
    this.pages += found(PAGE);
  }
}
