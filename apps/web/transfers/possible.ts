import type { MayDto, TransferDto, TransferItemDto } from '../generated/types.gen.js';

/** What the api says about an act, tried with empty hands: a refusal for what one is still to fill in doesn't stand against it. */
const onlyUnfilled: readonly string[] = ['TRANSFER.NOT_THEIR_CLINICIAN', 'TRANSFER.EXPIRY_NEEDED'];
const possible = (may: MayDto | undefined): boolean => may !== undefined && (may.allowed || onlyUnfilled.includes(may.because ?? ''));

export const canDo = (transfer: Pick<TransferDto, 'may'>, action: string): boolean => possible(transfer.may.find((each) => each.action === action));
export const canComplete = ({ task }: Pick<TransferItemDto, 'task'>): boolean => possible(task.may.find((each) => each.action === 'completeTransferItem'));

/** Lines that keep an act from being done: codes of what is open and of what lapses before. Null where something else, or nothing, does. */
export function openLines(transfer: Pick<TransferDto, 'may'>, action: string): { open: string[]; lapsed: string[] } | null {
  const may = transfer.may.find((each) => each.action === action);
  return may?.because === 'TRANSFER.CHECKLIST_OPEN' ? linesOf(may.facts ?? {}) : null;
}

/** The same from the facts of a refusal. */
export function linesOf(facts: Readonly<Record<string, unknown>>): { open: string[]; lapsed: string[] } {
  const codes = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
  return { open: codes(facts['open']), lapsed: codes(facts['lapsed']) };
}
