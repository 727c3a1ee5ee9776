import { inspect } from './index.js';
import { dicom, heic, jpeg, pdf, png, tiff } from './samples.fixture.js';

describe('what a file is', () => {
  it.each([
    ['a.pdf', pdf(), 'pdf'],
    ['A.PDF', Buffer.concat([Buffer.from('\r\n'), pdf()]), 'pdf'],
    ['scan.png', png, 'png'],
    ['photo.jpeg', jpeg, 'jpeg'],
    ['IM00001', dicom, 'dicom'],
    ['1.2.840.113619.2', dicom, 'dicom'],
    ['no extension', pdf(), 'pdf'],
  ])('accepts %s', async (name, bytes, kind) => {
    expect(await inspect(bytes, name)).toBe(kind);
  });

  it.each([
    ['image.jpg', tiff, 'FILE.NOT_WHAT_NAME_SAYS', { named: 'JPEG', is: 'TIFF' }],
    ['scan.jpg', heic, 'FILE.NOT_WHAT_NAME_SAYS', { named: 'JPEG', is: 'HEIC' }],
    ['a.pdf', Buffer.from('not a pdf'), 'FILE.NOT_WHAT_NAME_SAYS', { named: 'PDF', is: 'TXT' }],
    ['a.pdf', Buffer.from([1, 2, 3]), 'FILE.NOT_WHAT_NAME_SAYS', { named: 'PDF', is: 'unknown' }],
    ['report.docx', pdf(), 'FILE.NOT_WHAT_NAME_SAYS', { named: 'DOCX', is: 'PDF' }],
    ['a.pdf', Buffer.alloc(0), 'FILE.EMPTY', {}],
    ['scan.heic', heic, 'FILE.KIND_NOT_ACCEPTED', { is: 'HEIC', accepted: ['PDF', 'PNG', 'JPEG', 'DICOM'] }],
    ['notes.txt', Buffer.from('hello'), 'FILE.KIND_NOT_ACCEPTED', { is: 'TXT', accepted: ['PDF', 'PNG', 'JPEG', 'DICOM'] }],
  ])('refuses %s', async (name, bytes, code, facts) => {
    expect(await inspect(bytes, name)).toEqual({ refused: true, code, facts });
  });
});
