import { openTasks, openTasksOf } from '../tasks/task.js';
import type { CaseState, Opinion } from '../cases/state.js';

const stageOf = { pathology: 'pathologyReview', secondPathology: 'pathologyReview', imaging: 'imagingReview' } as const;

/** The opinions that the board decides on: of each review the newest version, of the round in which the reviews were last done. */
export const opinionsInForce = (state: CaseState): readonly Opinion[] => {
  const newest = new Map<string, Opinion>();
  for (const opinion of Object.values(state.opinions)) {
    if (opinion.round === state.stages[stageOf[opinion.kind]].round && opinion.version > (newest.get(opinion.taskId)?.version ?? 0)) newest.set(opinion.taskId, opinion);
  }
  return [...newest.values()];
};

/**
 * What keeps a listed case from being discussed, as codes: reviews not signed, material on its way, a major discordance, items the
 * referrer owes, the cause of the last deferral. Empty where the chair accepted the file as it is. Told at the freeze; at the cut a
 * case that still misses something goes to the next agenda.
 */
export const missingForMeeting = (state: CaseState): readonly string[] => {
  if (state.incompleteFileAcceptedBy !== null) return [];
  const kinds = opinionsInForce(state).map((opinion) => opinion.kind);
  const reviews = (['pathology', 'imaging'] as const).filter((kind) => !kinds.includes(kind)).map((kind) => `${kind}Review`);
  const owed = openTasks(state.tasks).filter((task) => task.kind === 'supplyMaterial' || task.kind === 'resolveDiscordance' || task.kind === 'provideInformation')
    .map((task) => task.kind);
  const causes = openTasksOf(state.tasks, 'removeDeferralCause').flatMap((task) => task.about['cause'] ?? []);
  return [...new Set([...reviews, ...owed, ...causes])];
};
