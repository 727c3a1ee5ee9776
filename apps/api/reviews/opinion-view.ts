import { formOf, isReview, recistOf, type BoardDefinition, type CaseState, type Opinion } from '#domain';
import { opinionOf } from '../cases/case-parts.js';
import { isFormAnswers } from '../intake/answers.js';
import { answersOf, formOfDefinition } from '../intake/form-of.js';
import type { Names } from '../reading/names.js';
import type { Rows } from '../reading/reader.js';
import type { Texts } from '../reading/texts.js';
import { besides, evidenceOf, scoresIn } from './evidence.js';
import type { RecistDto } from './review-parts.dto.js';
import type { OpinionViewDto } from './review.dto.js';

/** Sums and response of an imaging form's targets. */
export function recistIn(kind: string, answers: unknown): RecistDto | null {
  const found = kind === 'imagingReview' && isFormAnswers(answers) ? recistOf(answers) : null;
  return found && { ...found, doubts: [...found.doubts] };
}

/** A signed opinion with the very answers that were signed, and its other versions. `board`: the version that it was signed on. */
export async function opinionView(rows: Rows, state: CaseState, board: BoardDefinition, opinion: Opinion, names: Names, texts: Texts): Promise<OpinionViewDto> {
  const task = state.tasks[opinion.taskId];
  if (!task || !isReview(task.kind)) throw new Error(`Opinion ${opinion.id} has no review`);
  const [amended] = await rows.query<{ reason: string | null }>(`select data ->> 'reasonTextId' as reason from event where case_id = $1 and type = 'OpinionAmended' and data -> 'opinion' ->> 'id' = $2`, [state.id, opinion.id]);
  const versions = Object.values(state.opinions).filter(({ taskId }) => taskId === opinion.taskId).sort((a, b) => b.version - a.version);
  const answers = await answersOf(rows, opinion.draftId, opinion.formVersion);
  const form = formOf(board, task.kind, task.offer.discipline);
  const scores = scoresIn(form, answers, besides(await evidenceOf(rows, state), task.id), state.tumorType);
  return {
    opinion: opinionOf(state, opinion, names), form: formOfDefinition(form), answers, recist: recistIn(task.kind, answers), scores,
    versions: versions.map((each) => opinionOf(state, each, names)), reason: texts.get(amended?.reason), may: [],
  };
}
