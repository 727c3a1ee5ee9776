import { event } from '../core/event.js';
import type { Discipline } from '../core/actor.js';
import type { Context } from '../core/context.js';
import type { CaseCommand } from '../cases/definition.js';
import { currentOutcome, readyForRecommendation } from '../cases/gates.js';
import { caseManager, orProcess } from '../cases/may.js';
import { firstOf, shutGate } from '../cases/refusals.js';
import type { CaseState, Outcome, Participant } from '../cases/state.js';
import type { CaseEvent } from '../cases/events.js';
import { notUnderWay } from '../cases/under-way.js';
import { refuse } from '../core/refusal.js';
import { taskCreated } from '../tasks/open-task.js';

/** Who signs for a discipline: one who was present, rather nobody who dissented, rather not the chair, who signs already. */
const signerOf = (outcome: Outcome, discipline: Discipline): Participant | undefined => {
  const present = outcome.participants.filter((participant) => participant.discipline === discipline);
  const agreed = present.filter(({ personId }) => !outcome.dissents.includes(personId));
  return agreed.find(({ personId }) => personId !== outcome.chairId) ?? agreed[0] ?? present[0];
};

const signTask = (state: CaseState, context: Context, outcome: Outcome, discipline: Discipline): readonly CaseEvent[] => {
  const signer = signerOf(outcome, discipline);
  return signer === undefined ? [] : [taskCreated(state, context, {
    kind: 'sign', name: `sign:${discipline}`, stage: 'recommendation', offer: { institutionId: signer.institutionId, role: 'specialist', discipline },
    ownerId: signer.personId, about: { outcomeId: outcome.id, discipline },
  })];
};

/** The chair's signature and that of one present person of each required discipline. */
export const askForSignatures = (state: CaseState, context: Context, outcome: Outcome): readonly CaseEvent[] => [
  taskCreated(state, context, {
    kind: 'sign', name: 'sign:chair', stage: 'recommendation', offer: { institutionId: state.hostInstitutionId, role: 'chair', discipline: null },
    ownerId: outcome.chairId, about: { outcomeId: outcome.id, discipline: 'chair' },
  }),
  ...context.board.quorum.requiredDisciplines.flatMap((discipline) => signTask(state, context, outcome, discipline)),
];

/**
 * The recommendation is on record: it asks for its signatures, the chair's and that of one present person of each required discipline
 * (24 working hours, then 72: clinical.md, "sign-off"). Refused: MOVE.NOT_READY.
 */
export const enterRecommendation: CaseCommand<'enterRecommendation'> = {
  type: 'enterRecommendation', stream: 'case',
  mayDo: orProcess(caseManager),
  decide: (state, _data, context) => {
    const outcome = currentOutcome(state);
    const refusal = firstOf(notUnderWay(state, context), shutGate(readyForRecommendation(state), 'enterRecommendation'));
    if (refusal !== null || outcome === null) return refusal ?? refuse('MOVE.NOT_READY', { move: 'enterRecommendation' });
    return [
      event('StageLeft', { stage: 'discussion', round: state.round, skipped: false }),
      event('StageEntered', { stage: 'recommendation', round: state.round }),
      ...askForSignatures(state, context, outcome),
    ];
  },
};
