import type { CaseDocument, CaseState, DocumentKind } from '#domain';
import type { Names } from '../reading/names.js';
import type { Rows } from '../reading/reader.js';
import type { DocumentDto } from './file.dto.js';

const translationOf = ({ translation }: CaseDocument, names: Names): DocumentDto['translation'] => (translation === undefined ? null : {
  ofId: translation.ofId, how: translation.how, translator: names.maybe(translation.translatorId), verified: translation.verified && { by: names.person(translation.verified.by), at: translation.verified.at }
});

interface FileRow { id: string; name: string; media_type: string; size: number; pages: number | null; translator: string | null; shows_identity: boolean | null; source: string | null }

/** Documents of a case with what is known of their files, newest first. */
export async function documentsOf(rows: Rows, state: CaseState, names: Names): Promise<DocumentDto[]> {
  const documents = Object.values(state.documents);
  if (documents.length === 0) return [];
  const files = await rows.query<FileRow>('select id, name, media_type, size, pages, translator, shows_identity, source from file_row where id = any($1::uuid[])', [documents.map(({ fileId }) => fileId)]);
  const byId = new Map(files.map((file) => [file.id, file]));
  return documents.sort((a, b) => (a.addedAt < b.addedAt ? 1 : -1)).map((document) => {
    const file = byId.get(document.fileId);
    return {
      id: document.id, fileId: document.fileId, kind: document.kind as DocumentKind, name: file?.name ?? '', mediaType: file?.media_type ?? 'application/octet-stream', size: file?.size ?? 0, pages: file?.pages ?? null,
      language: document.language, translator: file?.translator ?? null, showsIdentity: file?.shows_identity ?? null, source: file?.source ?? null, sha256: document.sha256,
      addedAt: document.addedAt, addedBy: names.maybe(document.addedBy), removedAt: document.removedAt, href: `/api/cases/${state.id}/documents/${document.id}/content`, translation: translationOf(document, names),
    };
  });
}
