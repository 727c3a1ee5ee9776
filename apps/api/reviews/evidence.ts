import { formOf, isReview, opinionsInForce, prefillOf, scoresOf, type BoardDefinition, type CaseState, type Evidence, type FormDefinition, type Opinion, type Score } from '#domain';
import { isFormAnswers } from '../intake/answers.js';
import type { Rows } from '../reading/reader.js';
import type { OpinionScoresDto, PrefilledDto, ScoreDto } from './score.dto.js';

/** A signed opinion with its answers, as evidence for others. */
interface Signed extends Evidence { readonly opinion: Opinion }
/** What else the case knows: signed opinions, newest first, then the referral; only what the reader may see. */
export interface CaseEvidence { readonly signed: readonly Signed[]; readonly referral: readonly Evidence[] }

export async function evidenceOf(rows: Rows, state: CaseState): Promise<CaseEvidence> {
  const opinions = [...opinionsInForce(state)].sort((a, b) => (a.signedAt < b.signedAt ? 1 : -1));
  const forms = opinions.length === 0 ? [] : await rows.query<{ draft_id: string; version: number; answers: unknown }>(
    'select f.draft_id, f.version, f.answers from form_version f join unnest($1::uuid[], $2::int[]) as wanted(draft_id, version) on f.draft_id = wanted.draft_id and f.version = wanted.version',
    [opinions.map(({ draftId }) => draftId), opinions.map(({ formVersion }) => formVersion)]);
  const [referral] = await rows.query<{ answers: unknown }>('select answers from form_version where draft_id = $1 order by version desc limit 1', [state.referralDraftId]);
  return {
    signed: opinions.flatMap((opinion) => {
      const answers = forms.find((form) => form.draft_id === opinion.draftId && form.version === opinion.formVersion)?.answers;
      return isFormAnswers(answers) ? [{ from: opinion.kind === 'opinion' ? opinion.discipline : opinion.kind, answers, opinion }] : [];
    }),
    referral: isFormAnswers(referral?.answers) ? [{ from: 'referral', answers: referral.answers }] : [],
  };
}

/** All that stands beside a task's own form. */
export const besides = ({ signed, referral }: CaseEvidence, taskId: string): Evidence[] => [...signed.filter(({ opinion }) => opinion.taskId !== taskId), ...referral];

const scoreOf = ({ missing, used, ...score }: Score): ScoreDto => ({ ...score, missing: [...missing], used: used.map((one) => ({ ...one })) });
export const scoresIn = (form: FormDefinition, answers: unknown, others: readonly Evidence[], tumorType: string): ScoreDto[] =>
  (isFormAnswers(answers) ? scoresOf(form, { own: answers, others, tumorType }).map(scoreOf) : []);

/** What a form may take over: only while its own field is empty. `earlier`: an opinion on the same form from another task or round. */
export function prefillIn(form: FormDefinition, answers: unknown, evidence: CaseEvidence, taskId: string, kind: string): PrefilledDto[] {
  const earlier = evidence.signed.find(({ opinion }) => opinion.taskId !== taskId && opinion.kind === kind)?.answers ?? null;
  return prefillOf(form, isFormAnswers(answers) ? answers : {}, besides(evidence, taskId), earlier).map(({ field, answer, from }) => ({ field, answer: { ...answer }, from }));
}

/** Scores of each opinion in force, computed with what all the others know. */
export async function opinionScores(rows: Rows, state: CaseState, board: BoardDefinition): Promise<OpinionScoresDto[]> {
  if (Object.keys(state.opinions).length === 0) return [];
  const evidence = await evidenceOf(rows, state);
  return evidence.signed.flatMap(({ opinion, answers }) => {
    const task = state.tasks[opinion.taskId];
    if (!task || !isReview(task.kind)) return [];
    const scores = scoresIn(formOf(board, task.kind, task.offer.discipline), answers, besides(evidence, task.id), state.tumorType);
    return scores.length === 0 ? [] : [{ opinionId: opinion.id, scores }];
  });
}
