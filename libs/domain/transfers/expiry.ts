import { DateTime } from 'luxon';
import { dateAt, endOfDate, isDate } from '../core/date-in-zone.js';
import type { DateOnly, Instant, Zone } from '../core/instant.js';
import { plusMilliseconds } from '../core/instant.js';
import { refuse, type Refusal } from '../core/refusal.js';
import { transferItems, type TransferItemCode } from '../cases/lists.js';
import type { Task } from '../tasks/task.js';

const day = 86_400_000;

/** A passport has to be valid six months beyond the day it is used on; a certificate of fitness to fly is at most 14 days old (clinical.md, "documents that lapse"). */
export const passportMonths = 6;
export const fitnessDays = 14;

/** How many clock days before a fact lapses its item opens again, so that there is time to renew it (ours). A passport's six months are warning enough. */
const reopensDaysBefore: Readonly<Record<TransferItemCode, number>> = {
  agreement: 14, invitationLetter: 14, visa: 14, passport: 0, bed: 1, fitnessToFly: 2,
  consentToTransfer: 0, reasonAndAlternatives: 0, costEstimate: 0, payer: 0, transport: 0, contingencyPlan: 0, clinicalSummary: 0, imagesAndSlides: 0, handOver: 0,
};

export const itemOf = (task: Task): (typeof transferItems)[number] | undefined => transferItems.find(({ code }) => code === task.about['item']);

/**
 * Until when (UTC) a checklist item holds, from the date on its paper, which is its last day in the side's zone; null where nothing lapses.
 * A passport holds until six months before its date; a certificate of fitness 14 days from today, or shorter where it says so.
 * Refused: TRANSFER.EXPIRY_NEEDED, DATE.NOT_A_DATE, TRANSFER.PASSPORT_TOO_SHORT, TRANSFER.LAPSED_ALREADY.
 */
export const validUntil = (code: TransferItemCode, expiresOn: DateOnly | null, now: Instant, zone: Zone): Instant | null | Refusal => {
  const item = transferItems.find((one) => one.code === code);
  if (item?.expires !== true) return null;
  const today = DateTime.fromISO(dateAt(now, zone), { zone });
  const longest = code === 'fitnessToFly' ? dateText(today.plus({ days: fitnessDays })) : null;
  const named = expiresOn ?? longest;
  if (named === null) return refuse('TRANSFER.EXPIRY_NEEDED', { item: code }, 'expiresOn');
  if (!isDate(named)) return refuse('DATE.NOT_A_DATE', {}, 'expiresOn');
  if (code === 'passport') return passportUntil(named, today, zone);
  const last = longest !== null && longest < named ? longest : named;
  return last < dateText(today) ? refuse('TRANSFER.LAPSED_ALREADY', { item: code, expiresOn: last }, 'expiresOn') : endOfDate(last, zone);
};

const dateText = (date: DateTime): DateOnly => date.toFormat('yyyy-MM-dd');

const passportUntil = (expiresOn: DateOnly, today: DateTime, zone: Zone): Instant | Refusal => {
  const lastUse = dateText(DateTime.fromISO(expiresOn, { zone }).minus({ months: passportMonths }));
  if (lastUse >= dateText(today)) return endOfDate(lastUse, zone);
  return refuse('TRANSFER.PASSPORT_TOO_SHORT', { expiresOn, neededUntil: dateText(today.plus({ months: passportMonths })) }, 'expiresOn');
};

/**
 * When (UTC) a finished checklist item opens again: some days before what it records lapses, or at its lapse where those days had begun already
 * when it was done. Null where it never does. `Task.expiresAt` stays the lapse itself, which is what people read.
 */
export const reopensAt = (task: Task): Instant | null => {
  if (task.status !== 'completed' || task.expiresAt === null) return null;
  const item = itemOf(task);
  const early = plusMilliseconds(task.expiresAt, -(item === undefined ? 0 : reopensDaysBefore[item.code]) * day);
  return task.closedAt !== null && early <= task.closedAt ? task.expiresAt : early;
};
