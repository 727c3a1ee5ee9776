import { holds } from '../core/actor.js';
import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import type { Context } from '../core/context.js';
import { tumorTypeOf } from './completeness.js';
import type { CaseCommand } from './definition.js';
import { actorId } from './may.js';

const firstCaseManager = (context: Context, institutionId: string): string | null => {
  const { actor } = context;
  if (holds(actor, 'caseManager', institutionId)) return actorId(actor);
  return context.people.holding('caseManager', institutionId).find((person) => person.active)?.id ?? null;
};

/**
 * Begins a case as a draft: by a referring clinician of the origin hospital, or by a case manager on the referrer's behalf.
 * Refused: BOARD.NOT_A_PARTNER, CASE.TUMOR_TYPE_UNKNOWN, CASE.REFERRER_NOT_THERE.
 */
export const openReferral: CaseCommand<'openReferral'> = {
  type: 'openReferral', stream: 'case', begins: true,
  mayDo: (actor, _state, data, { board }) => {
    const allowed = holds(actor, 'referringClinician', data.originInstitutionId) || holds(actor, 'caseManager', data.originInstitutionId) || holds(actor, 'caseManager', board.hostInstitutionId);
    return allowed ? null : refuse('ACCESS.NOT_ALLOWED');
  },
  decide: (_state, data, context) => {
    const { board } = context;
    if (![board.hostInstitutionId, ...board.partnerInstitutionIds].includes(data.originInstitutionId)) return refuse('BOARD.NOT_A_PARTNER', {}, 'originInstitutionId');
    if (tumorTypeOf(board, data.tumorType) === null) return refuse('CASE.TUMOR_TYPE_UNKNOWN', { tumorType: data.tumorType }, 'tumorType');
    const referrer = data.referrerId === null ? null : context.people.byId(data.referrerId);
    if (data.referrerId !== null && (referrer === null || !referrer.active || !referrer.posts.some((post) => post.institutionId === data.originInstitutionId))) return refuse('CASE.REFERRER_NOT_THERE', {}, 'referrerId');
    const opened = event('ReferralOpened', {
      ...data, boardVersion: board.version, hostInstitutionId: board.hostInstitutionId, openedBy: actorId(context.actor),
      originCaseManagerId: firstCaseManager(context, data.originInstitutionId), hostCaseManagerId: firstCaseManager(context, board.hostInstitutionId),
    });
    const question = context.text('question');
    return question === null ? [opened] : [opened, event('ReferralAmended', { fields: ['question'], textId: question })];
  },
};
