import { cannotHave, dateAt, startOfDate, usualDayMs, workingTimeBetween, type CaseState, type Instant, type Task, type Zone } from '#domain';
import type { DirectoryPerson } from '../reading/directory.js';
import { workContext } from '../reading/due.js';
import type { Names } from '../reading/names.js';
import { isAway, peopleOf } from '../reading/people-of.js';
import type { CandidateDto } from './task.dto.js';

/** When the calendar week (Monday to Sunday) is over where a hospital is. */
export function endOfWeek(now: Instant, zone: Zone): Instant {
  const noon = Date.parse(`${dateAt(now, zone)}T12:00:00Z`);
  const weekday = (new Date(noon).getUTCDay() + 6) % 7;
  return startOfDate(new Date(noon + (7 - weekday) * 86_400_000).toISOString().slice(0, 10), zone);
}

/**
 * Who could be given a task: whoever the domain would let have it, of its own hospital first, then who is there, then who has least open. Conflict of
 * interest, a first reader and a disabled account are not among them. How much each has open counts every case: a number names none.
 */
export function candidatesOf(state: CaseState, task: Task, names: Names, loads: ReadonlyMap<string, number>, now: Instant): CandidateDto[] {
  const { directory } = names;
  const board = directory.boards.get(state.boardId)?.definition;
  const hospitals = board ? [board.hostInstitutionId, state.originInstitutionId, ...board.partnerInstitutionIds] : [];
  const people = peopleOf(directory, now);
  const { institutionId, role, discipline } = task.offer;
  return [...directory.people.values()].filter(({ id }) => cannotHave(state, task, id, people, hospitals) === null).map((person): CandidateDto => {
    const posts = person.posts.filter((post) => post.role === role && (discipline === null || post.discipline === discipline));
    const at = posts.some((post) => post.institutionId === institutionId) ? institutionId : (posts[0]?.institutionId ?? institutionId);
    return { person: names.person(person.id), institution: names.institution(at), away: isAway(person, now), openTasks: loads.get(person.id) ?? 0, ...leftThisWeek(person, at, names, now) };
  }).sort((a, b) => Number(a.institution.id !== institutionId) - Number(b.institution.id !== institutionId) || Number(a.away) - Number(b.away) || a.openTasks - b.openTasks || a.person.name.localeCompare(b.person.name));
}

/** Working time that is left of the week on somebody's own calendar, leave taken off; by the clock where there is no calendar. */
function leftThisWeek(person: DirectoryPerson, institutionId: string, names: Names, now: Instant): Pick<CandidateDto, 'leftThisWeekMs' | 'dayMs'> {
  const context = workContext(names.directory, { institutionId, ownerId: person.id, pauses: [] });
  const end = endOfWeek(now, context?.calendar.zone ?? person.zone);
  const found = context === null ? null : workingTimeBetween(now, end, context);
  return { leftThisWeekMs: found?.ok === true ? found.milliseconds : Date.parse(end) - Date.parse(now), dayMs: context === null ? 86_400_000 : usualDayMs(context.calendar) };
}
