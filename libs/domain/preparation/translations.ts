import { event } from '../core/event.js';
import { refuse, type Refusal } from '../core/refusal.js';
import type { Context } from '../core/context.js';
import type { PersonActor } from '../core/actor.js';
import type { CaseCommand } from '../cases/definition.js';
import { isOver } from '../cases/gates.js';
import { actorId, caseManager, oneOf, onCase, referrer } from '../cases/may.js';
import { firstOf } from '../cases/refusals.js';
import { nameOf, over } from '../cases/under-way.js';
import type { CaseDocument, CaseState } from '../cases/state.js';

const here = (state: CaseState, id: string): CaseDocument | undefined => { const document = state.documents[id]; return document?.removedAt === null ? document : undefined; };
const reads: readonly string[] = ['specialist', 'referringClinician', 'caseManager', 'chair', 'departmentHead'];
const clinician = (actor: PersonActor): boolean => actor.posts.some(({ role }) => reads.includes(role));

/**
 * Says that a document is the translation of another on this case, by a machine or a person; whoever verified it before did so of another text. Refused:
 * CASE.OVER, DOCUMENT.NOT_FOUND, TRANSLATION.OF_ITSELF (or of a translation), TRANSLATION.SAME_LANGUAGE, TRANSLATION.TRANSLATOR_UNKNOWN.
 */
export const attachTranslation: CaseCommand<'attachTranslation'> = {
  type: 'attachTranslation', stream: 'case', mayDo: onCase(oneOf(referrer, caseManager)),
  decide: (state, { documentId, ofId, how, translatorId }, context) => {
    if (isOver(state)) return over(state, context);
    const [document, original] = [here(state, documentId), here(state, ofId)];
    if (document === undefined || original === undefined) return refuse('DOCUMENT.NOT_FOUND');
    const refusal = firstOf(
      documentId === ofId || original.translation !== undefined || Object.values(state.documents).some((one) => one.translation?.ofId === documentId && one.removedAt === null) ? refuse('TRANSLATION.OF_ITSELF', {}, 'ofId') : null,
      document.language === original.language ? refuse('TRANSLATION.SAME_LANGUAGE', { language: document.language }, 'ofId') : null,
      how === 'person' && translatorId !== null && context.people.byId(translatorId) === null ? refuse('TRANSLATION.TRANSLATOR_UNKNOWN', {}, 'translatorId') : null);
    return refusal ?? [event('TranslationAttached', { documentId, ofId, how, translatorId: how === 'person' ? translatorId : null })];
  },
};

/** Nobody verifies their own work; where the translator has no name here, it may be whoever put it on the case. */
const ownWork = ({ translation, addedBy }: CaseDocument, context: Context): Refusal | null => {
  const by = actorId(context.actor);
  const maker = translation?.how === 'machine' ? null : (translation?.translatorId ?? addedBy);
  return by === maker ? refuse('TRANSLATION.OWN') : null;
};

/**
 * A named clinician or case manager who reads both languages has held the translation against the original. Refused: CASE.OVER, DOCUMENT.NOT_FOUND,
 * TRANSLATION.NONE, TRANSLATION.VERIFIED_ALREADY (by, at), TRANSLATION.OWN.
 */
export const verifyTranslation: CaseCommand<'verifyTranslation'> = {
  type: 'verifyTranslation', stream: 'case', mayDo: onCase(clinician),
  decide: (state, { documentId }, context) => {
    if (isOver(state)) return over(state, context);
    const document = here(state, documentId);
    if (document === undefined) return refuse('DOCUMENT.NOT_FOUND');
    if (document.translation === undefined) return refuse('TRANSLATION.NONE');
    const { verified } = document.translation;
    return firstOf(verified == null ? null : refuse('TRANSLATION.VERIFIED_ALREADY', { by: nameOf(context, verified.by), at: verified.at }), ownWork(document, context))
      ?? [event('TranslationVerified', { documentId, by: actorId(context.actor) })];
  },
};
