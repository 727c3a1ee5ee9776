import { contentDisposition, decodeUploadName } from './index.js';

const NAMES = [
  'Заключение гистологического исследования от 05.04.2024, отделение онкоортопедии.pdf',
  '病理报告 (2).pdf',
  'דו״ח פתולוגיה 3-5.pdf',
  'Қорытынды.pdf',
  'café 100%.pdf',
  "l'été (fin)*!.pdf",
];
const asMulterReadsIt = (name: string): string => Buffer.from(name, 'utf8').toString('latin1');
const fromHeader = (header: string): string => decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(header)?.[1] ?? '');

describe('a file name', () => {
  it.each(NAMES)('comes back letter for letter: %s', (name) => {
    expect(decodeUploadName(asMulterReadsIt(name))).toBe(name);
    expect(decodeUploadName(name)).toBe(name);
    expect(fromHeader(contentDisposition(name))).toBe(name);
    expect(contentDisposition(name)).toMatch(/^[\x20-\x7e]+$/);
  });

  it('carries no control character into a header', () => {
    const header = contentDisposition('a\r\nX: y.pdf');
    expect(header).toBe(`attachment; filename="aX: y.pdf"; filename*=UTF-8''aX%3A%20y.pdf`);
    expect(decodeUploadName('a\r\nX: y.pdf')).toBe('aX: y.pdf');
    expect(contentDisposition('a"b\\c.pdf', 'inline')).toContain('inline; filename="a_b_c.pdf"');
  });

  it('carries no folder and no hidden turn of direction', () => {
    expect(decodeUploadName('../../etc/passwd')).toBe('passwd');
    expect(decodeUploadName('C:\\scans\\a.pdf')).toBe('a.pdf');
    expect(decodeUploadName('invoice\u202efdp.exe')).toBe('invoicefdp.exe');
    expect(decodeUploadName('\u0000')).toBe('file');
  });
});
