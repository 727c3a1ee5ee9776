/**
 * Every spelling in which a word may lie in bytes: as text of one or two bytes a letter, escaped for JSON, a URL, HTML or a mail, and base64 at each of its three
 * places. Base64 keeps only the letters that don't depend on what stands around the word.
 */
export function spellings(word: string): readonly Buffer[] {
  const utf8 = Buffer.from(word, 'utf8');
  const utf16 = Buffer.from(word, 'utf16le');
  const units = [...utf16.swap16().toString('latin1').matchAll(/../gs)].map(([pair]) => pair.charCodeAt(0) * 256 + pair.charCodeAt(1));
  const escaped = (ascii: (code: number) => boolean, by: (code: number) => string): string => units.map((code) => (ascii(code) ? String.fromCharCode(code) : by(code))).join('');
  const plain = (code: number): boolean => code < 128;
  const texts = [
    escaped(plain, (code) => `\\u${code.toString(16).padStart(4, '0')}`), escaped(plain, (code) => `\\u${code.toString(16).padStart(4, '0').toUpperCase()}`),
    escaped(plain, (code) => `&#${code};`), escaped(plain, (code) => `&#x${code.toString(16)};`),
    encodeURIComponent(word), encodeURIComponent(word).toLowerCase(), encodeURIComponent(word).replaceAll('%20', '+'),
    [...utf8].map((byte) => (byte < 128 ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase()}`)).join(''),
    utf8.toString('hex'), ...[utf8, Buffer.from(word, 'utf16le')].flatMap(base64),
  ];
  const all = [utf8, Buffer.from(word, 'utf16le'), Buffer.from(word, 'utf16le').swap16(), ...texts.map((text) => Buffer.from(text, 'latin1'))];
  return [...new Map(all.map((bytes) => [bytes.toString('latin1'), bytes])).values()];
}

function base64(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]);
    // Letters that hold a bit of what stands before or after the word may be any.
    const text = whole.toString('base64').replace(/=+$/, '').slice(before === 0 ? 0 : before + 1, Math.floor(whole.length * 8 / 6));
    return [text, text.replaceAll('+', '-').replaceAll('/', '_')];
  });
}
