import type { AgendaItemDto, MeetingViewDto } from '../generated/types.gen.js';

/** Minutes and seconds as a clock shows them: 4:07; from an hour on 1:04:07. */
export function clockOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** The case to be heard next: the first undecided one after the one that is heard, else the first undecided one. */
export function nextToHear(view: MeetingViewDto): AgendaItemDto | undefined {
  const at = view.agenda.findIndex((item) => item.case.id === view.current?.caseId);
  const open = (item: AgendaItemDto) => item.outcome === null && !item.standard && item.case.id !== view.current?.caseId;
  return view.agenda.slice(at + 1).find(open) ?? view.agenda.find(open);
}

/** Milliseconds that a case has been heard until now, or until it was decided. */
export function heardFor(view: MeetingViewDto, item: AgendaItemDto, now: number): number {
  if (view.current?.caseId !== item.case.id) return item.spentMs;
  const until = item.outcome === null ? now : Date.parse(item.outcome.at);
  return item.spentMs + Math.max(0, until - Date.parse(view.current.since));
}
