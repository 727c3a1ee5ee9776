import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { DataSource } from 'typeorm';
import { derivedId, type DoorPort, type DoorResult } from '#door';
import { letterKey, letterKinds, lettersToMake, lettersToMark, type LetterKind, type LetterToMark, type ProcessActor } from '#domain';
import type { FileStore } from '#files';
import type { Letter, LetterRenderer } from '#integrations';
import { readLetterSource, type LetterSource } from './letter-source.js';
import { readMarkSource, type MarkSource } from './mark-source.js';
import { letterContent } from './letter-content.js';

const actor: ProcessActor = { kind: 'process', name: 'case-workflow' };
const largestLetter = 20 * 1024 * 1024;

/**
 * Makes the letters of a case's outcome that are still missing: drafts until the last signature, the signed ones after it. Each is
 * rendered, stored and attached by one command; a repetition finds what is there and goes on after it. Also the marked copies of letters that were called back.
 */
export class LetterMoves {
  constructor(private readonly door: DoorPort, private readonly source: DataSource, private readonly renderer: LetterRenderer, private readonly files: FileStore) {}

  async make(caseId: string, round: number): Promise<DoorResult> {
    let result: DoorResult | null = await this.mark(caseId);
    if (result !== null && !result.done) return result;
    const source = await readLetterSource(this.source, caseId);
    const due = source === null ? [] : lettersToMake(source.state);
    for (const kind of letterKinds.filter((one) => due.includes(letterKey(one)))) {
      if (source === null) break;
      result = await this.makeOne(source, kind, round);
      if (!result.done) return result;
    }
    if (result === null) return { done: false, refusal: { refused: true, code: 'LETTER.NONE_MISSING', facts: {} } };
    return result;
  }

  /** Copies of what was called back come first: somebody may be reading the letter right now. Null where none is owed. */
  private async mark(caseId: string): Promise<DoorResult | null> {
    const source = await readMarkSource(this.source, caseId);
    let result: DoorResult | null = null;
    for (const wanted of lettersToMark(source.state)) {
      result = await this.markOne(source, wanted);
      if (!result.done) return result;
    }
    return result;
  }

  private async markOne(source: MarkSource, { outcomeId, kind, of, recalledAt, reason, discussedAgain, replacedAt }: LetterToMark): Promise<DoorResult> {
    const { state, place, files } = source;
    const original = await buffer(this.files.open(of.fileId, files[of.fileId] ?? ''));
    const marked = await this.renderer.mark(original, { language: kind.language, caseNumber: state.number, recalledAt, reason, discussedAgain, replacedAt, place });
    if (!marked.ok) return { done: false, refusal: marked.refusal };
    const fileId = await this.store({ caseId: state.id, institutionId: state.hostInstitutionId, name: `RECALLED-${state.number}-recommendation-${letterKey(kind)}.pdf` }, marked.letter);
    return this.door.put({ type: 'attachMarkedLetter', commandId: derivedId('attachMarkedLetter', state.id, fileId), streamId: state.id, data: { outcomeId, of: of.sha256, fileId, sha256: marked.letter.sha256, replacedAt } }, actor);
  }

  private async makeOne(source: LetterSource, kind: LetterKind, round: number): Promise<DoorResult> {
    const { caseId, outcome } = source;
    const rendered = await this.renderer.render(letterContent(source, kind));
    if (!rendered.ok) {
      return this.door.put({ type: 'failLetter', commandId: derivedId('failLetter', caseId, round, letterKey(kind)), streamId: caseId, data: { outcomeId: outcome.id, code: rendered.refusal.code } }, actor);
    }
    const name = `${source.caseNumber}-recommendation-${letterKey(kind)}${outcome.signaturesComplete ? '' : '-draft'}.pdf`;
    const fileId = await this.store({ caseId, institutionId: source.hostInstitutionId, name }, rendered.letter);
    return this.door.put({
      type: 'attachLetter', commandId: derivedId('attachLetter', caseId, fileId), streamId: caseId,
      data: { outcomeId: outcome.id, ...kind, fileId, sha256: rendered.letter.sha256, signed: outcome.signaturesComplete },
    }, actor);
  }

  private async store({ caseId, institutionId, name }: { readonly caseId: string; readonly institutionId: string; readonly name: string }, letter: Letter): Promise<string> {
    const put = await this.files.put(Readable.from([letter.pdf]), { name, maxBytes: largestLetter });
    if (!put.ok) throw new Error(`The store refused a letter: ${put.refusal.code}`);
    const { file } = put;
    const recorded = await this.door.recordFile({
      id: file.fileId, caseId, name, mediaType: 'application/pdf', size: file.size, sha256: file.sha256, wrappedKey: file.wrappedKey, keyId: 'current',
      pages: letter.pages, translator: null, showsIdentity: true, source: 'letter', institutionId,
    }, actor);
    if (!recorded.done) throw new Error(`The door refused a letter's file: ${recorded.refusal.code}`);
    return file.fileId;
  }
}
