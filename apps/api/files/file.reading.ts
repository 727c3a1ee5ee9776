import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { refuse, type LetterKey } from '#domain';
import { contentDisposition, type FileStore } from '#files';
import { RefusalError } from '../door/refusal-error.js';
import { FILES } from '../door/tokens.js';
import type { Asker } from '../http/request.js';
import { caseState } from '../reading/case-state.js';
import { Reader, type Rows } from '../reading/reader.js';

interface Stored { id: string; name: string; media_type: string; size: number; wrapped_key: string }

const stored = async (rows: Rows, caseId: string, fileId: string): Promise<Stored | null> =>
  (await rows.query<Stored>('select id, name, media_type, size, wrapped_key from file_row where id = $1 and case_id = $2', [fileId, caseId]))[0] ?? null;

/** Bytes of documents, evidence and letters: under the case's rights, recorded before the first byte, never shown inside our own pages as script. */
@Injectable()
export class FileReading {
  constructor(private readonly reader: Reader, @Inject(FILES) private readonly store: FileStore) {}

  document(by: Asker, caseId: string, documentId: string): Promise<StreamableFile> {
    return this.send(by, caseId, 'document', async (rows) => {
      const document = (await caseState(rows, caseId))?.documents[documentId];
      return document ? stored(rows, caseId, document.fileId) : null;
    });
  }

  file(by: Asker, caseId: string, fileId: string): Promise<StreamableFile> {
    return this.send(by, caseId, 'file', async (rows) => ((await caseState(rows, caseId)) ? stored(rows, caseId, fileId) : null));
  }

  letter(by: Asker, caseId: string, outcomeId: string, key: LetterKey): Promise<StreamableFile> {
    return this.send(by, caseId, 'letter', async (rows) => {
      const letter = (await caseState(rows, caseId))?.outcomes[outcomeId]?.letter?.[key];
      return letter ? stored(rows, caseId, letter.fileId) : null;
    });
  }

  /** What was called back, by the original's hash: a copy that says so on each page. Refused while that is being made: LETTER.MARK_AWAITED. */
  recalledLetter(by: Asker, caseId: string, outcomeId: string, sha256: string): Promise<StreamableFile> {
    return this.send(by, caseId, 'recalledLetter', async (rows) => {
      const found = await this.recalled(rows, caseId, outcomeId, sha256);
      if (found === null) return null;
      if (found.copy === undefined) throw new RefusalError(refuse('LETTER.MARK_AWAITED', {}));
      return stored(rows, caseId, found.copy.fileId);
    });
  }

  /** The signed bytes of what was called back, untouched, for whoever has to prove them; no copy leaves without the word in its name. */
  recalledOriginal(by: Asker, caseId: string, outcomeId: string, sha256: string): Promise<StreamableFile> {
    return this.send(by, caseId, 'recalledOriginal', async (rows) => {
      const found = await this.recalled(rows, caseId, outcomeId, sha256);
      const file = found === null ? null : await stored(rows, caseId, found.fileId);
      return file && { ...file, name: `RECALLED-ORIGINAL-${file.name}` };
    });
  }

  private async recalled(rows: Rows, caseId: string, outcomeId: string, sha256: string) {
    for (const { letters, marked } of (await caseState(rows, caseId))?.outcomes[outcomeId]?.recalled ?? []) {
      const letter = Object.values(letters).find((each) => each?.sha256 === sha256);
      if (letter) return { fileId: letter.fileId, copy: marked?.[sha256] };
    }
    return null;
  }

  private async send(by: Asker, caseId: string, what: string, find: (rows: Rows) => Promise<Stored | null>): Promise<StreamableFile> {
    const file = await this.reader.ofCase(by, what, caseId, 'clinical', find);
    return new StreamableFile(this.store.open(file.id, file.wrapped_key), { type: file.media_type, length: file.size, disposition: contentDisposition(file.name, 'inline') });
  }
}
