import { createHash } from 'node:crypto';
import type { TestDatabase } from '../factories/database.js';
import { demoDatabase } from '../factories/demo.js';
import { heic, lockedPdf, pdf, png, tiff } from '../../libs/files/samples.fixture.js';
import { testApi, type Client, type TestApi } from './api.fixture.js';

let demo: TestDatabase;
let api: TestApi;
let wu: Client;
let caseId: string;
beforeAll(async () => {
  demo = await demoDatabase();
  api = await testApi(demo);
  wu = await api.as('wu');
  const [row] = await demo.door.query<{ id: string }[]>(`select id from case_row where status = 'open' and column_stage = 'pathologyReview' limit 1`);
  caseId = row?.id ?? '';
}, 300_000);
afterAll(async () => { await api?.end(); await demo?.end(); });

interface Stored { fileId: string; name: string; sha256: string; twin: { documentId: string } | null }
const upload = (bytes: Buffer, name: string) => wu.upload(`/api/cases/${caseId}/files`, bytes, name);
const files = async (): Promise<number> => (await demo.door.query<{ n: number }[]>('select count(*) as n from file_row'))[0]?.n ?? 0;

describe('files as they come (H27)', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'a.pdf', 'FILE.EMPTY'], ['a TIFF that says it is a JPEG', tiff, 'image.jpg', 'FILE.NOT_WHAT_NAME_SAYS'], ['an HEIC that says it is a JPEG', heic, 'scan.jpg', 'FILE.NOT_WHAT_NAME_SAYS'],
    ['a PDF with a password', lockedPdf, 'locked.pdf', 'FILE.PASSWORD'], ['a program', Buffer.from('MZ\u0000\u0001 not a document'), 'setup.exe', 'FILE.KIND_NOT_ACCEPTED'],
  ])('%s is refused before anything is stored', async (_what, bytes, name, code) => {
    const before = await files();
    const answer = await upload(bytes, name);
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([422, code]);
    expect((answer.body as { title: string }).title).not.toBe('');
    expect(await files()).toBe(before);
  });

  it.each(['Заключение гистологического исследования от 05.04.2024, отделение онкоортопедии.pdf', '病理报告 (2).pdf', 'דו״ח פתולוגיה 3-5.pdf', 'Қорытынды.pdf'])('%s comes back letter for letter, byte for byte', async (name) => {
    const bytes = pdf(`/Title(${createHash('sha256').update(name).digest('hex')})`);
    const stored = (await upload(bytes, name)).body as Stored;
    expect(stored.name).toBe(name);
    const added = await wu.change(`/api/cases/${caseId}/documents`, { fileId: stored.fileId, kind: 'pathologyReport', language: 'ru' });
    expect(added.status).toBe(200);
    const { documentId } = (added.body as { ids: { documentId: string } }).ids;
    const back = await wu.get(`/api/cases/${caseId}/documents/${documentId}/content`).buffer(true).parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
    expect(createHash('sha256').update(back.body as Buffer).digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(String(back.headers['content-disposition']))?.[1] ?? '')).toBe(name);
    expect([back.headers['cache-control'], back.headers['x-content-type-options']]).toEqual(['no-store', 'nosniff']);
  });

  it('a name with line ends brings nothing into a header', async () => {
    const stored = (await upload(pdf('/Title(crlf)'), 'a\r\nX: y.pdf')).body as Stored;
    expect(stored.name).not.toMatch(/[\r\n]/);
  });

  it('the twin of a document is recognised, and stored once', async () => {
    const bytes = Buffer.concat([png, Buffer.from('twin')]);
    const first = (await upload(bytes, 'one.png')).body as Stored;
    await wu.change(`/api/cases/${caseId}/documents`, { fileId: first.fileId, kind: 'photograph', language: 'en' });
    const before = await files();
    const second = (await upload(bytes, 'two.png')).body as Stored;
    expect(second.fileId).toBe(first.fileId);
    expect(second.twin).not.toBeNull();
    expect(await files()).toBe(before);
  });

  it('no file, no upload: a defined answer; and a foreign case is not there', async () => {
    const none = await wu.change(`/api/cases/${caseId}/files`, { a: 1 });
    expect([none.status, (none.body as { code: string }).code]).toEqual([400, 'INPUT.FILE_MISSING']);
    const levi = await api.as('levi');
    const foreign = await levi.upload(`/api/cases/${caseId}/files`, pdf(), 'a.pdf');
    expect(foreign.status).toBe(404);
  });

  it('a file of another case can not be added here', async () => {
    const [other] = await demo.door.query<{ file: string }[]>('select id as file from file_row where case_id is not null and case_id <> $1 limit 1', [caseId]);
    const answer = await wu.change(`/api/cases/${caseId}/documents`, { fileId: other?.file, kind: 'other', language: 'en' });
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([404, 'DOCUMENT.NOT_FOUND']);
  });
});
