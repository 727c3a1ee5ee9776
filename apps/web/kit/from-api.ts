import { request } from '../api/http.js';
import type { Due, DueExplanation } from './due.js';
import type { PersonNameValue } from './person-name.js';
import type { Allergies } from './PatientBanner.js';
import type { Status } from './status.js';

/** A name as the api gives it: one entry a script. */
export interface ApiName { script: string; family: string | null; given: string | null; patronymic: string | null; notKnownBecause: string | null }

/** The names of a person in the kit's shape: the first script that isn't Latin is the original, Latin the transliteration. */
export function nameOf(names: readonly ApiName[]): PersonNameValue {
  const known = names.filter((name) => name.notKnownBecause === null);
  const latin = known.find((name) => name.script === 'Latn');
  const original = known.find((name) => name.script !== 'Latn') ?? latin;
  if (!original) return { notKnown: { reason: names[0]?.notKnownBecause } };
  return { original, latin };
}

/** Allergies as the api gives them, in the banner's shape; nothing on record was not asked. */
export function allergiesOf(said: { state: 'none' | 'notAsked' | 'withheld' | 'some'; list?: readonly string[] } | null): Allergies {
  switch (said?.state) {
    case 'none': return { state: 'noneKnown' };
    case 'withheld': return { state: 'withheld' };
    case 'some': return { state: 'known', list: said.list ?? [] };
    case 'notAsked': case undefined: return { state: 'notAsked' };
  }
}

interface ApiHowDue {
  due: { startedAt: string; amount: number; unit: DueExplanation['allowance']['unit']; provisional: readonly string[] };
  calendarId: string;
  calendarVersion: number;
  timeZoneData: string | null;
  steps: readonly { kind: 'counted' | 'skipped'; from: string; to: string; fromDate: string; toDate: string; why: string | null; label: string | null }[];
}

/** "How is this due?" of a task: days off by name, pauses with their reason; nights and weekends go without saying. */
export async function howDue(caseId: string, taskId: string): Promise<DueExplanation> {
  const how = await request<ApiHowDue>(`/api/cases/${caseId}/tasks/${taskId}/due`);
  const skipped = how.steps.filter((step) => step.kind === 'skipped' && (step.why === 'day-off' || step.why === 'short-day' || step.why === 'leave'));
  return {
    began: how.due.startedAt,
    allowance: { amount: how.due.amount, unit: how.due.unit },
    calendarId: how.due.unit === 'clockHours' || how.due.unit === 'clockDays' ? undefined : how.calendarId,
    calendarVersion: how.calendarVersion,
    timeZoneData: how.timeZoneData,
    skipped: skipped.map((step) => ({ date: step.fromDate, to: step.toDate === step.fromDate ? undefined : step.toDate, name: step.label })),
    paused: how.steps.filter((step) => step.why === 'pause').map((step) => ({ from: step.from, to: step.to, reason: step.label ?? '' })),
    provisional: how.due.provisional.length > 0,
  };
}

/** A task's due time as the api gives it, on the owner's clock, with its explanation on demand. */
export function dueOf(task: { id: string; caseId: string; due: { dueAt: string; leftMs: number; dayMs: number } | null; light: Status }, zone: string, place?: string): Due | null {
  if (!task.due) return null;
  return { at: task.due.dueAt, leftMs: task.due.leftMs, dayMs: task.due.dayMs, zone, status: task.light, place, how: () => howDue(task.caseId, task.id) };
}
