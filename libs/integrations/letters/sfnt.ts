/** The little that is needed of the font file format (OpenType 1.9): which characters it has, and another family name. */

/** Ranges of code points that have a glyph, in order. */
export type Coverage = readonly (readonly [first: number, last: number])[];

interface Table {
  readonly tag: string;
  readonly offset: number;
  readonly length: number;
}

export function readCoverage(font: Buffer): Coverage {
  const cmap = tableOf(font, 'cmap');
  const start = cmap.offset;
  const subtables = Array.from({ length: font.readUInt16BE(start + 2) }, (_, at) => start + font.readUInt32BE(start + 4 + at * 8 + 4));
  const formats = new Map(subtables.map((at) => [font.readUInt16BE(at), at]));
  const full = formats.get(12);
  if (full !== undefined) return groupsOf(font, full);
  const basic = formats.get(4);
  if (basic !== undefined) return segmentsOf(font, basic);
  throw new Error('The font has no Unicode character map of format 4 or 12');
}

export function covers(coverage: Coverage, codePoint: number): boolean {
  let low = 0;
  let high = coverage.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = coverage[middle] ?? [0, 0];
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}

function groupsOf(font: Buffer, at: number): Coverage {
  return Array.from({ length: font.readUInt32BE(at + 12) }, (_, n) => at + 16 + n * 12)
    .filter((group) => font.readUInt32BE(group + 8) !== 0)
    .map((group) => [font.readUInt32BE(group), font.readUInt32BE(group + 4)] as const);
}

function segmentsOf(font: Buffer, at: number): Coverage {
  const doubled = font.readUInt16BE(at + 6);
  const ranges: (readonly [number, number])[] = [];
  for (let segment = 0; segment < doubled; segment += 2) {
    const last = font.readUInt16BE(at + 14 + segment);
    const first = font.readUInt16BE(at + 16 + doubled + segment);
    const delta = font.readUInt16BE(at + 16 + 2 * doubled + segment);
    const rangeAt = at + 16 + 3 * doubled + segment;
    const range = font.readUInt16BE(rangeAt);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const found = range === 0 ? code : font.readUInt16BE(rangeAt + range + 2 * (code - first));
      if (found !== 0 && ((found + delta) & 0xffff) !== 0) ranges.push([code, code]);
    }
  }
  return ranges;
}

/**
 * The same font under another family name. A typesetter that also sees the machine's fonts then can't take a system
 * font of the same name, of whatever version. Weight and style are read from other tables and stay.
 */
export function renamed(font: Buffer, family: string, style: string): Buffer {
  const name = nameTable(family, style);
  const padding = Buffer.alloc((4 - (font.length % 4)) % 4);
  const result = Buffer.concat([font, padding, name]);
  const entry = entryOf(font, 'name');
  result.writeUInt32BE(font.length + padding.length, entry + 8);
  result.writeUInt32BE(name.length, entry + 12);
  return result;
}

function nameTable(family: string, style: string): Buffer {
  const texts: readonly (readonly [id: number, text: string])[] = [
    [1, family], [2, style], [4, `${family} ${style}`], [6, `${family}-${style}`.replaceAll(' ', '')],
  ];
  const strings = texts.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  const head = Buffer.alloc(6 + texts.length * 12);
  head.writeUInt16BE(texts.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  texts.forEach(([id], at) => {
    const record = 6 + at * 12;
    const length = strings[at]?.length ?? 0;
    // Windows, Unicode, English (United States)
    [3, 1, 0x0409, id, length, offset].forEach((value, field) => head.writeUInt16BE(value, record + field * 2));
    offset += length;
  });
  return Buffer.concat([head, ...strings]);
}

function tableOf(font: Buffer, tag: string): Table {
  const entry = entryOf(font, tag);
  return { tag, offset: font.readUInt32BE(entry + 8), length: font.readUInt32BE(entry + 12) };
}

function entryOf(font: Buffer, tag: string): number {
  for (let at = 0; at < font.readUInt16BE(4); at += 1) {
    const entry = 12 + at * 16;
    if (font.toString('latin1', entry, entry + 4) === tag) return entry;
  }
  throw new Error(`The font has no table ${tag}`);
}
