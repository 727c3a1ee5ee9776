import { openTasks, standings, tumorTypeOf, type BoardDefinition, type CaseState, type Instant } from '#domain';
import type { CompletenessItemDto, ConsentDto } from './referral.dto.js';

/** What a return asked for and is still owed. */
export const askedFor = (state: CaseState): readonly string[] =>
  openTasks(state.tasks).filter((task) => task.kind === 'provideInformation').flatMap((task) => (task.about['items'] ?? task.about['item'] ?? '').split(',').filter((item) => item !== ''));

/** The minimum data set item by item. */
export function completenessOf(state: CaseState, board: BoardDefinition): CompletenessItemDto[] {
  const kinds = new Map((tumorTypeOf(board, state.tumorType)?.items ?? []).map((item) => [item.id, [...(item.documentKinds ?? [])]]));
  const asked = new Set([...askedFor(state), ...openTasks(state.tasks).flatMap((task) => (task.kind === 'supplyItem' ? (task.about['dataItem'] ?? []) : []))]);
  return standings(state, board).map((item) => ({ ...item, documentKinds: kinds.get(item.id) ?? [], asked: asked.has(item.id) }));
}

export function consentsOf(state: CaseState, now: Instant): ConsentDto[] {
  return Object.values(state.consents).map(({ purpose, until, validUntil, recordedAt, withdrawnAt, byGuardian, fileId }) => ({
    purpose, until, validUntil, recordedAt, withdrawnAt, byGuardian, fileId, holds: withdrawnAt === null && (validUntil === null || now <= validUntil),
  }));
}
