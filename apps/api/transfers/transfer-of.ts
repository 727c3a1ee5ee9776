import { checklist, isOpen, transferItems, type CaseState, type Instant, type TransferItemCode } from '#domain';
import type { MayDto } from '../http/may.dto.js';
import type { Names } from '../reading/names.js';
import type { Texts } from '../reading/texts.js';
import { taskOf } from '../reading/task-of.js';
import type { TransferDto, TransferItemDto } from './transfer.dto.js';

/** What arrival found to differ, and words said on the way and to lines of the checklist: from the events, since the state keeps what decisions need. */
export interface TransferEvent { readonly type: string; readonly at: Instant; readonly data: { readonly status?: string; readonly reason?: string | null; readonly discrepancies?: readonly string[]; readonly noteTextId?: string | null; readonly taskId?: string } }

export function transferOf(state: CaseState, events: readonly TransferEvent[], names: Names, texts: Texts, now: Instant, may: MayDto[] = [], itemMay: ReadonlyMap<string, MayDto[]> = new Map()): TransferDto | null {
  const { transfer } = state;
  if (transfer === null) return null;
  const order: readonly string[] = transferItems.map(({ code }) => code);
  const items = [...checklist(state)].sort((a, b) => order.indexOf(a.about['item'] ?? '') - order.indexOf(b.about['item'] ?? '')).map((task): TransferItemDto => {
    const known = transferItems.find(({ code }) => code === task.about['item']);
    return { code: (task.about['item'] ?? 'agreement') as TransferItemCode, side: known?.side ?? 'sending', expires: known?.expires ?? false, task: taskOf(task, state.id, names, now, itemMay.get(task.id) ?? []), note: task.status === 'completed' ? texts.get(events.findLast((event) => event.data.taskId === task.id)?.data.noteTextId) : null };
  });
  const told = (status: string, at: Instant) => events.find((event) => event.data.status === status && event.at === at)?.data;
  return {
    id: transfer.id, caseId: state.id, status: transfer.status, from: names.institution(transfer.fromInstitutionId), to: names.institution(transfer.toInstitutionId),
    history: transfer.history.map(({ status, at, by }) => ({ status, at, by: names.maybe(by), reason: told(status, at)?.reason ?? null, note: texts.get(told(status, at)?.noteTextId) })), acceptingClinician: names.maybe(transfer.acceptingClinicianId), plannedFor: transfer.plannedFor,
    endedBecause: transfer.endedBecause, discrepancies: [...(events.find((event) => event.data.status === 'arrived')?.data.discrepancies ?? [])], items, done: items.filter(({ task }) => task.status === 'completed').length, may,
  };
}
export const openItemIds = (state: CaseState): readonly string[] => checklist(state).filter(isOpen).map(({ id }) => id);
