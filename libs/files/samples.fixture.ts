/** Small files of every kind that the specs need, made here byte by byte: no binary fixtures to trust. */
const text = (value: string): Buffer => Buffer.from(value, 'latin1');

export const pdf = (extra = '', pages = 1): Buffer =>
  text(
    `%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type /Pages/Kids[3 0 R]/Count ${pages}>>\nendobj\n` +
      Array.from({ length: pages }, (_, at) => `${at + 3} 0 obj\n<</Type /Page\n/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n`).join('') +
      `trailer\n<</Root 1 0 R/Size 4${extra}>>\nstartxref\n9\n%%EOF\n`,
  );
export const lockedPdf = pdf('/Encrypt 9 0 R/ID[<00><00>]');
export const png = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
  Buffer.from('0000000a49444154789c63000100000500010d0a2db40000000049454e44ae426082', 'hex'),
]);
export const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
export const tiff = Buffer.concat([Buffer.from('49492a0008000000', 'hex'), Buffer.alloc(64)]);
export const heic = Buffer.concat([Buffer.from('00000018', 'hex'), text('ftypheic'), Buffer.alloc(4), text('mif1heic'), Buffer.alloc(64)]);
export const dicom = Buffer.concat([Buffer.alloc(128), text('DICM'), Buffer.from('02000000554c0400', 'hex')]);

/** As a network brings it: in pieces of any size. */
export async function* inPieces(bytes: Buffer, size = 1000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
