/** Which kind a file is, by its first bytes, and which kind its name promises. */
import { fileTypeFromBuffer } from 'file-type';
import { KIND_NAMES, notAccepted, type FileKind, type FileRefusal } from './refusals.js';

/** So many first bytes are enough to tell the kind. */
export const HEAD_BYTES = 4100;

const KIND_BY_LABEL = new Map<string, FileKind>([
  ['PDF', 'pdf'], ['PNG', 'png'], ['JPEG', 'jpeg'], ['DICOM', 'dicom'],
]);

/** Extensions whose meaning is known. Others promise nothing: DICOM files are often called "IM00001" or "1.2.840.7". */
const LABEL_BY_EXTENSION = new Map<string, string>([
  ['pdf', 'PDF'], ['png', 'PNG'], ['jpg', 'JPEG'], ['jpeg', 'JPEG'], ['jpe', 'JPEG'], ['jfif', 'JPEG'], ['dcm', 'DICOM'],
  ['dicom', 'DICOM'], ['tif', 'TIFF'], ['tiff', 'TIFF'], ['heic', 'HEIC'], ['heif', 'HEIC'], ['gif', 'GIF'],
  ['bmp', 'BMP'], ['webp', 'WEBP'], ['doc', 'DOC'], ['docx', 'DOCX'], ['xls', 'XLS'], ['xlsx', 'XLSX'],
  ['odt', 'ODT'], ['rtf', 'RTF'], ['txt', 'TXT'], ['csv', 'CSV'], ['html', 'HTML'], ['htm', 'HTML'], ['xml', 'XML'],
  ['svg', 'SVG'], ['zip', 'ZIP'], ['rar', 'RAR'], ['7z', '7Z'], ['exe', 'EXE'], ['mp4', 'MP4'], ['mov', 'MOV'],
]);

/** file-type's extension, where the name that people know is another. */
const LABEL_BY_FOUND = new Map<string, string>([['jpg', 'JPEG'], ['tif', 'TIFF'], ['dcm', 'DICOM'], ['cfb', 'DOC']]);

/**
 * Decides by content; the name is only held against it. `head` are the first HEAD_BYTES bytes, or all of a shorter
 * file.
 */
export async function inspect(head: Uint8Array, name: string): Promise<FileKind | FileRefusal> {
  if (head.length === 0) return { refused: true, code: 'FILE.EMPTY', facts: {} };
  const is = await labelOf(head);
  const named = LABEL_BY_EXTENSION.get(extensionOf(name));
  if (named !== undefined && named !== is) {
    // a zip with another extension may be any of a hundred formats: what the name says is then as true as "zip"
    if (!(is === 'ZIP' && !isAccepted(named))) return { refused: true, code: 'FILE.NOT_WHAT_NAME_SAYS', facts: { named, is } };
    return notAccepted(named);
  }
  return KIND_BY_LABEL.get(is) ?? notAccepted(is);
}

async function labelOf(head: Uint8Array): Promise<string> {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  // readers take a PDF whose header stands anywhere in the first kilobyte, so scanners write such
  if (bytes.subarray(0, 1024 + 5).includes('%PDF-')) return 'PDF';
  if (bytes.subarray(128, 132).equals(Buffer.from('DICM'))) return 'DICOM';
  const found = await fileTypeFromBuffer(bytes);
  if (found === undefined) return isText(bytes) ? 'TXT' : 'unknown';
  return LABEL_BY_FOUND.get(found.ext) ?? found.ext.toUpperCase();
}

function isText(bytes: Buffer): boolean {
  return !bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32));
}

function isAccepted(label: string): boolean {
  return Object.values(KIND_NAMES).includes(label);
}

function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot === -1 ? '' : name.slice(dot + 1).trim().toLowerCase();
}
