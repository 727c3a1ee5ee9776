/** File names on their way in and out: letter for letter, and never a way into a header or a path. */

/** Control characters, and the overrides of direction that let "fdp.exe" look like "exe.pdf". */
const UNSAFE = /[\p{Cc}\u2028\u2029\u202a-\u202e]/gu;

/**
 * The name that a browser sent, from what multer hands over. Multer reads the bytes of a part's name as Latin-1 unless
 * told otherwise, while browsers send UTF-8. A name that was read rightly (it has letters beyond Latin-1, or its bytes
 * are no UTF-8) stays as it is. Folders are cut off, control characters taken out, nothing else is touched.
 */
export function decodeUploadName(received: string): string {
  const name = asUtf8(received) ?? received;
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(UNSAFE, '').replace(/\p{Surrogate}/gu, '\ufffd').trim();
  return clean === '' || clean === '.' || clean === '..' ? 'file' : clean;
}

function asUtf8(received: string): string | null {
  if (/[^\u0000-\u00ff]/.test(received)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(received, 'latin1'));
  } catch {
    return null;
  }
}

/**
 * The value of a Content-Disposition header: `filename` in ASCII for old readers, `filename*` after RFC 5987 letter for
 * letter. `inline` only for what the browser shows by itself.
 */
export function contentDisposition(name: string, how: 'attachment' | 'inline' = 'attachment'): string {
  const clean = name.replace(UNSAFE, '').replace(/\p{Surrogate}/gu, '\ufffd');
  const ascii = clean.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(clean).replace(/['()*!]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
