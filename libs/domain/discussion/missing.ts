import { opinionsNeeded } from '../cases/gates.js';
import { openTasks, openTasksOf } from '../tasks/task.js';
import { isNeeded } from '../preparation/requests.js';
import type { CaseState, Opinion } from '../cases/state.js';

const stageOf = { pathology: 'pathologyReview', secondPathology: 'pathologyReview', imaging: 'imagingReview' } as const;

/** A review counts in the round in which the reviews were last done; what a discipline was asked beside them, from that round on. */
const counts = ({ kind, round }: Opinion, { stages }: CaseState): boolean => (kind === 'opinion' ? round >= stages.pathologyReview.round : round === stages[stageOf[kind]].round);

/** The opinions that the board decides on: of each review the newest version, of the round in which the reviews were last done. */
export const opinionsInForce = (state: CaseState): readonly Opinion[] => {
  const newest = new Map<string, Opinion>();
  for (const opinion of Object.values(state.opinions)) {
    if (counts(opinion, state) && opinion.version > (newest.get(opinion.taskId)?.version ?? 0)) newest.set(opinion.taskId, opinion);
  }
  return [...newest.values()];
};

/**
 * What keeps a listed case from being discussed, as codes: reviews not signed, opinions that were asked for as needed before the meeting (`opinion:<discipline>`), material on its way, a major discordance, items that
 * are asked for and needed, the cause of the last deferral. Empty where the chair accepted the file as it is. Told at the freeze; at the cut a
 * case that still misses something goes to the next agenda.
 */
export const missingForMeeting = (state: CaseState): readonly string[] => {
  if (state.incompleteFileAcceptedBy !== null) return [];
  const kinds = opinionsInForce(state).map((opinion) => opinion.kind);
  const reviews = (['pathology', 'imaging'] as const).filter((kind) => !kinds.includes(kind)).map((kind) => `${kind}Review`);
  const owed = openTasks(state.tasks).filter((task) => task.kind === 'supplyMaterial' || task.kind === 'resolveDiscordance' || task.kind === 'provideInformation' || isNeeded(task))
    .map((task) => task.kind);
  const unheard = opinionsNeeded(state).map(({ offer }) => `opinion:${offer.discipline ?? ''}`);
  const causes = openTasksOf(state.tasks, 'removeDeferralCause').flatMap((task) => task.about['cause'] ?? []);
  return [...new Set([...reviews, ...owed, ...unheard, ...causes])];
};
