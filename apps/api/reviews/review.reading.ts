import { Inject, Injectable } from '@nestjs/common';
import { boardVersionAt, dateAt, faultsOf, formOf, isReview, tumorTypeOf, type BoardDefinition, type CaseState, type FormDefinition, type Task } from '#domain';
import { draftOfTask } from '#door';
import { opinionsOf } from '../cases/case-parts.js';
import { CLOCK, type Clock } from '../door/tokens.js';
import { documentsOf } from '../files/documents-of.js';
import type { Asker } from '../http/request.js';
import { isFormAnswers } from '../intake/answers.js';
import { answersOf, draftOf, formOfDefinition } from '../intake/form-of.js';
import { patientOf } from '../patients/patient-of.js';
import { taskProbes } from '../reading/case-probes.js';
import { caseState } from '../reading/case-state.js';
import { Directories } from '../reading/directory.js';
import { Mays, probe } from '../reading/may.js';
import { Names } from '../reading/names.js';
import { Reader, type Rows } from '../reading/reader.js';
import { taskOf } from '../reading/task-of.js';
import { textsOf } from '../reading/texts.js';
import { askedOpinion } from './asked-opinions.js';
import { opinionView, recistIn } from './opinion-view.js';
import { disagreementsOf, materialOf, type MaterialEvent } from './review-parts.js';
import { besides, evidenceOf, prefillIn, scoresIn } from './evidence.js';
import type { ReviewViewDto } from './review.dto.js';
import type { ComputedDto } from './score.dto.js';

/** The review screen: evidence beside the form. */
@Injectable()
export class ReviewReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories, private readonly mays: Mays, @Inject(CLOCK) private readonly clock: Clock) {}

  async view(by: Asker, caseId: string, taskId: string): Promise<ReviewViewDto> {
    const { view, task } = await this.reader.ofCase(by, 'review', caseId, 'clinical', async (rows) => {
      const state = await caseState(rows, caseId);
      const task = state?.tasks[taskId];
      if (!state || !task || !isReview(task.kind)) return null;
      const board = await this.directories.board(rows, state.boardId, state.boardVersion);
      return { view: await this.read(rows, by, { state, task, board, form: formOf(board, task.kind, task.offer.discipline) }), task };
    });
    const { draft } = view;
    const discordance = view.asksDiscordance ? ('none' as const) : null;
    const may = await this.mays.of(by, caseId, [probe('signReview', { taskId, draftId: draft.draftId, seenDraftVersion: draft.version, discordance }, task.version), ...taskProbes(task, task.ownerId, this.clock())]);
    return { ...view, may, task: { ...view.task, may } };
  }

  computed(by: Asker, caseId: string, taskId: string): Promise<ComputedDto> {
    return this.reader.ofCase(by, 'review', caseId, 'clinical', async (rows) => {
      const state = await caseState(rows, caseId);
      const task = state?.tasks[taskId];
      if (!state || !task || !isReview(task.kind)) return null;
      const form = formOf(await this.directories.board(rows, state.boardId, state.boardVersion), task.kind, task.offer.discipline);
      const draft = await draftOf(rows, draftOfTask(taskId), new Names(await this.directories.at(rows), by.language));
      const others = besides(await evidenceOf(rows, state), taskId);
      return { version: draft.version, recist: recistIn(task.kind, draft.answers), scores: scoresIn(form, draft.answers, others, state.tumorType), disagreements: disagreementsOf(state, task, form, draft.answers) };
    });
  }

  private async read(rows: Rows, by: Asker, { state, task, board, form }: { state: CaseState; task: Task; board: BoardDefinition; form: FormDefinition }): Promise<ReviewViewDto> {
    const names = new Names(await this.directories.at(rows), by.language);
    const texts = await textsOf(rows, state.id, names);
    const signed = Object.values(state.opinions).filter(({ taskId }) => taskId === task.id).sort((a, b) => b.version - a.version)[0];
    const draft = await draftOf(rows, signed?.draftId ?? draftOfTask(task.id), names);
    const events = await rows.query<MaterialEvent>(`select type, at, data from event where case_id = $1 and type in ('MaterialRequested', 'MaterialSupplied') order by seq`, [state.id]);
    const type = tumorTypeOf(board, state.tumorType);
    if (!type) throw new Error(`Board ${board.id} has no tumor type ${state.tumorType}`);
    const referral = await draftOf(rows, state.referralDraftId, names);
    return {
      caseId: state.id, caseNumber: state.number, patient: await patientOf(rows, state.patientId), tumorType: state.tumorType, laterality: state.laterality, urgency: state.urgency, origin: names.institution(state.originInstitutionId),
      referrer: names.maybe(state.referrerId), question: texts.newest('question'), asked: task.kind === 'opinion' ? askedOpinion(task, names, texts) : null, task: taskOf(task, state.id, names, this.clock()), form: formOfDefinition(form), draft, left: leftOf(form, draft.answers, dateAt(this.clock(), by.zone)),
      asksDiscordance: task.kind === 'secondPathologyReview', documents: (await documentsOf(rows, state, names)).filter(({ removedAt }) => removedAt === null), referralForm: formOfDefinition(type.referralForm),
      referralAnswers: await answersOf(rows, state.referralDraftId, referral.version), opinions: opinionsOf(state, names).filter((opinion) => opinion.taskId !== task.id), disagreements: disagreementsOf(state, task, form, draft.answers), prefill: signed ? [] : prefillIn(form, draft.answers, await evidenceOf(rows, state), task.id, kindOfOpinion(task.kind)),
      material: materialOf(task.id, events, texts), signed: signed ? await opinionView(rows, state, await this.directories.board(rows, state.boardId, boardVersionAt(state, signed.signedAt)), signed, names, texts) : null, may: [],
    };
  }
}

/** Opinions on the same form: what was measured before is compared with what is measured now. */
const kindOfOpinion = (kind: Task['kind']): string => (kind === 'imagingReview' ? 'imaging' : '');

/** Fields that signing would still refuse. */
const leftOf = (form: FormDefinition, answers: unknown, today: string): string[] =>
  [...new Set(faultsOf(form, isFormAnswers(answers) ? answers : {}, today).map(({ field }) => field))];
