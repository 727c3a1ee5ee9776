import { Inject, Injectable } from '@nestjs/common';
import { dateAt, draftFaultsOf, formOf, isReview, proposalForm, refuse, tumorTypeOf, type FormAnswers, type FormDefinition } from '#domain';
import { draftOfProposal, draftOfTask, type DoorPort } from '#door';
import { Enriched } from '../door/enriched.js';
import { RefusalError } from '../door/refusal-error.js';
import { CLOCK, DOOR, type Clock } from '../door/tokens.js';
import { FieldsError } from '../http/validation.js';
import type { SavedDto } from '../http/done.dto.js';
import type { Changer } from '../http/request.js';
import { caseState } from '../reading/case-state.js';
import { Directories } from '../reading/directory.js';
import { Reader } from '../reading/reader.js';
import { isFormAnswers } from './answers.js';
import type { SaveDraftDto } from './draft.dto.js';

/** Where a draft belongs and on which form it is typed. */
interface Place { readonly draftId: string; readonly taskId: string | null; readonly form: FormDefinition }

/** Typed work is kept as one types: every save a version, none overwrites another's. */
@Injectable()
export class Drafts {
  constructor(private readonly reader: Reader, private readonly directories: Directories, private readonly enriched: Enriched, @Inject(DOOR) private readonly door: DoorPort, @Inject(CLOCK) private readonly clock: Clock) {}

  saveReferral(by: Changer, caseId: string, body: SaveDraftDto): Promise<SavedDto> {
    return this.save(by, caseId, body, async (rows) => {
      const state = await caseState(rows, caseId);
      const type = state && tumorTypeOf(await this.directories.board(rows, state.boardId, state.boardVersion), state.tumorType);
      return state && type ? { draftId: state.referralDraftId, taskId: null, form: type.referralForm } : null;
    });
  }

  saveReview(by: Changer, caseId: string, taskId: string, body: SaveDraftDto): Promise<SavedDto> {
    return this.save(by, caseId, body, async (rows) => {
      const state = await caseState(rows, caseId);
      const task = state?.tasks[taskId];
      if (!state || !task || !isReview(task.kind)) return null;
      return { draftId: draftOfTask(taskId), taskId, form: formOf(await this.directories.board(rows, state.boardId, state.boardVersion), task.kind, task.offer.discipline) };
    });
  }

  /** An amendment goes on with the signed form's draft; the version that was signed stays as it is. */
  saveAmendment(by: Changer, caseId: string, opinionId: string, body: SaveDraftDto): Promise<SavedDto> {
    return this.save(by, caseId, body, async (rows) => {
      const state = await caseState(rows, caseId);
      const opinion = state?.opinions[opinionId];
      const task = opinion && state?.tasks[opinion.taskId];
      if (!state || !opinion || !task || !isReview(task.kind)) return null;
      return { draftId: opinion.draftId, taskId: opinion.taskId, form: formOf(await this.directories.board(rows, state.boardId, state.boardVersion), task.kind, task.offer.discipline) };
    });
  }

  /** What is typed for a case at the meeting on whose agenda it stands. */
  saveProposal(by: Changer, meetingId: string, caseId: string, body: SaveDraftDto): Promise<SavedDto> {
    return this.save(by, caseId, body, async (rows) => {
      const state = await caseState(rows, caseId);
      return state?.listed?.meetingId === meetingId ? { draftId: draftOfProposal(meetingId, caseId), taskId: null, form: proposalForm } : null;
    });
  }

  private async save(by: Changer, caseId: string, body: SaveDraftDto, place: (rows: Parameters<Parameters<Reader['plain']>[1]>[0]) => Promise<Place | null>): Promise<SavedDto> {
    const at = await this.reader.plain(by, place);
    if (at === null) return this.reader.refused(by, 'saveDraft', [caseId]);
    if (body.draftId.toLowerCase() !== at.draftId) throw new RefusalError(refuse('DRAFT.NOT_FOUND', {}, 'draftId'));
    const answers = this.checked(at.form, body.answers, dateAt(this.clock(), by.zone));
    const result = await this.door.saveDraft({ commandId: by.commandId, draftId: at.draftId, caseId, taskId: at.taskId, formId: at.form.id, seenVersion: body.seenVersion, answers }, by.actor);
    if (!result.done) throw await this.enriched.error(result.refusal);
    return { draftId: at.draftId, version: result.version ?? result.seq, savedAt: this.clock() };
  }

  /** Half-typed work is welcome; what can't be stored or isn't an answer at all is not. */
  private checked(form: FormDefinition, answers: unknown, today: string): FormAnswers {
    if (!isFormAnswers(answers)) throw new FieldsError([{ field: 'answers', code: 'isFormAnswers' }]);
    const faults = draftFaultsOf(form, answers, today);
    if (faults.length === 0) return answers;
    const characters = faults.find((fault) => fault.code === 'characters');
    throw characters
      ? new RefusalError(refuse('TEXT.NOT_STORABLE', { field: characters.field, position: characters.position ?? 0 }, `answers.${characters.field}`))
      : new FieldsError(faults.map(({ field, code, position }) => ({ field: `answers.${field}`, code, ...(position === undefined ? {} : { position }) })));
  }
}
