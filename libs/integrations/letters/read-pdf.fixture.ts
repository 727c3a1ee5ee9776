/**
 * Reads drawn text back from a PDF that Typst made, for specs: each piece with its place, its characters as they stand
 * on paper from left to right. What a machine calls the text's order is a guess for right-to-left letters; the place on
 * the page is not. Not a PDF reader for anything else.
 */
import { inflateSync } from 'node:zlib';

export interface Drawn {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export function readDrawn(pdf: Buffer): Drawn[] {
  const file = pdf.toString('latin1');
  const pages = [...file.matchAll(/\/Type \/Page\n([\s\S]*?)endobj/g)].map(([, body = '']) => body);
  return pages.flatMap((body, page) => {
    const fonts = new Map([...body.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, characters(file, id)]));
    const content = /\/Contents (\d+) 0 R/.exec(body)?.[1];
    return content === undefined ? [] : drawn(stream(file, content), fonts, page + 1);
  });
}

/** The lines of a page as they look: pieces at one height, joined from left to right. */
export function linesOf(pieces: readonly Drawn[]): string[] {
  const rows = new Map<string, Drawn[]>();
  for (const piece of pieces) {
    const row = `${piece.page}:${Math.round(piece.y)}`;
    rows.set(row, [...(rows.get(row) ?? []), piece]);
  }
  return [...rows.values()].map((row) => row.sort((a, b) => a.x - b.x).map(({ text }) => text).join(''));
}

function drawn(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>, page: number): Drawn[] {
  const pieces: Drawn[] = [];
  let at = { x: 0, y: 0 };
  let font: ReadonlyMap<number, string> = new Map();
  let shown = '';
  const token = /1 0 0 -1 ([\d.-]+) ([\d.-]+) cm|\/(f\d+) [\d.]+ Tf|(\()|<([0-9A-Fa-f]+)>|(T[jJ]\n)|BDC/g;
  for (let found = token.exec(content); found !== null; found = token.exec(content)) {
    const [whole, x, y, name, opening, hex, show] = found;
    // what came before belongs to a mark (a language, a spoken text) and isn't drawn
    if (whole === 'BDC') shown = '';
    if (x !== undefined && y !== undefined) at = { x: Number(x), y: Number(y) };
    if (name !== undefined) font = fonts.get(name) ?? new Map<number, string>();
    if (opening !== undefined) {
      const literal = literalAt(content, token.lastIndex);
      shown += literal.bytes;
      token.lastIndex = literal.end;
    }
    // a string whose bytes read badly as text stands in hexadecimal digits
    if (hex !== undefined) shown += Buffer.from(hex, 'hex').toString('latin1');
    if (show !== undefined) {
      pieces.push({ page, ...at, text: codes(shown).map((code) => font.get(code) ?? '\ufffd').join('') });
      shown = '';
    }
  }
  return pieces;
}

/** The bytes of a string from behind its opening bracket. Brackets in pairs stand there without a backslash. */
function literalAt(content: string, start: number): { bytes: string; end: number } {
  const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  let bytes = '';
  let depth = 1;
  for (let at = start; at < content.length; at += 1) {
    const char = content.charAt(at);
    if (char === '\\') {
      const octal = /^[0-7]{1,3}/.exec(content.slice(at + 1, at + 4))?.[0];
      bytes += octal === undefined ? (named[content.charAt(at + 1)] ?? content.charAt(at + 1)) : String.fromCharCode(Number.parseInt(octal, 8));
      at += octal?.length ?? 1;
      continue;
    }
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (depth === 0) return { bytes, end: at + 1 };
    bytes += char;
  }
  throw new Error('A string without end');
}

function codes(bytes: string): number[] {
  return Array.from({ length: bytes.length / 2 }, (_, at) => bytes.charCodeAt(at * 2) * 256 + bytes.charCodeAt(at * 2 + 1));
}

function characters(file: string, fontId: string): ReadonlyMap<number, string> {
  const unicode = /\/ToUnicode (\d+) 0 R/.exec(objectOf(file, fontId))?.[1];
  if (unicode === undefined) return new Map();
  return new Map([...stream(file, unicode).matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)].map(([, code = '', text = '']) => [
    Number.parseInt(code, 16),
    Buffer.from(text, 'hex').swap16().toString('utf16le'),
  ]));
}

function objectOf(file: string, id: string): string {
  return new RegExp(`\\n${id} 0 obj\\n([\\s\\S]*?)endobj`).exec(file)?.[1] ?? '';
}

function stream(file: string, id: string): string {
  const start = file.indexOf('stream\n', file.indexOf(`\n${id} 0 obj\n`)) + 'stream\n'.length;
  const raw = Buffer.from(file.slice(start, file.indexOf('endstream', start)), 'latin1');
  try {
    return inflateSync(raw, { finishFlush: 2 }).toString('latin1');
  } catch {
    return raw.toString('latin1');
  }
}
