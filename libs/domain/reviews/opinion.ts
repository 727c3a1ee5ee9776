import type { Context } from '../core/context.js';
import type { Discipline, PersonActor } from '../core/actor.js';
import { refuse, type Refusal } from '../core/refusal.js';
import type { BoardDefinition } from '../boards/definition.js';
import { tumorTypeOf } from '../cases/completeness.js';
import { currentOpinions } from '../cases/gates.js';
import { discordanceGrades, type DiscordanceGrade } from '../cases/lists.js';
import { nameOf } from '../cases/under-way.js';
import type { CaseState, Opinion } from '../cases/state.js';
import { opinionFormOf } from '../forms/opinions/forms.js';
import { secondPathologyForm } from '../forms/second-pathology.js';
import type { FormDefinition } from '../forms/definition.js';
import { mostTargetsAnOrgan, organsWithTooMany } from '../forms/recist.js';
import { contradictionIn } from '../scores/contradictions.js';
import { faultsOf } from '../forms/validate.js';
import { dateAt } from '../core/date-in-zone.js';
import { codesOf } from './compare.js';
import type { Task, TaskKind } from '../tasks/task.js';

const kinds = { pathologyReview: 'pathology', secondPathologyReview: 'secondPathology', imagingReview: 'imaging', opinion: 'opinion' } as const;
export type ReviewTaskKind = keyof typeof kinds;
export const reviewTaskKinds = Object.keys(kinds) as readonly ReviewTaskKind[];
export const isReview = (kind: TaskKind): kind is ReviewTaskKind => Object.hasOwn(kinds, kind);

/** The form that a review, or an opinion that a discipline was asked for, is answered on. */
export const formOf = (board: BoardDefinition, kind: ReviewTaskKind, discipline: Discipline | null): FormDefinition => {
  switch (kind) {
    case 'pathologyReview': return board.pathologyForm;
    case 'secondPathologyReview': return secondPathologyForm(board.pathologyForm);
    case 'imagingReview': return board.imagingForm;
    case 'opinion': return opinionFormOf(board, discipline ?? 'surgery');
  }
};

/** A sarcoma diagnosis from outside needs a second pathology reading with its grade of discordance [44 % of 1,463 changed]. */
export const needsSecondPathology = (state: CaseState, board: BoardDefinition): boolean =>
  state.originInstitutionId !== state.hostInstitutionId && tumorTypeOf(board, state.tumorType)?.secondPathology === true;

/** Both pathologists see it, and a consensus or third opinion is recorded before the board decides [NTUH scheme]. */
export const isMajor = (grade: DiscordanceGrade | null): boolean => grade === 'major' || grade === 'benignToMalignant' || grade === 'malignantToBenign';

/** What of a second reading's grade is amiss: REVIEW.DISCORDANCE_NEEDED for a second reading without, REVIEW.DISCORDANCE_NOT_HERE for another with one. */
const gradeFault = (kind: ReviewTaskKind, grade: DiscordanceGrade | null): Refusal | null => {
  if (kind !== 'secondPathologyReview') return grade === null ? null : refuse('REVIEW.DISCORDANCE_NOT_HERE', {}, 'discordance');
  return grade !== null && discordanceGrades.includes(grade) ? null : refuse('REVIEW.DISCORDANCE_NEEDED', {}, 'discordance');
};

export interface SeenForm { readonly draftId: string; readonly seenDraftVersion: number; readonly discordance: DiscordanceGrade | null }

/** What stands against signing a form as it was seen: DRAFT.NOT_FOUND, DRAFT.NEWER_VERSION (version, author, when), FORM.INVALID (fields), what contradicts itself (SCORE.*), REVIEW.TARGETS_AN_ORGAN, the grade's. */
export const formFault = (context: Context, task: Task, seen: SeenForm): Refusal | null => {
  const { draft } = context;
  if (!isReview(task.kind)) return refuse('REVIEW.NOT_A_REVIEW', { kind: task.kind });
  const form = formOf(context.board, task.kind, task.offer.discipline);
  if (draft === null || draft.draftId !== seen.draftId || draft.formId !== form.id) return refuse('DRAFT.NOT_FOUND', {}, 'draftId');
  if (draft.version !== seen.seenDraftVersion) return refuse('DRAFT.NEWER_VERSION', { version: draft.version, by: nameOf(context, draft.authorId), at: draft.at });
  const faults = faultsOf(form, draft.answers, dateAt(context.now, context.calendars.zone(task.offer.institutionId)));
  const first = faults[0];
  if (first !== undefined) return refuse('FORM.INVALID', { fields: faults.map((fault) => fault.field), faults: faults.map((fault) => `${fault.field}:${fault.code}`) }, first.field);
  const contradiction = contradictionIn(draft.answers);
  if (contradiction !== null) return contradiction;
  if (organsWithTooMany(draft.answers).length > 0) return refuse('REVIEW.TARGETS_AN_ORGAN', { most: mostTargetsAnOrgan }, 'targets');
  return gradeFault(task.kind, seen.discordance);
};

/** The opinion as it is signed: by hash of what was on the screen. Call only where `formFault` found nothing. */
export const opinionFrom = (context: Context, actor: PersonActor, task: Task, seen: SeenForm, version: number): Opinion => {
  const { draft } = context;
  if (draft === null || !isReview(task.kind)) throw new Error('An opinion needs the draft that was seen');
  return {
    id: context.id('opinion'), taskId: task.id, kind: kinds[task.kind], round: task.round, version, draftId: draft.draftId, formVersion: draft.version, hash: draft.hash,
    signedBy: actor.personId, discipline: task.offer.discipline ?? 'pathology', institutionId: task.offer.institutionId, signedAt: context.now,
    discordance: seen.discordance, codes: codesOf(formOf(context.board, task.kind, task.offer.discipline), draft.answers),
  };
};

export const firstReading = (state: CaseState): Opinion | undefined => currentOpinions(state).find((opinion) => opinion.kind === 'pathology');
