import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { derivedId, type DoorPort, type DoorResult } from '#door';
import { letterKey, letterKinds, missingLetters, type LetterKind, type ProcessActor } from '#domain';
import type { FileStore } from '#files';
import type { Letter, LetterRenderer } from '#integrations';
import { readLetterSource, type LetterSource } from './letter-source.js';
import { letterContent } from './letter-content.js';

const actor: ProcessActor = { kind: 'process', name: 'case-workflow' };
const largestLetter = 20 * 1024 * 1024;

/**
 * Makes the letters of a case's outcome that are still missing: drafts until the last signature, the signed ones after it. Each is
 * rendered, stored and attached by one command; a repetition finds what is there and goes on after it.
 */
export class LetterMoves {
  constructor(private readonly door: DoorPort, private readonly source: DataSource, private readonly renderer: LetterRenderer, private readonly files: FileStore) {}

  async make(caseId: string, round: number): Promise<DoorResult> {
    const source = await readLetterSource(this.source, caseId);
    let result: DoorResult | null = null;
    const missing = missingLetters(source.outcome);
    for (const kind of letterKinds.filter((one) => missing.includes(letterKey(one)))) {
      result = await this.makeOne(source, kind, round);
      if (!result.done) return result;
    }
    if (result === null) return { done: false, refusal: { refused: true, code: 'LETTER.NONE_MISSING', facts: {} } };
    return result;
  }

  private async makeOne(source: LetterSource, kind: LetterKind, round: number): Promise<DoorResult> {
    const { caseId, outcome } = source;
    const rendered = await this.renderer.render(letterContent(source, kind));
    if (!rendered.ok) {
      return this.door.put({ type: 'failLetter', commandId: derivedId('failLetter', caseId, round, letterKey(kind)), streamId: caseId, data: { outcomeId: outcome.id, code: rendered.refusal.code } }, actor);
    }
    const fileId = await this.store(source, kind, rendered.letter);
    return this.door.put({
      type: 'attachLetter', commandId: derivedId('attachLetter', caseId, fileId), streamId: caseId,
      data: { outcomeId: outcome.id, ...kind, fileId, sha256: rendered.letter.sha256, signed: outcome.signaturesComplete },
    }, actor);
  }

  private async store({ caseId, caseNumber, outcome, hostInstitutionId }: LetterSource, kind: LetterKind, letter: Letter): Promise<string> {
    const name = `${caseNumber}-recommendation-${letterKey(kind)}${outcome.signaturesComplete ? '' : '-draft'}.pdf`;
    const put = await this.files.put(Readable.from([letter.pdf]), { name, maxBytes: largestLetter });
    if (!put.ok) throw new Error(`The store refused a letter: ${put.refusal.code}`);
    const { file } = put;
    const recorded = await this.door.recordFile({
      id: file.fileId, caseId, name, mediaType: 'application/pdf', size: file.size, sha256: file.sha256, wrappedKey: file.wrappedKey, keyId: 'current',
      pages: letter.pages, translator: null, showsIdentity: true, source: 'letter', institutionId: hostInstitutionId,
    }, actor);
    if (!recorded.done) throw new Error(`The door refused a letter's file: ${recorded.refusal.code}`);
    return file.fileId;
  }
}
