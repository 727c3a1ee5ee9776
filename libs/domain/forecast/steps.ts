import type { Discipline } from '../core/actor.js';
import type { Offer, TaskKind } from '../tasks/task.js';
import type { ForecastCase, ForecastTask } from './definition.js';

export interface PlannedStep { readonly kind: TaskKind; readonly task: ForecastTask | null; readonly offer: Offer; readonly after: readonly number[] }

const ofIntake: readonly TaskKind[] = ['triage', 'supplyItem', 'provideInformation', 'recordConsent'];
/** Opinions and requested items only where the board needs them before it sits: the others are left out when a case is made ready for the forecast. */
const errands: readonly TaskKind[] = ['opinion', 'supplyItem', 'supplyMaterial', 'resolveDiscordance', 'removeDeferralCause', 'provideInformation', 'recordConsent'];
const isOpen = ({ status }: ForecastTask): boolean => status === 'created' || status === 'ready' || status === 'inProgress';

/** What must still be done, each with what comes before it: intake, then both reviews side by side, a second pathology after the first; errands beside. */
export function stepsOf(of: ForecastCase): readonly PlannedStep[] {
  if (of.accepted) return [];
  const steps: PlannedStep[] = [];
  const add = (step: PlannedStep): number => steps.push(step) - 1;
  const open = of.tasks.filter(isOpen);
  const inIntake = of.column === 'intake';
  const first = open.filter((task) => (inIntake ? ofIntake : errands).includes(task.kind)).map((task) => ({ task, place: add({ kind: task.kind, task, offer: task.offer, after: [] }) }));
  if (of.column === 'discussion') return steps;
  const before = (review: ForecastTask | null): readonly number[] => first.filter(({ task }) => inIntake || (review !== null && task.serves === review.id)).map(({ place }) => place);
  const review = (kind: TaskKind, discipline: Discipline, after: readonly number[]): number | null => {
    const own = of.tasks.filter((task) => task.kind === kind && task.status !== 'failed');
    if (own.some(({ status }) => status === 'completed')) return null;
    const task = own.find(isOpen) ?? null;
    return add({ kind, task, offer: task?.offer ?? { institutionId: of.hostInstitutionId, role: 'specialist', discipline }, after: [...after, ...before(task)] });
  };
  const pathology = review('pathologyReview', 'pathology', []);
  if (of.secondPathology) review('secondPathologyReview', 'pathology', pathology === null ? [] : [pathology]);
  review('imagingReview', 'radiology', []);
  return steps;
}
