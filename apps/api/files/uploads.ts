import { Inject, Injectable } from '@nestjs/common';
import multer, { type StorageEngine } from 'multer';
import { refuse } from '#domain';
import type { DoorPort } from '#door';
import { decodeUploadName, type FileKind, type FileRefusal, type FileStore, type StoredFile } from '#files';
import { Enriched } from '../door/enriched.js';
import { RefusalError } from '../door/refusal-error.js';
import { DOOR, FILES } from '../door/tokens.js';
import type { AskedRequest, Changer } from '../http/request.js';
import { firstUnstorable } from '../http/storable.middleware.js';
import { Reader } from '../reading/reader.js';
import type { FileDto } from './file.dto.js';

/** A scan of a whole file of slides; DICOM studies stay in the archive. */
export const mostBytes = 100 * 1024 * 1024;
const mediaTypes: Readonly<Record<FileKind, string>> = { pdf: 'application/pdf', png: 'image/png', jpeg: 'image/jpeg', dicom: 'application/dicom' };

interface Taken { readonly name: string; readonly file: StoredFile }
interface Twin { id: string; name: string; media_type: string; size: number; sha256: string; pages: number | null; document_id: string | null; since: string }

/** Uploads: streamed to the store, checked by content on the way, recorded last, so that a record never lacks its bytes. */
@Injectable()
export class Uploads {
  constructor(private readonly reader: Reader, private readonly enriched: Enriched, @Inject(DOOR) private readonly door: DoorPort, @Inject(FILES) private readonly store: FileStore) {}

  async take(by: Changer, caseId: string, request: AskedRequest): Promise<FileDto> {
    const seen = await this.reader.plain(by, async (rows) => (await rows.query('select 1 from case_row where id = $1', [caseId])).length > 0);
    if (!seen) { request.resume(); return this.reader.refused(by, 'uploadFile', [caseId]); }
    const { name, file } = await this.receive(request);
    const twin = await this.twinOf(by, caseId, file.sha256);
    if (twin) {
      await this.store.remove(file.fileId);
      return { fileId: twin.id, name: twin.name, mediaType: twin.media_type, size: twin.size, sha256: twin.sha256, pages: twin.pages, twin: twin.document_id === null ? null : { documentId: twin.document_id, since: twin.since } };
    }
    const [translator, source, showsIdentity] = [wordOf(request.body, 'translator'), wordOf(request.body, 'source'), wordOf(request.body, 'showsIdentity')];
    const record = { id: file.fileId, caseId, name, mediaType: mediaTypes[file.kind], size: file.size, sha256: file.sha256, wrappedKey: file.wrappedKey, keyId: file.wrappedKey.split('.')[1] ?? '', pages: file.pages,
      translator, source, showsIdentity: showsIdentity === null ? null : showsIdentity === 'true', institutionId: by.actor.institutionId };
    const result = await this.door.recordFile(record, by.actor);
    if (!result.done) {
      await this.store.remove(file.fileId);
      throw await this.enriched.error(result.refusal);
    }
    return { fileId: file.fileId, name, mediaType: record.mediaType, size: file.size, sha256: file.sha256, pages: file.pages, twin: null };
  }

  /** The same bytes on the same case are the same file: a repeated upload makes nothing twice, and a document that is there is named. */
  private twinOf(by: Changer, caseId: string, sha256: string): Promise<Twin | undefined> {
    return this.reader.plain(by, async (rows) => (await rows.query<Twin>(`select f.id, f.name, f.media_type, f.size, f.sha256, f.pages, d.id as document_id, coalesce(d.added_at, f.at) as since
      from file_row f left join document_row d on d.file_id = f.id and d.removed_at is null where f.case_id = $1 and f.sha256 = $2 order by d.added_at nulls last, f.at limit 1`, [caseId, sha256]))[0]);
  }

  private async receive(request: AskedRequest): Promise<Taken> {
    let taken: Taken | null = null;
    const engine: StorageEngine = {
      _handleFile: (_request, incoming, done) => {
        const name = decodeUploadName(incoming.originalname);
        void this.store.put(incoming.stream, { name, maxBytes: mostBytes }).then((result) => {
          if (!result.ok) { incoming.stream.resume(); done(new RefusalError(asRefusal(result.refusal))); return; }
          taken = { name, file: result.file };
          done(null, {});
        }, (error: unknown) => { incoming.stream.resume(); done(error); });
      },
      _removeFile: (_request, _file, done) => done(null),
    };
    const parse = multer({ storage: engine, limits: { files: 1, fields: 10, fieldSize: 2_000, fieldNameSize: 60 } }).single('file');
    // multer answers to a response that it never touches
    await new Promise<void>((resolve, reject) => { void parse(request, request.res ?? unreachable(), (error: unknown) => (error ? reject(asError(error)) : resolve())); });
    const found = taken as Taken | null;
    if (found === null) throw new RefusalError(refuse('INPUT.FILE_MISSING', {}, 'file'));
    const bad = firstUnstorable({ ...(request.body as object) }, '', 0);
    if (bad === null) return found;
    await this.store.remove(found.file.fileId);
    throw new RefusalError(refuse('TEXT.NOT_STORABLE', { field: bad.field, position: bad.position }, bad.field));
  }
}

const unreachable = (): never => { throw new Error('Express gives every request its response'); };
const asRefusal = ({ code, facts }: FileRefusal) => refuse(code, facts, 'file');

/** What multer says of a body that is no upload is the sender's fault. */
function asError(error: unknown): Error {
  if (error instanceof RefusalError) return error;
  if (error instanceof multer.MulterError || (error instanceof Error && /Multipart|boundary|Unexpected end of form|Malformed/i.test(error.message))) return new RefusalError(refuse('INPUT.NOT_READABLE', {}, 'file'));
  return error instanceof Error ? error : new Error('upload', { cause: error });
}

function wordOf(body: unknown, field: string): string | null {
  const value: unknown = typeof body === 'object' && body !== null && Object.hasOwn(body, field) ? Reflect.get(body, field) : null;
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, 300) : null;
}
